import { parseBounded, planJsonLimits } from '../../bounded-json.ts';
import { z } from '../../schema.ts';
import type { LeftOut } from '../neutral-drawing.ts';
import { featureAround } from './feature.ts';

/** Before each text of a GeoJSON text sequence: RFC 8142. */
export const RECORD_SEPARATOR = '\u001e';

export type TextLines = {
  /** The value of the first line. */
  readonly top: Readonly<Record<string, unknown>>;
  readonly features: readonly { readonly source: string; readonly value: unknown }[];
  /** Lines that are not JSON. */
  readonly leftOut: readonly LeftOut[];
};

/**
 * The features in a text that has one on each line, or after each record separator; null where it is no such text:
 * it must have several, of which the first is a feature or a geometry.
 */
export function textLines(text: string): TextLines | null {
  const isSequence = text.trimStart().startsWith(RECORD_SEPARATOR);
  const pieces = isSequence ? text.split(RECORD_SEPARATOR).slice(1) : text.split('\n');
  const name = isSequence ? 'text' : 'line';
  const features: { source: string; value: unknown }[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.trim() === '') continue;
    const source = `${name} ${index + 1}`;
    const json = parseBounded(piece, planJsonLimits);
    if (json.ok) features.push({ source, value: featureAround(json.value) });
    else if (features.length === 0) return null;
    else leftOut.push({ source, reason: 'it is not JSON, or cut short' });
  }
  const [first] = features;
  const top = z.looseObject({ type: z.literal('Feature') }).safeParse(first?.value);
  return top.success ? { top: top.data, features, leftOut } : null;
}
