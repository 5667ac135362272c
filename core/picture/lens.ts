import type { IdOf, Kind, PlacedRecord } from '../plan/kinds/index.ts';
import { isInStateView, type StateView } from '../plan/parts/state-view.ts';
import type { SheetViewport } from '../plan/parts/viewports.ts';
import { allRecords, getRecord, isPlaced, kindOf, type Plan } from '../plan/plan.ts';
import { hostsItIsShownWith } from '../plan/relations.ts';

/** What is laid over a plan of what cameras see: of all of them, or of one alone. Heights above the floor. */
export type CoverageView = NonNullable<SheetViewport['coverage']> & {
  readonly camera: IdOf<'camera'> | null;
};

/** What coverage starts as. */
export const levelsByDay: CoverageView = { view: 'levels', targetHeight: 0, light: 'day', camera: null };

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
  /** Null for nothing. */
  readonly coverage: CoverageView | null;
};

/** Shows all there is. */
export const everything: Lens = {
  floors: null,
  layers: null,
  states: 'both',
  phases: null,
  kinds: null,
  coverage: levelsByDay,
};

/**
 * Whether a lens shows a record of a plan; one that is shown with another only where the other is there too: a door
 * with its wall, a note with one at least of what it is attached to.
 */
export function shows(lens: Lens, record: PlacedRecord, plan: Plan): boolean {
  const { floors, layers, states, phases, kinds } = lens;
  if (floors && !floors.has(record.floor)) return false;
  if (!isThere(record, states, plan)) return false;
  if (layers && !layers.has(record.layer)) return false;
  if (phases && (record.phase === null || !phases.has(record.phase))) return false;
  if (kinds && !kinds.has(kindOf(record.id))) return false;
  return true;
}

/** Whether a record is there in a way to look at the plan, with what it is nothing without: notes end on doors, doors in walls. */
function isThere(record: PlacedRecord, states: StateView, plan: Plan): boolean {
  if (states === 'both') return true;
  if (!isInStateView(record.state, states)) return false;
  return hostsItIsShownWith(record).every((hosts) =>
    hosts.some((id) => {
      const host = getRecord(plan, id);
      return !host || !isPlaced(host) || isThere(host, states, plan);
    }),
  );
}

/** The records of a plan that a lens shows, in the order of the plan. O(n). */
export function recordsShown(plan: Plan, lens: Lens): readonly PlacedRecord[] {
  return [...allRecords(plan)].filter(
    (record): record is PlacedRecord => isPlaced(record) && shows(lens, record, plan),
  );
}
