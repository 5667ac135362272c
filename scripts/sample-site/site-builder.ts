import { createHash } from 'node:crypto';
import type { Point } from '../../core/geometry/point.ts';
import { nextTag } from '../../core/operations/next-tag.ts';
import { newPlan } from '../../core/plan/new-plan.ts';
import { makeRecord, type NewRecord } from '../../core/plan/parse-record.ts';
import { allRecords, inOrder, type Plan, planOf } from '../../core/plan/plan.ts';
import { checkedPlan } from '../../core/plan/plan-json.ts';
import type { IdOf, Kind, PlacedKind, PlanRecord } from '../../core/plan/records/index.ts';

type Fields<K extends PlacedKind> = Omit<NewRecord<K>, 'id' | 'floor' | 'layer'>;

export const at = (x: number, y: number): Point => ({ x, y });
export const box = (left: number, bottom: number, right: number, top: number): Point[] => [
  at(left, bottom),
  at(right, bottom),
  at(right, top),
  at(left, top),
];

/** A UUID that is the same for the same name, so that the sample file is the same every time it is made. */
export function namedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Collects the records of the sample site. */
export class SiteBuilder {
  readonly records: PlanRecord[] = [];
  readonly floor: IdOf<'floor'>;
  readonly #layers: readonly IdOf<'layer'>[];
  #count = 0;

  constructor(name: string) {
    const plan = newPlan({ name, displayUnit: 'm', newId: (kind) => this.#id(kind) });
    this.records.push(...allRecords(plan));
    const floor = inOrder(plan, 'floor')[0];
    if (!floor) throw new Error('A new plan has a floor.');
    this.floor = floor.id;
    this.#layers = inOrder(plan, 'layer').map(({ id }) => id);
  }

  /** Adds a record with the defaults of its kind; devices, gates and the like get the next tag. */
  add<K extends PlacedKind>(kind: K, fields: Fields<K>): IdOf<K> {
    const id = this.#id(kind);
    const isDevice = ['barrier', 'bollards', 'camera', 'post'].includes(kind);
    const layer = this.#layers[kind === 'text' ? 2 : isDevice ? 1 : 0];
    const made = makeRecord(kind, { floor: this.floor, layer, ...fields, id } as unknown as NewRecord<K>);
    if (!made.ok) throw new Error(made.error.message);
    const record = made.value as unknown as PlanRecord;
    const isTagged = isDevice || kind === 'gate';
    const tag = isTagged ? nextTag(planOf(this.records), record) : null;
    this.records.push(
      isTagged && 'tag' in record && record.tag === null ? ({ ...record, tag } as PlanRecord) : record,
    );
    return id;
  }

  /** A straight wall with its openings: type, distance of its centre from the start, and width. */
  wall(
    a: Point,
    b: Point,
    thickness: number,
    openings: readonly (readonly [
      type: 'door' | 'double-door' | 'window',
      offset: number,
      width: number,
    ])[] = [],
  ): void {
    const wall = this.add('wall', { a, b, thickness });
    for (const [type, offset, width] of openings) {
      const size = type === 'window' ? { height: 1.4, sill: 0.9 } : { height: 2.1, sill: 0 };
      this.add('opening', { wall, offset, width, type, ...size });
    }
  }

  put(record: PlanRecord): void {
    this.records.push(record);
  }

  plan(): Plan {
    const plan = checkedPlan(this.records);
    if (!plan.ok) throw new Error(plan.error.message);
    return plan.value;
  }

  id<K extends Kind>(kind: K): IdOf<K> {
    return this.#id(kind);
  }

  #id<K extends Kind>(kind: K): IdOf<K> {
    this.#count++;
    return `${kind}:${namedUuid(`harbor street ${kind} ${this.#count}`)}` as IdOf<K>;
  }
}
