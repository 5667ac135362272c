import type { Box } from '../../../core/geometry/box.ts';
import type { Segment } from '../../../core/geometry/segment.ts';
import { getRecord, isKind, isPlaced, kindOf } from '../../../core/plan/plan.ts';
import type { AnyId, Kind, PlanRecord } from '../../../core/plan/records/index.ts';
import { snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import { isShown } from '../is-selectable.ts';
import type { ToolContext } from '../tool.ts';
import { type Ahead, aheadOf, type Probe, sweptBox } from './edges-ahead.ts';

/** What a distance is shown to without being asked for: what stands, and the line around the site. */
const standing: ReadonlySet<Kind> = new Set([
  ...(['wall', 'building', 'fence', 'propertyLine', 'barrier', 'obstacle', 'parking'] as const),
]);

export type Surroundings = Pick<ToolContext, 'plan' | 'index' | 'view'> & {
  /** What moves and is therefore nothing to measure to. */
  readonly except: ReadonlySet<AnyId>;
};

// How far is looked, metres, and how many records at most: beyond them nothing is near.
const REACHES = [4, 16, 64, 160] as const;
const MOST_RECORDS = 400;

/** The nearest edge of what stands ahead of a probe; null for none. O(records in the way). */
export function nearestAhead(probe: Probe, surroundings: Surroundings): Ahead | null {
  for (const reach of REACHES) {
    const ids = idsIn(sweptBox(probe, reach), surroundings);
    const best = nearestOf(probe, edgesOf(ids.slice(0, MOST_RECORDS), surroundings));
    if (best && best.distance <= reach) return best;
    if (ids.length > MOST_RECORDS) return best;
  }
  return null;
}

/** The nearest of some edges ahead of a probe; null when none is. */
export function nearestOf(probe: Probe, edges: Iterable<Segment>): Ahead | null {
  let best: Ahead | null = null;
  for (const edge of edges) {
    const found = aheadOf(probe, edge);
    if (found && (!best || found.distance < best.distance)) best = found;
  }
  return best;
}

/** The records that stand in a box and do not move. */
export function idsIn(box: Box, { index, view, except }: Surroundings): readonly AnyId[] {
  return index.query(box, view.floor).filter((id) => standing.has(kindOf(id)) && !except.has(id));
}

export function* edgesOf(ids: Iterable<AnyId>, surroundings: Surroundings): Generator<Segment> {
  const { plan } = surroundings;
  for (const id of ids) {
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record) || !isShown(surroundings, record)) continue;
    if (isKind(record, 'wall') && record.bulge === 0) yield [record.a, record.b];
    else yield* edgesOfRecord(record, plan);
  }
}

/** The edges of a record, which distances are measured to: of a wall the line that was drawn. */
export function edgesOfRecord(record: PlanRecord, plan: ToolContext['plan']): readonly Segment[] {
  return snapGeometryOf(record, plan).edges;
}
