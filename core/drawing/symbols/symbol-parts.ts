import type { Fill, Ink, Path, Stroke, SymbolItem } from '../draw-item.ts';
import { fill, stroke } from '../paths.ts';

export type Parts = SymbolItem['parts'];

/** Equal symbols share their parts, so that painters can keep what they made of them. */
export function kept<T extends string>(make: (ink: Ink, type: T) => Parts): (ink: Ink, type: T) => Parts {
  const made = new Map<string, Parts>();
  return (ink, type) => {
    const key = `${ink} ${type}`;
    const parts = made.get(key) ?? make(ink, type);
    made.set(key, parts);
    return parts;
  };
}

/** Points from pairs of millimetres. */
export const points = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([x, y]) => ({ x, y }));

/** A line in the paper's colour around a symbol, so that it stands out from what it lies on. */
const OUTLINE_MM = 1.1;

/** The paper around and beneath a symbol. */
export const outlined = (path: Path) => ({
  path,
  stroke: stroke('paper', OUTLINE_MM),
  fill: fill('paper'),
});

/** One path of a symbol with its line and fill. */
export const part = (path: Path, line: Stroke | null, filled: Fill | null) => ({
  path,
  stroke: line,
  fill: filled,
});
