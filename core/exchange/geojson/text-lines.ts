import { parseBounded, planJsonLimits } from '../../bounded-json.ts';
import type { LeftOut } from '../neutral-drawing.ts';
import { isSystemSaid, systemSaid } from './coordinate-system.ts';
import { type ListedFeatures, listedFeatures, type Top } from './listed-features.ts';

/** Before each text of a GeoJSON text sequence: RFC 8142. */
export const RECORD_SEPARATOR = '\u001e';

export type TextLines = {
  /** What holds for all lines. */
  readonly top: Top;
  readonly features: readonly { readonly source: string; readonly value: unknown }[];
  /** Lines that cannot be read with the others. */
  readonly leftOut: readonly LeftOut[];
};

type Line = ListedFeatures & { readonly source: string };

/**
 * The features in a text that has a feature, a geometry or a collection of features on each line, or after each record
 * separator; null where it is no such text: its first line has to be one of them.
 *
 * A collection speaks for its own features alone, so every line has to be in the system of the first one. A feature that
 * says none takes that of a feature in the first line.
 */
export function textLines(text: string): TextLines | null {
  const isSequence = text.trimStart().startsWith(RECORD_SEPARATOR);
  const pieces = isSequence ? text.split(RECORD_SEPARATOR).slice(1) : text.split('\n');
  const name = isSequence ? 'text' : 'line';
  const lines: Line[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.trim() === '') continue;
    const line = readLine(piece, `${name} ${index + 1}`, lines[0]);
    if (!('reason' in line)) lines.push(line);
    // Without separators a text whose first line is no GeoJSON is not one by lines at all.
    else if (isSequence || lines.length > 0) leftOut.push(line);
    else return null;
  }
  const [first] = lines;
  return first ? { top: commonTop(first, lines), features: lines.flatMap(featuresOf), leftOut } : null;
}

function readLine(piece: string, source: string, first: Line | undefined): Line | LeftOut {
  const json = parseBounded(piece, planJsonLimits);
  if (!json.ok) {
    const { reason, what } = json.error;
    return { source, reason: reason === 'not-json' ? 'it is not JSON, or cut short' : `it ${what}` };
  }
  const listed = listedFeatures(json.value);
  if (!listed) return { source, reason: 'it is neither a feature, a geometry nor a collection of features' };
  const line = { source, form: listed.form, top: listed.top, values: listed.values };
  return first && isInOther(line, first)
    ? { source, reason: 'its coordinates are in another system than those of the first line' }
    : line;
}

/** Whether a line that says nothing is meant as the first one says. */
const isLikeFirst = (line: Line, first: Line) => line.form !== 'collection' && first.form !== 'collection';

function isInOther(line: Line, first: Line): boolean {
  if (isLikeFirst(line, first) && !isSystemSaid(line.top)) return false;
  return systemSaid(line.top) !== systemSaid(first.top);
}

/** What the first line says and no other one speaks against. */
function commonTop(first: Line, lines: readonly Line[]): Top {
  const { coordinates, crs } = first.top;
  const agreed = (name: string) => {
    const isAgreed = lines.every(
      (line) =>
        line.top[name] === first.top[name] || (isLikeFirst(line, first) && line.top[name] === undefined),
    );
    return isAgreed ? first.top[name] : undefined;
  };
  return { coordinates, crs, vocabulary: agreed('vocabulary'), rings: agreed('rings') };
}

function featuresOf({ form, source, values }: Line) {
  return values.map((value, index) => ({
    source: form === 'collection' ? `${source}, feature ${index + 1}` : source,
    value,
  }));
}
