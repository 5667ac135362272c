import {
  type IdOf,
  type Kind,
  type PlacedKind,
  type PlanRecord,
  planKinds,
  type RecordOf,
} from '../../core/plan/kinds/index.ts';
import { makeRecord, type NewRecord } from '../../core/plan/parse-record.ts';
import { newViewport, type SheetViewport } from '../../core/plan/parts/viewports.ts';
import { type Plan, planOf } from '../../core/plan/plan.ts';

/** The id of a kind with a number as its uuid, so that tests can write it down. */
export function testId<K extends Kind>(kind: K, number = 1): IdOf<K> {
  const id =
    kind === 'settings'
      ? 'settings:plan'
      : `${kind}:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return id as IdOf<K>;
}

export const siteFloor = testId('floor', 1);
export const firstLayer = testId('layer', 1);

/** Ids in order: 1001, 1002 … for each kind; a new one starts anew. */
export function idSource(first = 1001): <K extends Kind>(kind: K) => IdOf<K> {
  let next = first;
  return (kind) => testId(kind, next++);
}

/** What a test says of a record: a number for the id, and the fields that matter. */
export type Given<K extends Kind> = Partial<Omit<RecordOf<K>, 'id'>> & { readonly id?: number };

type Required = { readonly [K in Kind]: Partial<RecordOf<K>> };

const square = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];
const line = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
];
const at = { x: 0, y: 0 };

// What has no default in the product, so that a test names only what it is about.
const stand: Required = {
  settings: {},
  floor: { name: 'Site' },
  layer: { name: 'Layer' },
  phase: { name: 'Phase' },
  group: { name: 'Group' },
  underlay: { at, attachment: '0'.repeat(64), widthPx: 1000, heightPx: 500 },
  propertyLine: { ring: square },
  building: { ring: square },
  wall: { a: { x: 0, y: 0 }, b: { x: 10, y: 0 } },
  opening: { wall: testId('wall'), offset: 5 },
  fence: { path: line },
  gate: { at },
  road: { path: line },
  parking: { ring: square },
  area: { ring: square },
  route: { path: line },
  obstacle: { ring: square },
  barrier: { path: line },
  bollards: { path: line },
  camera: { at },
  post: { at },
  patrol: { path: line },
  light: { at },
  sensor: { at },
  reader: { at },
  screening: { at },
  sign: { at },
  equipment: { at },
  asset: { ring: square },
  approach: { path: line },
  coverageZone: { ring: square },
  text: { at },
  callout: { anchor: { type: 'free', at }, at: { x: 2, y: 1 } },
  dimension: {
    anchors: [
      { type: 'free', at },
      { type: 'free', at: { x: 10, y: 0 } },
    ],
  },
  sheet: { name: 'Sheet', viewports: [newViewport({ floor: siteFloor, centre: at })] },
};

/** The field of a sheet that says what it shows. */
export function shownBy(fields: Partial<SheetViewport>): Pick<RecordOf<'sheet'>, 'viewports'> {
  return { viewports: [newViewport(Object.assign({ floor: siteFloor, centre: at }, fields))] };
}

/** A record of a kind as the product makes it, with the fields that the test gives. */
export function record<K extends Kind>(kind: K, { id = 1, ...fields }: Given<K> = {}): RecordOf<K> {
  const place = 'state' in planKinds[kind].defaults ? { floor: siteFloor, layer: firstLayer } : {};
  const all = { ...place, ...stand[kind], ...fields, id: testId(kind, id) };
  const made = makeRecord(kind, all as unknown as NewRecord<K>);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** The records that every sound plan has: settings, the floor "Site" (1) and one layer (1). */
export function groundRecords(): PlanRecord[] {
  return [record('settings', { name: 'Test plan' }), record('floor'), record('layer')];
}

/** A sound plan of settings, one floor, one layer and the given records. */
export function testPlan(...records: readonly PlanRecord[]): Plan {
  return planOf([...groundRecords(), ...records]);
}

/** Kinds that stand on a floor. */
export const placedKinds = Object.entries(planKinds).flatMap(([kind, { defaults }]) =>
  'state' in defaults ? [kind as PlacedKind] : [],
);

/** The value of a result that a test needs to go on; a refusal fails the test with its reason. */
export function granted<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
