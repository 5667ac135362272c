import { type Box, middleOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { PlacedRecord } from '../../plan/kinds/index.ts';
import { type Transform, transformer } from '../../plan/transform-record.ts';

type Movement = <R extends PlacedRecord>(record: R) => R;

/** Moves what lies in a box so that its middle comes to a point, and turns it about that point. */
export function fragmentMovement(
  box: Box,
  { at, angle }: { readonly at: Point; readonly angle: number },
): Movement {
  const middle = middleOf(box);
  const shift = transformer({ type: 'translate', by: { x: at.x - middle.x, y: at.y - middle.y } });
  if (angle === 0) return shift;
  const turn: Transform = { type: 'rotate', about: at, angle };
  const turned = transformer(turn);
  return <R extends PlacedRecord>(record: R): R => turned(shift(record));
}
