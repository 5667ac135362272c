import type { FieldGroup } from '../../analysis/coverage/coverage-field.ts';
import type { FloorCoverage } from '../../analysis/coverage/scene-coverage.ts';
import type { FieldView } from '../../analysis/coverage/view-bands.ts';
import type { PathItem } from '../draw-item.ts';
import type { RecordLabel } from '../labels/record-label.ts';
import { levelLetters, levelSurface } from './field-items.ts';

/** The bands of a field, the coarsest level first, and the letters of its regions. */
export type DrawnField = { readonly body: readonly PathItem[]; readonly letters: readonly RecordLabel[] };

/** What is not seen stands out from what is. */
export const inkOfView = (view: FieldView) => (view === 'blind-spots' ? 'deficient' : 'coverage');

/**
 * What cameras that overlap each other see together.
 *
 * @param angle radians by which letters are turned so that they stand upright
 */
export function drawGroup(
  group: FieldGroup,
  { bands, view }: Pick<FloorCoverage, 'bands' | 'view'>,
  angle: number,
): DrawnField {
  const body: PathItem[] = [];
  const letters: RecordLabel[] = [];
  for (const [rank, level] of bands.entries()) {
    const band = group.find(({ key }) => key === level.key);
    const surface = band
      ? levelSurface(band.rings, { rank, count: bands.length, ink: inkOfView(view) })
      : null;
    if (!band || !surface) continue;
    body.unshift(surface);
    letters.push(...levelLetters(band, level, angle));
  }
  return { body, letters };
}

/** What all cameras of a floor see together: of each level one flat surface, where it is the best that any meets; see `drawGroup`. */
export function drawField(coverage: FloorCoverage, angle: number): DrawnField {
  const groups = coverage.field.map((group) => drawGroup(group, coverage, angle));
  return {
    body: groups.flatMap(({ body }) => body),
    letters: groups.flatMap(({ letters }) => letters),
  };
}
