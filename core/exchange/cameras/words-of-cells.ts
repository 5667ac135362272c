import {
  type CatalogueCamera,
  cameraHousings,
  catalogueCameraTypes,
  figureOrigins,
} from '../../catalogue/cameras/catalogue-camera.ts';

type Words = Partial<Pick<CatalogueCamera, 'type' | 'housing' | 'figures'>>;

/** As a word of a table is compared: small letters, one dash between them. */
const wordIn = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');

const housings: Readonly<Record<string, CatalogueCamera['housing']>> = {
  'mini-dome': 'dome',
  eyeball: 'turret',
};
const types: Readonly<Record<string, CatalogueCamera['type']>> = {
  'speed-dome': 'ptz',
  'multi-sensor': 'multisensor',
  'licence-plates': 'licence-plate',
  'license-plate': 'licence-plate',
  lpr: 'licence-plate',
  anpr: 'licence-plate',
  alpr: 'licence-plate',
};
const figures: Readonly<Record<string, CatalogueCamera['figures']>> = { 'data-sheet': 'stated' };

const oneOf = <T extends string>(
  word: string,
  known: readonly T[],
  others: Readonly<Record<string, T | null>>,
) => known.find((each) => each === word) ?? (Object.hasOwn(others, word) ? (others[word] ?? null) : null);

/**
 * What a word in a column of words says, null where it is none that is known there. A housing in the column of types,
 * where other tables have it, is a fixed camera in that housing.
 */
export function wordsIn(text: string, key: keyof Words): Words | null {
  const word = wordIn(text);
  const housing = oneOf(word, cameraHousings, housings);
  if (key === 'figures') {
    const origin = oneOf(word, figureOrigins, figures);
    return origin && { figures: origin };
  }
  if (key === 'housing') return housing && { housing };
  const type = oneOf(word, catalogueCameraTypes, types);
  if (type) return { type };
  return housing && { type: 'fixed', housing };
}
