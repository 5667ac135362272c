import { useSyncExternalStore } from 'react';
import { parseBounded, smallJsonLimits } from '../../core/bounded-json.ts';
import { z } from '../../core/schema.ts';

/** The setting that remembers them. */
export const CATALOGUE_KEY = 'catalogue';

const MOST_RECENT = 8;
const MOST_FAVOURITES = 100;

const id = z.string().max(120);
const choicesSchema = z.strictObject({
  recent: z.array(id).max(MOST_RECENT),
  favourites: z.array(id).max(MOST_FAVOURITES),
});
/** Ids of catalogue entries: those used last, the newest first, and those kept as favourites. */
export type CatalogueChoices = Readonly<z.infer<typeof choicesSchema>>;

const none: CatalogueChoices = { recent: [], favourites: [] };

/** The choices in a setting's text; none when there are none or they cannot be understood. */
export function parseChoices(stored: string | undefined): CatalogueChoices {
  if (stored === undefined) return none;
  // What cannot be understood is not worth more than an empty list.
  const json = parseBounded(stored, smallJsonLimits);
  return json.ok ? (choicesSchema.safeParse(json.value).data ?? none) : none;
}

/** What was used comes first; what is among the last eight already keeps its place, so that no row jumps. */
export function withUsed(choices: CatalogueChoices, used: string): CatalogueChoices {
  if (choices.recent.includes(used)) return choices;
  return { ...choices, recent: [used, ...choices.recent].slice(0, MOST_RECENT) };
}

/** Keeps an entry as a favourite, or no longer; beyond a hundred nothing is added. */
export function withFavourite(choices: CatalogueChoices, entry: string, isKept: boolean): CatalogueChoices {
  const others = choices.favourites.filter((each) => each !== entry);
  const favourites = isKept ? [...others, entry].slice(0, MOST_FAVOURITES) : others;
  return { ...choices, favourites };
}

let choices = none;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The choices of the person at this window, and how they change. */
export const catalogueChoices = {
  now: (): CatalogueChoices => choices,
  change(how: (choices: CatalogueChoices) => CatalogueChoices): void {
    const next = how(choices);
    if (next === choices) return;
    choices = next;
    for (const listener of listeners) listener();
  },
  subscribe,
} as const;

/** The choices as they are now. */
export function useCatalogueChoices(): CatalogueChoices {
  return useSyncExternalStore(subscribe, catalogueChoices.now);
}
