import type { Box } from '../../../core/geometry/box.ts';
import type { Segment } from '../../../core/geometry/segment.ts';
import { definitionOf } from '../../../core/plan/kinds/definition.ts';
import type { AnyId, Kind, PlanRecord } from '../../../core/plan/kinds/index.ts';
import { getRecord, isKind, isPlaced, kindOf, kinds } from '../../../core/plan/plan.ts';
import { snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import { isInWindow } from '../is-selectable.ts';
import type { ToolContext } from '../tool.ts';
import { type Ahead, aheadOf, type Probe, sweptBox } from './edges-ahead.ts';

/** What a distance is shown to without being asked for: what stands, and the line around the site. */
const standing: ReadonlySet<Kind> = new Set(kinds.filter((kind) => definitionOf(kind).isGauged));

export type Surroundings = Pick<ToolContext, 'plan' | 'index' | 'view'> & {
  /** What moves and is therefore nothing to measure to. */
  readonly except: ReadonlySet<AnyId>;
};

/** How far is looked first, each time twice as far, and last, metres. */
const FIRST_REACH = 0.25;
const LAST_REACH = 160;
/** Among more records nothing is shown: to look at all of them would take too long. */
const MOST_RECORDS = 400;

/**
 * The nearest edge of what stands ahead of a probe; null for none, and where very many records stand before it
 * or as near.
 */
export function nearestAhead(probe: Probe, surroundings: Surroundings): Ahead | null {
  const looked = new Set<AnyId>();
  let best: Ahead | null = null;
  for (let reach = FIRST_REACH; reach < 2 * LAST_REACH; reach *= 2) {
    const ids = idsIn(sweptBox(probe, Math.min(reach, LAST_REACH)), surroundings);
    if (ids.length > MOST_RECORDS) return null;
    const found = nearestOf(
      probe,
      edgesOf(
        ids.filter((id) => !looked.has(id)),
        surroundings,
      ),
    );
    for (const id of ids) looked.add(id);
    if (found && (!best || found.distance < best.distance)) best = found;
    // What lies farther may be nearer in a record that was not looked at.
    if (best && best.distance <= reach) return best;
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
  return index.query(box, view.lens.floor).filter((id) => standing.has(kindOf(id)) && !except.has(id));
}

export function* edgesOf(ids: Iterable<AnyId>, surroundings: Surroundings): Generator<Segment> {
  const { plan } = surroundings;
  for (const id of ids) {
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record) || !isInWindow(surroundings, record)) continue;
    if (isKind(record, 'wall') && record.bulge === 0) yield [record.a, record.b];
    else yield* edgesOfRecord(record, plan);
  }
}

/** The edges of a record, which distances are measured to: of a wall the line that was drawn. */
export function edgesOfRecord(record: PlanRecord, plan: ToolContext['plan']): readonly Segment[] {
  return snapGeometryOf(record, plan).edges;
}
