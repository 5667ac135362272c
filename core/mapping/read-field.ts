import { bearingIn } from '../bearings.ts';
import { metresIn, numberIn } from '../measures.ts';
import type { Kind } from '../plan/kinds/index.ts';
import { canHave } from './can-have.ts';
import type { MappedField } from './mapped-fields.ts';

/** Units that plain numbers of an attribute may be in, with the metres of each; a storey is taken as 3 m. */
const metresPer = { m: 1, cm: 0.01, mm: 0.001, ft: 0.3048, in: 0.0254, storeys: 3 } as const;
export type MeasureUnit = keyof typeof metresPer;
export const measureUnits = Object.keys(metresPer) as [MeasureUnit, ...MeasureUnit[]];

/** Metres above 0 of a measure; a number without a unit is in the given one. Null where the text is no measure. */
export function measureIn(text: string, unit: MeasureUnit): number | null {
  const number = numberIn(text);
  if (number === null) return metresIn(text);
  // To a nanometre, as every measure of a file.
  const metres = Math.round(number * metresPer[unit] * 1e9) / 1e9;
  return metres > 0 ? metres : null;
}

const yes: readonly string[] = ['true', 'yes', '1'];
const no: readonly string[] = ['false', 'no', '0'];

function flagIn(text: string): boolean | null {
  const word = text.toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : null;
}

/** A word as choices are written: small letters, one dash between them. */
const wordIn = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]+/g, '-');

function readText({ sort, choices }: MappedField, text: string, unit: MeasureUnit): unknown {
  if (sort === 'length') return measureIn(text, unit);
  if (sort === 'bearing') return bearingIn(text);
  if (sort === 'number') return numberIn(text);
  if (sort === 'flag') return flagIn(text);
  if (sort === 'choice') return choices.find((choice) => choice === wordIn(text)) ?? null;
  return text;
}

/**
 * The value of a field of a kind in a text of a file, by the one reader of quantities; null where the text is none that
 * the kind can have. Directions are degrees clockwise from true north.
 *
 * @param unit of numbers that have none; metres unless it is said
 */
export function fieldValue(
  kind: Kind,
  field: MappedField,
  { text, unit = 'm' }: { readonly text: string; readonly unit?: MeasureUnit | undefined },
): unknown {
  const value = readText(field, text, unit);
  if (value === null) return null;
  return field.sort === 'bearing' || canHave(kind, field.name, value) ? value : null;
}
