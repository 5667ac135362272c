import { refitted, regated } from '../../operations/hosted.ts';
import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { isKind } from '../../plan/plan.ts';
import { type Transform, transformer } from '../../plan/transform-record.ts';

/** Records of a plan as they are in another one, whose metres and north are others: what stands in walls and fences stays there. */
export function carriedRecords(
  records: readonly PlanRecord[],
  transform: Transform | null,
): readonly PlanRecord[] {
  if (transform === null) return records;
  const carried = records.map(transformer(transform));
  const own = new Map<AnyId, PlanRecord>(carried.map((record) => [record.id, record]));
  return carried.map((record) => {
    // Corners are rounded to the millimetre, each for itself.
    if (isKind(record, 'opening')) {
      const wall = own.get(record.wall);
      return wall && isKind(wall, 'wall') ? refitted(record, wall) : record;
    }
    const fence = isKind(record, 'gate') && record.fence !== null ? own.get(record.fence) : undefined;
    return isKind(record, 'gate') && fence && isKind(fence, 'fence') ? regated(record, fence) : record;
  });
}
