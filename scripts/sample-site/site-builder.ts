import { createHash } from 'node:crypto';
import { devices } from '../../core/catalogue/devices.ts';
import { distanceBetween, type Point } from '../../core/geometry/point.ts';
import { nextTag, tagSeriesOf } from '../../core/operations/next-tag.ts';
import {
  type IdOf,
  type Kind,
  type PlacedKind,
  type PlanRecord,
  planKinds,
} from '../../core/plan/kinds/index.ts';
import { newPlan } from '../../core/plan/new-plan.ts';
import { makeRecord, type NewRecord } from '../../core/plan/parse-record.ts';
import { allRecords, inOrder, type Plan, planOf, recordsOf } from '../../core/plan/plan.ts';
import { checkedPlan } from '../../core/plan/plan-json.ts';
import { placeOnWall } from '../../core/plan/wall-line.ts';

export type Fields<K extends PlacedKind> = Omit<NewRecord<K>, 'id' | 'floor' | 'layer'>;
type DeviceKind =
  | 'barrier'
  | 'bollards'
  | 'camera'
  | 'post'
  | 'light'
  | 'sensor'
  | 'reader'
  | 'screening'
  | 'sign'
  | 'equipment';
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

export const layerNames = [
  'Site and building',
  'Landscape',
  'Barriers and gates',
  'Cameras',
  'Guarding',
  'Patrols',
  'Lighting',
  'Alarms and access',
  'Ground floor devices',
  'Routes',
  'Assets and approaches',
  'Notes',
] as const;
export type LayerName = (typeof layerNames)[number];

const layerOfKind: { readonly [K in PlacedKind]?: LayerName } = {
  obstacle: 'Landscape',
  fence: 'Barriers and gates',
  gate: 'Barriers and gates',
  barrier: 'Barriers and gates',
  bollards: 'Barriers and gates',
  camera: 'Cameras',
  coverageZone: 'Cameras',
  post: 'Guarding',
  screening: 'Guarding',
  sign: 'Guarding',
  equipment: 'Guarding',
  patrol: 'Patrols',
  light: 'Lighting',
  sensor: 'Alarms and access',
  reader: 'Alarms and access',
  route: 'Routes',
  asset: 'Assets and approaches',
  approach: 'Assets and approaches',
  text: 'Notes',
  dimension: 'Notes',
  callout: 'Notes',
};

/** What is drawn indoors besides these is on a layer of its own, so that the sheet of the site stays clear. */
const fabric: readonly PlacedKind[] = ['building', 'wall', 'opening', 'area'];

/** Collects the records of the sample site. */
export class SiteBuilder {
  readonly records: PlanRecord[] = [];
  readonly floor: IdOf<'floor'>;
  readonly #layers = new Map<LayerName, IdOf<'layer'>>();
  /** Whether what is added now belongs to the sheet of the ground floor. */
  indoors = false;
  /** The group that is being built. */
  group: IdOf<'group'> | null = null;
  #count = 0;

  readonly #seed: string;

  constructor(name: string, seed = 'harbor street') {
    this.#seed = seed;
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
    const place = { floor: this.floor, layer: this.layer(this.#layerFor(kind)), group: this.group };
    const made = makeRecord(kind, { ...place, ...fields, id } as unknown as NewRecord<K>);
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

  /** The opening whose centre is at a point. */
  openingAt(x: number, y: number): IdOf<'opening'> {
    const plan = planOf(this.records);
    for (const opening of recordsOf(plan, 'opening')) {
      const wall = plan.tables.wall.get(opening.wall);
      if (wall && distanceBetween(placeOnWall(wall, opening.offset).at, at(x, y)) < 0.01) return opening.id;
    }
    throw new Error(`There is no opening at ${x}, ${y}.`);
  }

  /** Adds what belongs together as one group. */
  inGroup(name: string, add: () => void): void {
    const id = this.id('group');
    this.put({ id, ...planKinds.group.defaults, name });
    this.group = id;
    add();
    this.group = null;
  }

  layer(name: LayerName): IdOf<'layer'> {
    const id = this.#layers.get(name);
    if (!id) throw new Error(`There is no layer "${name}".`);
    return id;
  }

  #layerFor(kind: PlacedKind): LayerName {
    if (this.indoors && !fabric.includes(kind)) return 'Ground floor devices';
    return layerOfKind[kind] ?? 'Site and building';
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
    return `${kind}:${namedUuid(`${this.#seed} ${kind} ${this.#count}`)}` as IdOf<K>;
  }
}
