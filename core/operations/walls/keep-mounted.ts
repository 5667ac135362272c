import { add, type Point, rotate, subtract } from '../../geometry/point.ts';
import type { Draft } from '../../plan/diff.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { transformRecord } from '../../plan/transform-record.ts';
import { offsetOnWall, placeOnWall, wallLength } from '../../plan/wall-line.ts';
import { camerasOn } from '../hosted.ts';

type Wall = RecordOf<'wall'>;

type Change = {
  readonly before: Wall;
  readonly after: Wall;
  /** By how much the cameras on the wall were moved with it already. */
  readonly by: Point;
  /** How far from `a` what was so far from it is now. */
  readonly along: (offset: number) => number;
};

/**
 * Keeps the cameras on a wall whose ends changed on it: as far along, as far off its line, and turned with it.
 *
 * Left where they were they would hang in the air and see what nobody will see. One that would leave the plan stays.
 */
export function keepMounted(draft: Draft, { before, after, by, along }: Change): void {
  for (const camera of camerasOn(draft, after.id)) {
    const at = subtract(camera.at, by);
    const offset = offsetOnWall(before, at);
    const from = placeOnWall(before, offset);
    const to = placeOnWall(after, Math.min(Math.max(along(offset), 0), wallLength(after)));
    putMounted(draft, camera, { at, from, to });
  }
}

/** A place on a line that cameras are mounted on, and the direction of the line there, radians. */
type Spot = { readonly at: Point; readonly direction: number };

/**
 * Puts a camera as far off a spot as it was off another one while it was at `at`, turned with the line. One that would
 * leave the plan stays.
 */
export function putMounted(
  draft: Draft,
  camera: RecordOf<'camera'>,
  { at, from, to }: { readonly at: Point; readonly from: Spot; readonly to: Spot },
): void {
  const turn = to.direction - from.direction;
  const wanted = add(to.at, rotate(subtract(at, from.at), turn));
  const turned = transformRecord(camera, { type: 'rotate', about: camera.at, angle: turn });
  const kept = parseRecord(transformRecord(turned, { type: 'translate', by: subtract(wanted, camera.at) }));
  if (kept.ok) draft.put(kept.value);
}
