import { distanceBetween, type Point } from '../geometry/point.ts';
import type { Lookup } from '../plan/integrity.ts';
import type { RecordOf } from '../plan/kinds/index.ts';
import { dimensionFigure } from '../plan/notes/dimension-figure.ts';
import { type DisplayUnit, formatAngle, formatArea, formatLength } from '../quantity.ts';

/** How the figures of dimensions are written, in the unit of the plan: as exact as they are and no longer. */
export const figuresOf = {
  length: (metres: number, unit: DisplayUnit) => {
    const steps = Math.round(metres * 1000);
    return formatLength(metres, unit, steps % 10 === 0 ? 2 : 3);
  },
  angle: (radians: number) => formatAngle(radians),
  area: (squareMetres: number, unit: DisplayUnit) => formatArea(squareMetres, unit, unit === 'm' ? 2 : 1),
  coordinate: ({ x, y }: Point, unit: DisplayUnit) =>
    `x ${formatLength(x, unit)}\ny ${formatLength(y, unit)}`,
} as const;

/** The words written instead of a figure, which stands where they say `<>`; the figure itself without any. */
export function writtenOver(words: string | null, figure: string): string {
  return words === null || words.trim() === '' ? figure : words.replaceAll('<>', figure);
}

/** What a dimension measures, in words: the lengths of a chain one after the other. Null when there is nothing to measure. */
export function measuredWords(
  dimension: RecordOf<'dimension'>,
  lookup: Lookup,
  unit: DisplayUnit,
): string | null {
  const figure = dimensionFigure(dimension, lookup);
  if (!figure) return null;
  if (figure.type === 'lengths') {
    const heads = figure.points.map(({ head }) => head);
    const lengths = heads.slice(1).map((head, index) => distanceBetween(heads[index] ?? head, head));
    return lengths.map((length) => figuresOf.length(length, unit)).join(' · ');
  }
  if (figure.type === 'angle') return figuresOf.angle(Math.abs(figure.sweep));
  if (figure.type === 'radius') return figuresOf.length(distanceBetween(figure.centre, figure.rim), unit);
  if (figure.type === 'area') return figuresOf.area(figure.squareMetres, unit);
  return figuresOf.coordinate(figure.from, unit).replace('\n', ' · ');
}
