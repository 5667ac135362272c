import { describe, expect, test } from 'vitest';
import { readClipboard, writeClipboard } from '../../../core/codec/clipboard.ts';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { convert } from '../../../core/exchange/convert/convert.ts';
import { readGeojson } from '../../../core/exchange/geojson/read-geojson.ts';
import { add, angleOf, distanceBetween, type Point, rotate, subtract } from '../../../core/geometry/point.ts';
import { mirrorRecords } from '../../../core/operations/arrange/mirror-records.ts';
import { arrayAround, arrayInGrid } from '../../../core/operations/arrays/array-records.ts';
import { deleteRecords } from '../../../core/operations/delete-records.ts';
import { duplicateRecords } from '../../../core/operations/duplicate-records.ts';
import { copyToFloor } from '../../../core/operations/floors/copy-to-floor.ts';
import { moveToFloor } from '../../../core/operations/floors/move-to-floor.ts';
import { type Inserting, insertFragment } from '../../../core/operations/fragment/insert-fragment.ts';
import { everything } from '../../../core/picture/lens.ts';
import { applyDiff, type PlanDiff } from '../../../core/plan/diff.ts';
import { checkIntegrity } from '../../../core/plan/integrity.ts';
import { type AnyId, anchorKinds, type PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { type Anchor, type AnchorPlace, anchorPoint } from '../../../core/plan/notes/anchor-place.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { allRecords, getRecord, isKind, isPlaced, type Plan } from '../../../core/plan/plan.ts';
import { isTie, relationsOf } from '../../../core/plan/relations.ts';
import { transformRecord } from '../../../core/plan/transform-record.ts';
import { firstLayer, granted, idSource, record, siteFloor, testPlan } from '../../support/plan-builder.ts';

/*  Copied, moved to another floor or brought in without what it is attached to, a note stays where it was drawn:
 *  at the same place among the rest of what was taken, and never at the plan's zero.  */

type HostKind = (typeof anchorKinds)[number];
type Note = PlacedRecord & { readonly id: `${'callout' | 'dimension'}:${string}` };

const upstairs = record('floor', { id: 2, name: 'Upstairs' });
const otherLayer = record('layer', { id: 2, name: 'Other' });
const elsewhere: Point = { x: 130, y: 70 };

const placed = <R extends PlacedRecord>(made: R): R => {
  const moved = transformRecord(made, { type: 'translate', by: elsewhere });
  return transformRecord(moved, { type: 'rotate', about: elsewhere, angle: 0.3 });
};

/** A record of a kind that notes can be attached to, behind it what it stands in or on, and so on. */
function chainOf(kind: HostKind): readonly PlacedRecord[] {
  const [tie] = relationsOf(kind).filter(isTie);
  const host = tie?.to[0] as HostKind | undefined;
  const behind = host ? chainOf(host) : [];
  const more = {
    ...(tie && behind[0] ? { [tie.field]: behind[0].id } : {}),
    ...(kind === 'gate' ? { at: { x: 4, y: 0 } } : {}),
    ...(kind === 'wall' ? { bulge: 0.4 } : {}),
    notes: kind,
  };
  return [placed(record(kind, more as never)) as PlacedRecord, ...behind];
}

const other = placed(record('sign', { id: 9, at: { x: -6, y: 5 }, notes: 'other' }));
/** By these two it is seen how all that is taken lies afterwards. */
const marks = [
  placed(record('post', { id: 8, at: { x: 2, y: 20 }, notes: 'mark 1' })),
  placed(record('post', { id: 9, at: { x: 40, y: 21 }, notes: 'mark 2' })),
];

const places: readonly AnchorPlace[] = [
  { type: 'vertex', index: 0 },
  { type: 'vertex', index: 1 },
  { type: 'vertex', index: 99 },
  { type: 'edge', index: 0, share: 0.3 },
  { type: 'centre' },
];

function notesOn(host: PlacedRecord): readonly Note[] {
  const to = (given: PlacedRecord, place: AnchorPlace) =>
    ({ type: 'attached', record: given.id, place }) as Extract<Anchor, { type: 'attached' }>;
  const free: Anchor = { type: 'free', at: { x: 128, y: 61 } };
  const callouts = places.map((place, index) =>
    placed(record('callout', { id: 20 + index, anchor: to(host, place), notes: `callout ${index}` })),
  );
  const [start, end, , edge, centre] = places as readonly [
    AnchorPlace,
    AnchorPlace,
    AnchorPlace,
    AnchorPlace,
    AnchorPlace,
  ];
  const dimensions = (
    [
      ['aligned', [to(host, start), to(other, centre)]],
      ['linear', [free, to(host, end)]],
      ['chain', [to(host, edge), free, to(other, centre), to(host, centre)]],
      ['angle', [to(host, start), to(other, centre), free]],
      ['radius', [to(host, centre), to(host, start)]],
      ['area', [to(host, centre)]],
      ['coordinate', [to(host, edge)]],
    ] as const
  ).map(([type, anchors], index) =>
    record('dimension', { id: 30 + index, type, anchors, notes: `figure ${type}` }),
  );
  return [...callouts, ...dimensions];
}

const anchorsOf = (note: PlacedRecord): readonly Anchor[] => {
  if (isKind(note, 'dimension')) return note.anchors;
  return isKind(note, 'callout') ? [note.anchor] : [];
};

/** Where all points of a note are; of a surface its corners. */
function pointsOf(note: PlacedRecord, plan: Plan): readonly Point[] {
  const lookup = (id: AnyId) => getRecord(plan, id);
  const [only, ...others] = anchorsOf(note);
  const on =
    isKind(note, 'dimension') && note.type === 'area' && only?.type === 'attached'
      ? lookup(only.record)
      : null;
  if (others.length === 0 && on && 'ring' in on && on.ring) return on.ring;
  return anchorsOf(note).map((anchor) => anchorPoint(anchor, lookup) ?? { x: Number.NaN, y: Number.NaN });
}

type Scene = {
  readonly plan: Plan;
  readonly chain: readonly PlacedRecord[];
  readonly notes: readonly Note[];
  /** What is taken. */
  readonly ids: readonly AnyId[];
};

const comings = ['alone', 'with what it is on', 'with what that is on too', 'with the other'] as const;
type Coming = (typeof comings)[number];

function sceneOf(kind: HostKind, coming: Coming): Scene {
  const chain = chainOf(kind);
  const [host] = chain as readonly [PlacedRecord];
  const drawn = testPlan(upstairs, otherLayer, ...chain, other);
  // A camera has no edge to be on.
  const notes = notesOn(host).filter((note) => pointsOf(note, drawn).every(({ x }) => !Number.isNaN(x)));
  const along = {
    alone: [],
    'with what it is on': [host],
    'with what that is on too': chain,
    'with the other': [other],
  };
  const taken = [...marks, ...notes, ...along[coming]];
  const ids = taken.map(({ id }) => id);
  const all = [...chain, other, ...marks, ...notes];
  const onLayers = all.map((each) => (ids.includes(each.id) ? each : { ...each, layer: otherLayer.id }));
  const plan = testPlan(upstairs, otherLayer, ...onLayers);
  expect(checkIntegrity(plan)).toEqual([]);
  return { plan, chain, notes, ids };
}

/** The plan afterwards and the ids of what was put into it or stayed taken; or why it was refused. */
type Outcome = { readonly plan: Plan; readonly ids: ReadonlySet<AnyId> } | string;

function outcomeOf(
  plan: Plan,
  result: { readonly ok: true; readonly value: PlanDiff } | { readonly ok: false; readonly error: unknown },
): Outcome {
  if (!result.ok) return String(result.error);
  const after = applyDiff(plan, result.value);
  expect(checkIntegrity(after)).toEqual([]);
  return {
    plan: after,
    ids: new Set([...result.value].flatMap(([id, { before }]) => (before === null ? [id] : []))),
  };
}

const newId = () => idSource(5001);

function pasted({ plan, ids }: Scene, into: Plan, more: Partial<Inserting>): Outcome {
  const fragment = granted(readClipboard(granted(writeClipboard(fragmentOf(plan, ids)))));
  const inserting = { floor: siteFloor, layer: firstLayer, to: null, newId: newId(), ...more };
  const { diff, leftOut } = granted(insertFragment(into, fragment, inserting));
  expect(leftOut.notes).toBe(0);
  return outcomeOf(into, { ok: true, value: diff });
}

function broughtIn({ plan, ids }: Scene): Outcome {
  const lens = { ...everything, layers: new Set([firstLayer]) };
  const drawing = granted(readGeojson(writeGeojson(plan, lens)));
  const into = testPlan(
    ...ids
      .map((id) => getRecord(plan, id))
      .filter((each) => each?.id.startsWith('sign:'))
      .flatMap((each) => each ?? []),
  );
  const { diff } = granted(
    convert(into, drawing, {
      as: 'part',
      floor: siteFloor,
      layer: firstLayer,
      middle: { x: 0, y: 0 },
      newId: newId(),
    }),
  );
  return outcomeOf(into, { ok: true, value: diff });
}

const around = { x: 100, y: 100 };
const ways: Readonly<Record<string, (scene: Scene) => Outcome>> = {
  'pasted at a place': (scene) => pasted(scene, scene.plan, { to: { at: { x: -40, y: 300 }, angle: 0 } }),
  'pasted turned into another plan': (scene) =>
    pasted(scene, testPlan(), { to: { at: { x: 400, y: 30 }, angle: 1.1 } }),
  'pasted in place on another floor': (scene) => pasted(scene, scene.plan, { floor: upstairs.id }),
  'copied to another floor': ({ plan, ids }) => {
    const result = copyToFloor(plan, ids, { floor: upstairs.id, newId: newId() });
    return outcomeOf(plan, result.ok ? { ok: true, value: result.value.diff } : result);
  },
  'moved to another floor': ({ plan, ids }) =>
    same(ids, outcomeOf(plan, moveToFloor(plan, ids, upstairs.id))),
  'left by what is deleted': ({ plan, ids, chain }) => {
    const gone = [...chain, other].filter(({ id }) => !ids.includes(id)).map(({ id }) => id);
    return same(ids, outcomeOf(plan, deleteRecords(plan, gone)));
  },
  'copied beside itself': ({ plan, ids }) =>
    outcomeOf(plan, duplicateRecords(plan, ids, { by: { x: 60, y: -25 }, newId: newId() })),
  'mirrored as a copy': ({ plan, ids }) => {
    const over: [Point, Point] = [around, { x: 130, y: 112 }];
    return outcomeOf(plan, mirrorRecords(plan, ids, { over, newId: newId() }));
  },
  'repeated in a row': ({ plan, ids }) => {
    const grid = { columns: 2, rows: 1, step: { x: 90, y: 0 } };
    return outcomeOf(plan, arrayInGrid(plan, ids, { grid, newId: newId() }));
  },
  'repeated around a point': ({ plan, ids }) => {
    const circle = { centre: around, count: 2, sweep: 2 };
    return outcomeOf(plan, arrayAround(plan, ids, { circle, newId: newId() }));
  },
  'written as GeoJSON and brought in': broughtIn,
};

const same = (ids: readonly AnyId[], outcome: Outcome): Outcome =>
  typeof outcome === 'string' ? outcome : { ...outcome, ids: new Set(ids) };

/** The record that says in its notes what one says that was taken. */
function counterpart({ plan, ids }: Exclude<Outcome, string>, { notes }: PlacedRecord): PlacedRecord {
  const found = [...allRecords(plan)].filter(
    (each) => isPlaced(each) && ids.has(each.id) && each.notes === notes,
  );
  expect([notes, found.length]).toEqual([notes, 1]);
  return found[0] as PlacedRecord;
}

/** How everything that was taken lies afterwards, by where the two marks are. */
function movementOf(outcome: Exclude<Outcome, string>, isMirrored: boolean): (point: Point) => Point {
  const placeOf = (mark: PlacedRecord) => ('at' in mark ? (mark.at as Point) : elsewhere);
  const [from, to] = marks.map(placeOf) as [Point, Point];
  const [nowFrom, nowTo] = marks.map((mark) => placeOf(counterpart(outcome, mark))) as [Point, Point];
  return (point) => {
    const way = rotate(subtract(point, from), -angleOf(from, to));
    return add(nowFrom, rotate(isMirrored ? { x: way.x, y: -way.y } : way, angleOf(nowFrom, nowTo)));
  };
}

describe.each(Object.entries(ways))('a note %s', (name, take) => {
  describe.each(anchorKinds)('that is on a %s', (kind) => {
    test.each(comings)('and comes %s is where it was, as all the rest', (coming) => {
      const scene = sceneOf(kind, coming);
      const outcome = take(scene);
      const isLoneDoor = kind === 'opening' && coming === 'with what it is on';
      if (typeof outcome === 'string') {
        expect([outcome, isLoneDoor, name.endsWith('to another floor')]).toEqual([
          'openings-need-walls',
          true,
          true,
        ]);
        return;
      }
      const movement = movementOf(outcome, name.startsWith('mirrored'));
      // A door that is copied without its wall finds its own place in it, and takes what is on it there.
      const isBeside =
        isLoneDoor && !name.startsWith('pasted') && !name.startsWith('written') && !name.startsWith('left');
      for (const note of scene.notes) {
        const now = counterpart(outcome, note);
        if (isBeside) {
          const door = scene.chain[0] as PlacedRecord;
          expect(placesOn(counterpart(outcome, door), now)).toEqual(placesOn(door, note));
        } else expectClose(pointsOf(now, outcome.plan), pointsOf(note, scene.plan).map(movement), note.notes);
      }
    });
  });
});

/** The places of the points of a note that are on a record. */
function placesOn(host: PlacedRecord, note: PlacedRecord): readonly (AnchorPlace | null)[] {
  return anchorsOf(note).map((anchor) =>
    anchor.type === 'attached' && anchor.record === host.id ? anchor.place : null,
  );
}

/** Every point of the one at the other, of surfaces whichever way their corners run. */
function expectClose(found: readonly Point[], wanted: readonly Point[], what: string): void {
  expect([what, found.length >= wanted.length]).toEqual([what, true]);
  const far = wanted.filter((point) => !found.some((near) => distanceBetween(near, point) < 0.004));
  expect([what, far]).toEqual([what, []]);
  const stray = found.filter((point) => !wanted.some((near) => distanceBetween(near, point) < 0.004));
  expect([what, stray]).toEqual([what, []]);
}
