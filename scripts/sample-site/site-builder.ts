import { createHash } from 'node:crypto';
import { devices } from '../../core/catalogue/devices.ts';
import type { Point } from '../../core/geometry/point.ts';
import { nextTag, tagSeriesOf } from '../../core/operations/next-tag.ts';
import { newPlan } from '../../core/plan/new-plan.ts';
import { makeRecord, type NewRecord } from '../../core/plan/parse-record.ts';
import { allRecords, inOrder, type Plan, planOf } from '../../core/plan/plan.ts';
import { checkedPlan } from '../../core/plan/plan-json.ts';
import type { IdOf, Kind, PlacedKind, PlanRecord } from '../../core/plan/records/index.ts';

export type Fields<K extends PlacedKind> = Omit<NewRecord<K>, 'id' | 'floor' | 'layer'>;
type DeviceKind = 'barrier' | 'bollards' | 'camera' | 'post';
/** What a catalogue entry does not say: the place, and whatever differs from the entry. */
export type DeviceFields<K extends DeviceKind> = Partial<Fields<K>>;
type Opening = readonly [
  type: 'door' | 'double-door' | 'window' | 'passage',
  offset: number,
  width: number,
  look?: { readonly hinge?: 'a' | 'b'; readonly swing?: 'left' | 'right'; readonly tag?: string },
];

export const at = (x: number, y: number): Point => ({ x, y });
export const box = (left: number, bottom: number, right: number, top: number): Point[] => [
  at(left, bottom),
  at(right, bottom),
  at(right, top),
  at(left, top),
];
/** Radians anticlockwise from +x of a bearing in degrees clockwise from north. */
export const bearing = (degrees: number): number => ((90 - degrees) * Math.PI) / 180;
export const degrees = (angle: number): number => (angle * Math.PI) / 180;

/** A UUID that is the same for the same name, so that the sample file is the same every time it is made. */
export function namedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const layerNames = ['Site and building', 'Landscape', 'Protection', 'Notes'] as const;
type LayerName = (typeof layerNames)[number];
const layerOfKind: { readonly [K in PlacedKind]?: LayerName } = {
  obstacle: 'Landscape',
  fence: 'Protection',
  gate: 'Protection',
  barrier: 'Protection',
  bollards: 'Protection',
  camera: 'Protection',
  post: 'Protection',
  text: 'Notes',
};

/** Collects the records of the sample site. */
export class SiteBuilder {
  readonly records: PlanRecord[] = [];
  readonly floor: IdOf<'floor'>;
  readonly #layers = new Map<LayerName, IdOf<'layer'>>();
  #count = 0;

  constructor(name: string) {
    const plan = newPlan({ name, displayUnit: 'm', newId: (kind) => this.id(kind) });
    const floor = inOrder(plan, 'floor')[0];
    const layer = inOrder(plan, 'layer')[0];
    if (!floor || !layer) throw new Error('A new plan has a floor and a layer.');
    this.floor = floor.id;
    this.records.push(...[...allRecords(plan)].filter(({ id }) => !id.startsWith('layer:')));
    layerNames.forEach((layerName, order) => {
      const id = this.id('layer');
      this.#layers.set(layerName, id);
      this.records.push({ ...layer, id, name: layerName, order });
    });
  }

  /** Adds a record with the defaults of its kind; kinds that are numbered get the next tag. */
  add<K extends PlacedKind>(kind: K, fields: Fields<K>): IdOf<K> {
    const id = this.id(kind);
    const layer = this.#layers.get(layerOfKind[kind] ?? 'Site and building');
    const made = makeRecord(kind, { floor: this.floor, layer, ...fields, id } as unknown as NewRecord<K>);
    if (!made.ok) throw new Error(made.error.message);
    const record = made.value as unknown as PlanRecord;
    const isUntagged = 'tag' in record && record.tag === null && tagSeriesOf(record) !== null;
    const tag = isUntagged ? nextTag(planOf(this.records), record) : null;
    this.records.push(isUntagged ? ({ ...record, tag } as PlanRecord) : record);
    return id;
  }

  /** Adds a device of the catalogue by its key. */
  device<K extends DeviceKind>(kind: K, key: string, fields: DeviceFields<K>): IdOf<K> {
    const device = devices.find((each) => each.key === key && each.kind === kind);
    if (!device) throw new Error(`The catalogue has no ${kind} "${key}".`);
    return this.add(kind, { ...device.fields, device: key, ...fields } as unknown as Fields<K>);
  }

  /** A straight wall with its openings: type, distance of its centre from the start, width and look. */
  wall(
    [a, b]: readonly [Point, Point],
    fields: Partial<Fields<'wall'>>,
    openings: readonly Opening[] = [],
  ): IdOf<'wall'> {
    const wall = this.add('wall', { a, b, ...fields } as Fields<'wall'>);
    for (const [type, offset, width, look] of openings) {
      const size = type === 'window' ? { height: 1.4, sill: 0.9 } : { height: 2.1, sill: 0 };
      this.add('opening', { wall, offset, width, type, ...size, ...look });
    }
    return wall;
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
    this.#count++;
    return `${kind}:${namedUuid(`harbor street ${kind} ${this.#count}`)}` as IdOf<K>;
  }
}
