import { angleOf, distanceBetween, type Point, polar, scale } from '../../../core/geometry/point.ts';
import type { PlanRecord, RecordOf } from '../../../core/plan/kinds/index.ts';
import { lookingBy } from '../../../core/plan/parts/related.ts';
import { placeOnPath } from '../../../core/plan/path-place.ts';
import { getRecord, isKind, type Plan } from '../../../core/plan/plan.ts';
import { wallLength } from '../../../core/plan/wall-line.ts';
import { type Gauge, gaugeKey } from './gauge.ts';

/** A stretch along a straight line, metres from its start. */
type Stretch = { readonly from: number; readonly to: number };
type Line = { readonly start: Point; readonly end: Point };

/**
 * The distances of an opening to the ends of its wall or the openings beside it, of a gate to the ends of
 * its side of the fence; null for what stands in no straight line.
 */
export function alongHost(record: PlanRecord, plan: Plan): readonly Gauge[] | null {
  if (isKind(record, 'opening')) return alongWall(record, plan);
  return isKind(record, 'gate') && record.fence !== null ? alongFence(record, plan) : null;
}

function alongWall(opening: RecordOf<'opening'>, plan: Plan): readonly Gauge[] | null {
  const wall = plan.tables.wall.get(opening.wall);
  if (wall?.bulge !== 0) return null;
  const others = [...lookingBy(plan, [wall.id])].flatMap((id): Stretch[] => {
    const other = id === opening.id ? undefined : getRecord(plan, id);
    return other && isKind(other, 'opening') ? [stretchOf(other.offset, other.width)] : [];
  });
  const own = stretchOf(opening.offset, opening.width);
  return besideIn({ start: wall.a, end: wall.b }, own, { others, length: wallLength(wall) });
}

function alongFence(gate: RecordOf<'gate'>, plan: Plan): readonly Gauge[] | null {
  const fence = gate.fence && plan.tables.fence.get(gate.fence);
  const place = fence && placeOnPath(gate.at, fence);
  if (!place) return null;
  const { start, end, along } = place;
  const length = distanceBetween(start, end);
  return besideIn({ start, end }, stretchOf(along, gate.width), { others: [], length });
}

function stretchOf(middle: number, width: number): Stretch {
  return { from: middle - width / 2, to: middle + width / 2 };
}

/*   start |-------[ other ]----- before -----[ own ]----- after -----| end   */
function besideIn(
  line: Line,
  own: Stretch,
  { others, length }: { readonly others: readonly Stretch[]; readonly length: number },
): readonly Gauge[] {
  const middle = (own.from + own.to) / 2;
  const isBefore = (other: Stretch) => (other.from + other.to) / 2 <= middle;
  const before = Math.max(0, ...others.filter(isBefore).map(({ to }) => to));
  const after = Math.min(length, ...others.filter((other) => !isBefore(other)).map(({ from }) => from));
  const angle = angleOf(line.start, line.end);
  const ahead = polar(angle, 1);
  const at = (along: number) => ({ x: line.start.x + ahead.x * along, y: line.start.y + ahead.y * along });
  const gauge = (from: number, to: number): Gauge => ({
    key: gaugeKey(angle, to < from ? 2 : 0),
    from: at(from),
    to: at(to),
    direction: to < from ? scale(ahead, -1) : ahead,
    length: Math.abs(to - from),
    editable: true,
  });
  return [
    ...(own.from >= before ? [gauge(own.from, before)] : []),
    ...(own.to <= after ? [gauge(own.to, after)] : []),
  ];
}
