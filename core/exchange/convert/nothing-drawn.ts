import type { PlanRecord } from '../../plan/kinds/index.ts';
import { isPlaced } from '../../plan/plan.ts';
import type { DrawnElement } from '../neutral-drawing.ts';

/**
 * A sentence where elements give nothing with a place: a plan with nothing on it looks like a fault of the window.
 *
 * @param isUnderstood whether any of them was understood, and left out for a reason that is said
 */
export function nothingDrawn(
  records: readonly PlanRecord[],
  elements: readonly DrawnElement[],
  isUnderstood: boolean,
): readonly string[] {
  if (elements.length === 0 || records.some(isPlaced)) return [];
  if (isUnderstood) return ['Nothing of this file is drawn: what is understood of it is left out.'];
  return [
    'Nothing of this file is drawn: its features have neither a kind nor tags of OpenStreetMap that are known here. Say what they are, or export it again with one of them.',
  ];
}
