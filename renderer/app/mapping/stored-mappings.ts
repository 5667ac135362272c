import { parseBounded, smallJsonLimits } from '../../../core/bounded-json.ts';
import { type Mapping, mappingSchema } from '../../../core/mapping/mapping.ts';
import { z } from '../../../core/schema.ts';

/** The setting that remembers what features of files were said to be. */
export const MAPPINGS_KEY = 'mappings';

/** Longest text of a setting. */
const MOST_CHARACTERS = 20_000;

const entrySchema = z.strictObject({ fingerprint: z.string().max(64), mapping: mappingSchema });

type Entry = { readonly fingerprint: string; readonly mapping: Mapping };

function entriesIn(stored: string | undefined): readonly Entry[] {
  const json = stored === undefined ? null : parseBounded(stored, smallJsonLimits);
  if (!json?.ok || !Array.isArray(json.value)) return [];
  // One that cannot be understood is not worth more than being asked again.
  return json.value.flatMap((each) => entrySchema.safeParse(each).data ?? []);
}

/** What features of a file with these attributes were said to be last; null where they never were. */
export function rememberedMapping(stored: string | undefined, fingerprint: string): Mapping | null {
  return entriesIn(stored).find((entry) => entry.fingerprint === fingerprint)?.mapping ?? null;
}

/**
 * The setting with one more mapping, the newest first; the oldest go where there is no room. Null where nothing is to
 * be remembered: the mapping says nothing, or alone is too long.
 */
export function withMapping(stored: string | undefined, entry: Entry): string | null {
  if (entry.mapping.rules.length === 0) return null;
  const others = entriesIn(stored).filter(({ fingerprint }) => fingerprint !== entry.fingerprint);
  for (let kept = [entry, ...others]; kept.length > 0; kept = kept.slice(0, -1)) {
    const text = JSON.stringify(kept);
    if (text.length <= MOST_CHARACTERS) return text;
  }
  return null;
}
