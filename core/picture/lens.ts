import type { IdOf, Kind, PlacedRecord } from '../plan/kinds/index.ts';
import { isInStateView, type StateView } from '../plan/parts/state-view.ts';
import { allRecords, getRecord, isPlaced, kindOf, type Plan } from '../plan/plan.ts';
import { hostsItIsShownWith } from '../plan/relations.ts';

/** What is laid over a plan beside its records. */
export const overlays = ['coverage'] as const;
export type Overlay = (typeof overlays)[number];

/**
 * What of a plan is shown: the same for the window, the floor beneath, sheets, small pictures and lists.
 *
 * A set names what is shown of its sort, null shows all. A lens is made when it is needed and never stored.
 */
export type Lens = {
  readonly floors: ReadonlySet<IdOf<'floor'>> | null;
  readonly layers: ReadonlySet<IdOf<'layer'>> | null;
  /** Whether what is there today is shown, what is proposed, or both. */
  readonly states: StateView;
  /** What belongs to no phase is shown only with all of them. */
  readonly phases: ReadonlySet<IdOf<'phase'>> | null;
  readonly kinds: ReadonlySet<Kind> | null;
  readonly overlays: ReadonlySet<Overlay>;
};

/** Shows all there is. */
export const everything: Lens = {
  floors: null,
  layers: null,
  states: 'both',
  phases: null,
  kinds: null,
  overlays: new Set(overlays),
};

/** Whether a lens shows a record of a plan; one that is shown with another only where the other is there too. */
export function shows(lens: Lens, record: PlacedRecord, plan: Plan): boolean {
  const { floors, layers, states, phases, kinds } = lens;
  if (floors && !floors.has(record.floor)) return false;
  if (!isInStateView(record.state, states)) return false;
  if (layers && !layers.has(record.layer)) return false;
  if (phases && (record.phase === null || !phases.has(record.phase))) return false;
  if (kinds && !kinds.has(kindOf(record.id))) return false;
  for (const id of hostsItIsShownWith(record)) {
    const host = getRecord(plan, id);
    if (host && isPlaced(host) && !isInStateView(host.state, states)) return false;
  }
  return true;
}

/** The records of a plan that a lens shows, in the order of the plan. O(n). */
export function recordsShown(plan: Plan, lens: Lens): readonly PlacedRecord[] {
  return [...allRecords(plan)].filter(
    (record): record is PlacedRecord => isPlaced(record) && shows(lens, record, plan),
  );
}
