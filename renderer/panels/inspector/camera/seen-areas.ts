import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { type DisplayUnit, formatArea, formatLength } from '../../../../core/quantity.ts';
import type { CoverageStatus } from '../../../editor/coverage-watch.ts';
import { text } from '../../../messages/text.ts';

/** What a camera sees with all that hides: of each level the figure, and in a sentence of what. */
export type SeenAreas = { readonly note: string; readonly figureOf: (level: string) => string };

/**
 * What is known of the areas that a camera sees of its floor, of the coverage that the window shows; null where none of
 * that floor is shown, or the camera is not in it.
 */
export function seenAreas(
  status: CoverageStatus,
  camera: RecordOf<'camera'>,
  unit: DisplayUnit,
): SeenAreas | null {
  if (status.state === 'none' || status.shown?.key.floor !== camera.floor) return null;
  if (status.state !== 'current') return { note: noteOf(status), figureOf: () => '…' };
  const { key, coverage } = status.shown;
  const result = coverage.cameras.get(camera.id);
  if (!result?.ok) return null;
  const { levels } = result.value;
  return {
    note: text(key.states === 'today' ? 'inspector.seen.today' : 'inspector.seen.proposed', {
      height: formatLength(key.targetHeight, unit, 1),
    }),
    figureOf: (level) => {
      const area = levels.find((each) => each.key === level)?.area;
      if (area === null) return '∞';
      return area === undefined ? '–' : formatArea(area, unit).replace(/ \S+$/, '');
    },
  };
}

function noteOf(status: Exclude<CoverageStatus, { readonly state: 'none' | 'current' }>): string {
  return status.state === 'failed'
    ? text('status.coverage.failed', { reason: status.message })
    : text('inspector.seen.computing');
}
