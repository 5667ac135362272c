import { parseBounded, smallJsonLimits } from '../bounded-json.ts';
import { keptText } from '../plain-text.ts';
import { err, ok, type Result } from '../result.ts';
import { z } from '../schema.ts';
import { builtInProfiles, type LevelProfile, type NamedLevel } from './level-profiles.ts';

/** The newest form of level profiles. */
const PROFILE_VERSION = 1;

const MOST_CHARACTERS = 100_000;
const MOST_LEVELS = 12;

const words = (most: number) =>
  z.string().max(most).overwrite(keptText).regex(/\S/, { error: 'must say something' });

const keyPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const key = z
  .string()
  .max(60)
  .regex(keyPattern, { error: 'must be of small letters, digits and single dashes, as "gate-cameras"' });

const amount = (least: number, most: number) => z.number().min(least).max(most);

const level = z
  .strictObject({
    key,
    name: words(40),
    letter: words(2),
    pixelsPerMetre: amount(0.1, 100_000).optional(),
    pixels: amount(0.1, 100_000).optional(),
    across: amount(0.001, 1000).optional(),
  })
  .superRefine((read, context) => {
    const message = figuresProblem(read);
    if (message) context.addIssue({ code: 'custom', message, path: [] });
  });

type Figures = {
  readonly pixelsPerMetre?: number | undefined;
  readonly pixels?: number | undefined;
  readonly across?: number | undefined;
};

function figuresProblem({ pixelsPerMetre, pixels, across }: Figures): string | null {
  const isByTarget = pixels !== undefined && across !== undefined;
  const isWhole = (pixels === undefined) === (across === undefined);
  if (isWhole && isByTarget !== (pixelsPerMetre !== undefined)) return null;
  return 'must have either "pixelsPerMetre", or "pixels" and "across" (metres), and not both';
}

const schema = z.strictObject({
  sallyport: z.literal('level-profile'),
  version: z.literal(PROFILE_VERSION),
  id: key,
  title: words(80),
  source: words(300),
  edition: z.string().max(300).overwrite(keptText).optional(),
  levels: z.array(level).min(1).max(MOST_LEVELS),
});

const ADVICE = 'Correct it, as docs/coverage.md shows.';

/**
 * The level profile of an agency in the text of its file, its levels from the finest to the coarsest; or a sentence
 * that says what is wrong, where, and what to do. Never throws.
 *
 * A level may be given by what it needs across a target ("pixels": 6, "across": 0.5), as thermal cameras and licence
 * plates have it: it becomes px/m.
 */
export function readLevelProfile(text: string): Result<LevelProfile, { readonly message: string }> {
  const refuse = (message: string) => err({ message });
  if (text.length > MOST_CHARACTERS)
    return refuse('This level profile is larger than 100 kB. Make it shorter.');
  const json = parseBounded(text.replace(/^\uFEFF/, ''), smallJsonLimits);
  if (!json.ok) {
    const { reason, what } = json.error;
    return refuse(
      reason === 'not-json'
        ? `This level profile is not JSON: it is cut short, or has something that JSON does not allow. ${ADVICE.replace(' it', '')}`
        : `This level profile ${what}. Make it shorter.`,
    );
  }
  const head = z
    .looseObject({ sallyport: z.literal('level-profile'), version: z.int() })
    .safeParse(json.value);
  if (!head.success)
    return refuse(
      'This is no level profile: it does not begin with "sallyport": "level-profile" and a "version". Choose another file, or write it as docs/coverage.md shows.',
    );
  if (head.data.version > PROFILE_VERSION)
    return refuse(
      `This level profile is of version ${head.data.version}, and the newest known here is ${PROFILE_VERSION}. Use a newer Sallyport, or write it in version ${PROFILE_VERSION}.`,
    );
  const read = schema.safeParse(json.value);
  if (!read.success) return refuse(sentenceOf(read.error.issues[0]));
  const { id, title, source, edition = '' } = read.data;
  const levels = read.data.levels.map(levelOf).sort((a, b) => b.pixelsPerMetre - a.pixelsPerMetre);
  const problem = idProblem(id) ?? repeated(levels);
  return problem ? refuse(`${problem} ${ADVICE}`) : ok({ id, title, source, edition, levels });
}

type ReadLevel = Figures & { readonly key: string; readonly name: string; readonly letter: string };

const levelOf = ({
  key: own,
  name,
  letter,
  pixelsPerMetre,
  pixels = 0,
  across = 1,
}: ReadLevel): NamedLevel => ({
  key: own,
  name,
  letter,
  pixelsPerMetre: pixelsPerMetre ?? pixels / across,
});

function idProblem(id: string): string | null {
  return builtInProfiles.some((each) => each.id === id)
    ? `In this level profile, "id" is "${id}", which is built in: give yours another.`
    : null;
}

/** Two levels of one key, name, letter or density would be taken for each other. */
function repeated(levels: readonly NamedLevel[]): string | null {
  for (const field of ['key', 'name', 'letter', 'pixelsPerMetre'] as const) {
    const seen = new Map<string | number, string>();
    for (const each of levels) {
      const other = seen.get(each[field]);
      if (other !== undefined)
        return `In this level profile, the levels "${other}" and "${each.key}" have the same "${field}": ${JSON.stringify(each[field])}.`;
      seen.set(each[field], each.key);
    }
  }
  return null;
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

function sentenceOf(issue: Issue | undefined): string {
  const [first, number, ...names] = issue?.path ?? [];
  const message = (issue?.message ?? 'is not written as it must be').replaceAll(/\s+/g, ' ');
  const where =
    first === 'levels' && typeof number === 'number'
      ? [`level ${number + 1}`, ...(names.length > 0 ? [`"${names.map(String).join('.')}"`] : [])]
      : first === undefined
        ? ['its top level']
        : [`"${String(first)}"`];
  return `In this level profile, ${where.join(', ')} ${message}. ${ADVICE}`;
}
