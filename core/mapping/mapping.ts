import { parseBounded, smallJsonLimits } from '../bounded-json.ts';
import type { Kind } from '../plan/kinds/index.ts';
import { err, ok, type Result } from '../result.ts';
import { z } from '../schema.ts';
import { type GeometrySort, geometrySorts, mappedFields, mappedKinds } from './mapped-fields.ts';
import { fieldValue, type MeasureUnit, measureUnits } from './read-field.ts';

/** The newest form of mappings. */
export const MAPPING_VERSION = 1;

const MOST_RULES = 500;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 1000;
/** Longest text of a mapping, characters. */
const MOST_CHARACTERS = 1_000_000;

/** Where a field comes from: an attribute of the feature, in a unit where its numbers have none, or one value for all. */
export type FieldSource =
  | { readonly attribute: string; readonly unit?: MeasureUnit | undefined }
  | { readonly value: string | number | boolean };

/** What a feature becomes: a record of a kind, what its own tags say, or nothing. */
export type Outcome = Kind | 'as-read' | 'left-out';

/**
 * What the features are that have an attribute, with a value, of a sort of geometry; what is absent asks nothing.
 *
 * Values are compared as texts, exactly: 3 is "3", true is "true".
 */
export type MappingRule = {
  readonly attribute?: string | undefined;
  readonly value?: string | number | boolean | undefined;
  readonly geometry?: GeometrySort | undefined;
  readonly becomes: Outcome;
  readonly fields?: Readonly<Record<string, FieldSource>> | undefined;
};

/** What a person says the features of a file are: the first rule that fits one decides. */
export type Mapping = {
  readonly sallyport: 'mapping';
  readonly version: typeof MAPPING_VERSION;
  readonly rules: readonly MappingRule[];
};

const name = z.string().min(1).max(LONGEST_NAME);
const value = z.union([z.string().min(1).max(LONGEST_TEXT), z.number(), z.boolean()], {
  error: 'must be a text, a number, true or false',
});

const source = z.union(
  [
    z.strictObject({ attribute: name, unit: z.enum(measureUnits).optional() }),
    z.strictObject({ value: value }),
  ],
  {
    error: `must be {"attribute": NAME}, which may have a "unit" (${measureUnits.join(', ')}), or {"value": VALUE}`,
  },
);

const outcomes: readonly [Outcome, ...Outcome[]] = ['as-read', 'left-out', ...mappedKinds];
const outcome = z.enum(outcomes, {
  error: `must be a kind (${mappedKinds.join(', ')}), "as-read" or "left-out"`,
});

const rule = z
  .strictObject({
    attribute: name.optional(),
    value: value.optional(),
    geometry: z.enum(geometrySorts).optional(),
    becomes: outcome,
    fields: z.record(z.string().max(LONGEST_NAME), source).optional(),
  })
  .superRefine((read, context) => {
    for (const [path, message] of problemsOf(read)) context.addIssue({ code: 'custom', message, path });
  });

/** Reads a mapping from outside; one without rules says nothing, and leaves every feature to its own tags. */
export const mappingSchema = z.strictObject({
  sallyport: z.literal('mapping'),
  version: z.literal(MAPPING_VERSION),
  rules: z.array(rule).max(MOST_RULES),
});

/** The mapping of some rules. */
export const mappingOf = (rules: readonly MappingRule[]): Mapping => ({
  sallyport: 'mapping',
  version: MAPPING_VERSION,
  rules,
});

type Problem = readonly [path: string[], message: string];

/** What is wrong with a rule whose parts are sound each. */
function problemsOf(read: MappingRule): readonly Problem[] {
  const { attribute, becomes, fields = {} } = read;
  if (read.value !== undefined && attribute === undefined)
    return [[['value'], 'says nothing without "attribute": name the attribute that has it']];
  const names = Object.keys(fields);
  if (becomes === 'as-read' || becomes === 'left-out')
    return names.length > 0
      ? [[['fields'], `say nothing where "becomes" is "${becomes}": take them out`]]
      : [];
  return names.flatMap((each) => {
    const given = fields[each];
    const message = given ? fieldProblem(becomes, each, given) : null;
    return message === null ? [] : [[['fields', each], message] as const];
  });
}

function fieldProblem(kind: Kind, field: string, given: FieldSource): string | null {
  const known = mappedFields[kind].find((each) => each.name === field);
  if (!known)
    return `is no field of ${kind} that can be given: use ${mappedFields[kind].map((each) => each.name).join(', ')}`;
  if ('value' in given) {
    if (fieldValue(kind, known, { text: String(given.value) }) !== null) return null;
    return known.choices.length > 0
      ? `must be one of ${known.choices.join(', ')}`
      : `is no ${known.sort} that a ${kind} can have: correct its "value"`;
  }
  return given.unit !== undefined && known.sort !== 'length'
    ? 'is no length, so that it has no "unit": take it out'
    : null;
}

const ADVICE = 'Correct it, as docs/mapping.md shows.';

/** The mapping in a text, or a sentence that says what is wrong, where, and what to do. Never throws. */
export function readMapping(text: string): Result<Mapping, { readonly message: string }> {
  const refuse = (message: string) => err({ message });
  if (text.length > MOST_CHARACTERS) return refuse('This mapping is larger than 1 MB. Make it shorter.');
  const json = parseBounded(text, smallJsonLimits);
  if (!json.ok) {
    const { reason, what } = json.error;
    return refuse(
      reason === 'not-json'
        ? 'This mapping is not JSON: it is cut short, or has something that JSON does not allow. Correct it, as docs/mapping.md shows.'
        : `This mapping ${what}. Make it shorter.`,
    );
  }
  const head = z.looseObject({ sallyport: z.literal('mapping'), version: z.int() }).safeParse(json.value);
  if (!head.success)
    return refuse(
      'This is no mapping: it does not begin with "sallyport": "mapping" and a "version". Choose another file, or write it as docs/mapping.md shows.',
    );
  if (head.data.version > MAPPING_VERSION)
    return refuse(
      `This mapping is of version ${head.data.version}, and the newest known here is ${MAPPING_VERSION}. Use a newer Sallyport, or write it in version ${MAPPING_VERSION}.`,
    );
  const mapping = mappingSchema.safeParse(json.value);
  if (!mapping.success) return refuse(sentenceOf(mapping.error.issues[0]));
  if (mapping.data.rules.length === 0)
    return refuse('This mapping has no rules, so that it says nothing. Write one, as docs/mapping.md shows.');
  return ok(mapping.data);
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

function sentenceOf(issue: Issue | undefined): string {
  const [first, number, ...names] = issue?.path ?? [];
  const message = (issue?.message ?? 'is not written as it must be').replaceAll(/\s+/g, ' ');
  const where =
    first === 'rules' && typeof number === 'number'
      ? [`rule ${number + 1}`, ...(names.length > 0 ? [`"${names.map(String).join('.').slice(0, 80)}"`] : [])]
      : first === undefined
        ? ['its top level']
        : [`"${String(first)}"`];
  return `In this mapping, ${where.join(', ')} ${message}. ${ADVICE}`;
}

/** A mapping as the text of its file: two equal mappings have one text. */
export function writeMapping(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}
