import {
  decisiveCheck,
  type FloorZones,
  floorZones,
  type ZoneResult,
} from '../../core/analysis/zones/floor-zones.ts';
import type { WorstPlace } from '../../core/analysis/zones/zone-check.ts';
import type { ZonesKey } from '../../core/analysis/zones/zone-scene.ts';
import { known } from '../../core/derive/derive.ts';
import type { IdOf, RecordOf } from '../../core/plan/kinds/index.ts';
import { isInStateView } from '../../core/plan/parts/state-view.ts';
import { inOrder, type Plan } from '../../core/plan/plan.ts';
import type { WatchSetup } from './coverage-watch.ts';
import type { Editor } from './editor.ts';

type FloorId = IdOf<'floor'>;
type Zone = Pick<RecordOf<'coverageZone'>, 'id' | 'floor' | 'state'>;

/**
 * What is known of the zones of a floor. Only what is `current` is true of the plan as it is: else `zones` are those of
 * an earlier plan in the same state, or null.
 */
export type FloorAnswer =
  | { readonly state: 'current'; readonly zones: FloorZones }
  | { readonly state: 'computing'; readonly zones: FloorZones | null }
  | { readonly state: 'failed'; readonly zones: FloorZones | null; readonly message: string };

/** What is known of the zones of all floors that have some, the same value until something else is known. */
export type ZonesStatus = {
  /** As what the plan is looked at; both is the proposal. */
  readonly states: ZonesKey['states'];
  readonly floors: ReadonlyMap<FloorId, FloorAnswer>;
};

/** What is known of one zone. */
export type ZoneAnswer = { readonly state: FloorAnswer['state']; readonly result: ZoneResult | null };

/** A value of a plan, or why there is none. */
type Outcome = { readonly zones: FloorZones } | { readonly message: string };
type Asked = { readonly plan: Plan; readonly key: ZonesKey; readonly outcome: Outcome };

/** Keeps up with the answers for the coverage zones of a plan, floor by floor; they are computed in a worker. */
export class ZonesWatch {
  readonly #editor: Editor;
  readonly #setup: WatchSetup;
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: readonly (() => void)[];
  /** What was answered last, by floor: kept here, since what is known of many floors is forgotten elsewhere. */
  readonly #answered = new Map<FloorId, Asked>();
  #status: ZonesStatus = { states: 'proposed', floors: new Map() };
  #callOff: () => void = () => undefined;
  #isAsking = false;
  #isClosed = false;

  constructor(editor: Editor, setup: WatchSetup) {
    this.#editor = editor;
    this.#setup = setup;
    const look = () => this.#look();
    this.#unsubscribe = [editor.subscribe('plan', look), editor.subscribe('lens', look)];
    this.#look();
  }

  get status(): ZonesStatus {
    return this.#status;
  }

  /** The worst place of a zone in the plan as it is; null while that is not known, or where there is none. */
  worstOf(id: IdOf<'coverageZone'>): WorstPlace | null {
    const zone = this.#editor.plan.tables.coverageZone.get(id);
    const answer = zone && answerOf(this.#status, zone);
    if (answer?.state !== 'current' || !answer.result?.ok) return null;
    return decisiveCheck(answer.result)?.worst ?? null;
  }

  /** Calls the listener after each change of the status; the returned function ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Asks for nothing any more. */
  close(): void {
    this.#isClosed = true;
    this.#callOff();
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #look(): void {
    if (this.#isClosed) return;
    const { plan, view } = this.#editor;
    const states = view.lens.states === 'today' ? 'today' : 'proposed';
    const before = this.#status;
    const floors = new Map(
      floorsWithZones(plan, states).map((floor) => {
        const last = before.states === states ? before.floors.get(floor) : undefined;
        return [
          floor,
          sameOr(last, this.#answerFor(plan, { floor, states, targetHeight: null }, last)),
        ] as const;
      }),
    );
    if (!isSame(before, { states, floors })) {
      this.#status = { states, floors };
      for (const listener of this.#listeners) listener();
    }
    this.#askLater();
  }

  #answerFor(plan: Plan, key: ZonesKey, last: FloorAnswer | undefined): FloorAnswer {
    const there = known(plan, floorZones, key);
    if (there) return { state: 'current', zones: there.found };
    const answered = this.#answered.get(key.floor);
    const outcome = answered?.plan === plan && answered.key.states === key.states ? answered.outcome : null;
    if (outcome && 'zones' in outcome) return { state: 'current', zones: outcome.zones };
    const zones = last?.zones ?? null;
    return outcome ? { state: 'failed', zones, message: outcome.message } : { state: 'computing', zones };
  }

  #askLater(): void {
    if (this.#isAsking || !this.#missing()) return;
    this.#callOff();
    this.#callOff = this.#setup.later(() => void this.#ask());
  }

  /** The floor that is asked about next, the one that is shown first; null for none. */
  #missing(): ZonesKey | null {
    const { states, floors } = this.#status;
    const waiting = [...floors].filter(([, { state }]) => state === 'computing').map(([floor]) => floor);
    const { floor: shown } = this.#editor.view.lens;
    const floor = waiting.includes(shown) ? shown : waiting[0];
    return floor === undefined ? null : { floor, states, targetHeight: null };
  }

  /** Asks about one floor after the other, each in the plan as it is by then. */
  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (let key = this.#missing(); key && !this.#isClosed; key = this.#missing()) {
      const { plan } = this.#editor;
      const derived = await this.#setup.ask(plan, floorZones, key);
      // What something newer took the place of, or a worker that was closed, says nothing.
      if (derived.ok) this.#answered.set(key.floor, { plan, key, outcome: { zones: derived.value } });
      else if (derived.error.reason === 'failed')
        this.#answered.set(key.floor, { plan, key, outcome: { message: derived.error.message } });
      else if (derived.error.reason === 'closed') break;
      this.#look();
    }
    this.#isAsking = false;
  }
}

/** The floors, lowest order first, on which zones are checked in a state of the plan. */
function floorsWithZones(plan: Plan, states: ZonesKey['states']): readonly FloorId[] {
  const having = new Set<FloorId>();
  for (const { floor, state } of plan.tables.coverageZone.values())
    if (isInStateView(state, states)) having.add(floor);
  return having.size === 0 ? [] : inOrder(plan, 'floor').flatMap(({ id }) => (having.has(id) ? [id] : []));
}

/** What is known of a zone; null where it is not checked: it is not there in the state that is looked at. */
export function answerOf({ states, floors }: ZonesStatus, zone: Zone): ZoneAnswer | null {
  if (!isInStateView(zone.state, states)) return null;
  const answer = floors.get(zone.floor);
  return answer ? { state: answer.state, result: answer.zones?.get(zone.id) ?? null } : null;
}

/** The former answer where the new one says the same. */
function sameOr(last: FloorAnswer | undefined, next: FloorAnswer): FloorAnswer {
  return last?.state === next.state && last.zones === next.zones && messageOf(last) === messageOf(next)
    ? last
    : next;
}

const messageOf = (answer: FloorAnswer): string | null => ('message' in answer ? answer.message : null);

function isSame(one: ZonesStatus, other: ZonesStatus): boolean {
  if (one.states !== other.states || one.floors.size !== other.floors.size) return false;
  const [before, after] = [[...one.floors], [...other.floors]];
  return before.every(
    ([floor, answer], index) => after[index]?.[0] === floor && after[index]?.[1] === answer,
  );
}
