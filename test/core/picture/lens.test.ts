import { beforeAll, describe, expect, test } from 'vitest';
import { writeSchedule } from '../../../core/codec/csv.ts';
import { writeGeojson } from '../../../core/codec/geojson/write-geojson.ts';
import { stages, strata } from '../../../core/drawing/composition.ts';
import { planView } from '../../../core/drawing/sheet/plan-view.ts';
import { updateRecords } from '../../../core/operations/update-records.ts';
import { everything, type Lens, recordsShown, shows } from '../../../core/picture/lens.ts';
import { lensOfViewport } from '../../../core/picture/lenses.ts';
import type { AnyId, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import type { Anchor, AttachedAnchor } from '../../../core/plan/notes/anchor-place.ts';
import { newViewport } from '../../../core/plan/parts/viewports.ts';
import { allRecords, isDevice, kindOf } from '../../../core/plan/plan.ts';
import { relationsOf } from '../../../core/plan/relations.ts';
import { PlanDrawings } from '../../../renderer/canvas/plan-drawings.ts';
import { lensOfGhost, lensOfWindow } from '../../../renderer/editor/window-lens.ts';
import { driver } from '../../support/editor-driver.ts';
import { granted, placedKinds, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

type Attached = AttachedAnchor['record'];
const around = { minX: -100, minY: -100, maxX: 100, maxY: 100 };

beforeAll(() => {
  // Node has no paths of the browser: here they only stand for something that was drawn on.
  Object.assign(globalThis, {
    Path2D: class {
      moveTo() {}
      lineTo() {}
      arc() {}
      closePath() {}
    },
  });
});

const upper = record('floor', { id: 2, name: 'Upper', order: 1, elevation: 4 });
const off = record('layer', { id: 2, name: 'Off', order: 1, visible: false });
const unprinted = record('layer', { id: 3, name: 'Screen only', order: 2, printed: false });
const phase = record('phase');

const floors = [siteFloor, upper.id];
const layers = [testId('layer'), off.id, unprinted.id];
const states = ['existing', 'proposed', 'removed'] as const;

/** Records of every kind on each floor and layer, in each of three states; doors also in walls of another state. */
const records: readonly PlacedRecord[] = floors.flatMap((floor, onFloor) =>
  layers.flatMap((layer, onLayer) =>
    states.flatMap((state, inState) => {
      const id = 100 * (onFloor + 1) + 10 * onLayer + inState + 1;
      const place = { id, floor, layer, phase: inState === 1 ? phase.id : null };
      return placedKinds.map((kind) => {
        const host = kind === 'opening' ? { wall: testId('wall', id - inState + ((inState + 1) % 3)) } : {};
        return record(kind, { ...place, state, tag: `${kind}-${id}`, ...host } as object) as PlacedRecord;
      });
    }),
  ),
);
const plan = testPlan(upper, off, unprinted, phase, ...records);

const idsOf = (shown: readonly PlacedRecord[]) => shown.map(({ id }) => id).toSorted();
const shownBy = (lens: Lens) => idsOf(recordsShown(plan, lens));

describe('what a lens shows', () => {
  test('is all there is, where it says nothing', () => {
    expect(shownBy(everything)).toEqual(idsOf(records));
  });

  test.each([
    ['floors', { floors: new Set([upper.id]) }, ({ floor }: PlacedRecord) => floor === upper.id],
    ['layers', { layers: new Set([off.id]) }, ({ layer }: PlacedRecord) => layer === off.id],
    [
      'kinds',
      { kinds: new Set(['camera', 'post'] as const) },
      ({ id }: PlacedRecord) => /^(camera|post):/.test(id),
    ],
    ['phases', { phases: new Set([phase.id]) }, (each: PlacedRecord) => each.phase === phase.id],
    ['none of a set', { floors: new Set<typeof siteFloor>() }, () => false],
  ])('is what stands in each of its sets: %s', (_, part, expected) => {
    expect(shownBy({ ...everything, ...part })).toEqual(idsOf(records.filter(expected)));
  });

  test('is of today what is not proposed, of the proposal what is not removed, doors as their walls too', () => {
    const gone = { today: 'proposed', proposed: 'removed' } as const;
    for (const view of ['today', 'proposed'] as const) {
      const isThere = (each: PlacedRecord | undefined) => each?.state !== gone[view];
      const expected = records.filter((each) => {
        const wall = 'wall' in each ? plan.tables.wall.get(each.wall) : undefined;
        return isThere(each) && isThere(wall);
      });
      expect(expected.some(({ id }) => kindOf(id) === 'opening')).toBe(true);
      expect(shownBy({ ...everything, states: view })).toEqual(idsOf(expected));
    }
  });

  test('is nothing more for what only belongs to something that is not shown', () => {
    const bound = placedKinds.filter((kind) =>
      relationsOf(kind).some(({ isShown }) => isShown !== 'without'),
    );
    expect(bound).toEqual(['opening', 'dimension', 'callout']);
  });
});

describe('a note is shown with one at least of what it is attached to', () => {
  const wall = record('wall', { id: 1 });
  const planned = record('wall', {
    id: 2,
    state: 'proposed',
    a: { x: 0, y: 9 },
    b: { x: 9, y: 9 },
  });
  const going = record('post', { id: 3, state: 'removed' });
  // Its state alone would show it today.
  const door = record('opening', { id: 4, wall: planned.id });
  const on = (id: AnyId, index = 0) => ({
    type: 'attached' as const,
    record: id as Attached,
    place: { type: 'vertex' as const, index },
  });
  const free = { type: 'free' as const, at: { x: 3, y: 3 } };
  const level = (id: number, ...anchors: Anchor[]) => record('dimension', { id, type: 'aligned', anchors });
  const notes = {
    between: level(10, on(wall.id), on(planned.id)),
    planned: level(11, on(planned.id), on(planned.id, 1)),
    half: level(12, on(planned.id), free),
    free: level(13, free, { ...free, at: { x: 8, y: 3 } }),
    inPlanned: record('callout', { id: 14, anchor: on(door.id) }),
    onGoing: record('callout', { id: 15, anchor: on(going.id) }),
  };
  const noted = testPlan(wall, planned, going, door, ...Object.values(notes));
  const shownIn = (states: Lens['states'], of = noted) =>
    Object.entries(notes).flatMap(([name, note]) =>
      shows({ ...everything, states }, note, of) ? [name] : [],
    );

  test('in each way to look at the plan', () => {
    expect(shownIn('both')).toEqual(Object.keys(notes));
    expect(shownIn('today')).toEqual(['between', 'free', 'onGoing']);
    expect(shownIn('proposed')).toEqual(['between', 'planned', 'half', 'free', 'inPlanned']);
  });

  test('in the window too, as soon as what it is on has another state', () => {
    const hand = driver(
      'select',
      [...allRecords(noted)].filter(({ id }) => id !== 'settings:plan'),
    );
    const { editor } = hand;
    editor.show({ lens: { states: 'today' } });
    const drawings = new PlanDrawings(editor);
    editor.subscribe('plan', ({ diff }) => void drawings.planChanged(diff));
    const drawn = () => Object.keys(notes).filter((name) => isDrawn(notes[name as keyof typeof notes]));
    const isDrawn = ({ id }: PlacedRecord) => drawings.outline(id, null) !== null;
    expect(drawn()).toEqual(['between', 'free', 'onGoing']);
    const diff = granted(updateRecords(editor.plan, [planned.id], { state: 'existing' }));
    editor.commit({ label: 'edit.change', diff });
    expect(drawn()).toEqual(['between', 'planned', 'half', 'free', 'inPlanned', 'onGoing']);
  });

  test('and on paper', () => {
    const { floor } = wall;
    const viewport = newViewport({ floor, centre: { x: 5, y: 5 }, scale: 100, states: 'today' });
    const shown = planView(noted, viewport, { left: 0, top: 0, width: 2000, height: 2000 }).records;
    expect(shown.some(({ id }) => id === notes.planned.id)).toBe(false);
    expect(shown.some(({ id }) => id === notes.between.id)).toBe(true);
  });
});

/** The records that stand on a page: told from each other by their tags, names and figures alone by their place. */
function idsOnSheet(viewport: ReturnType<typeof newViewport>): readonly string[] {
  return idsOf(planView(plan, viewport, { left: 0, top: 0, width: 2000, height: 2000 }).records);
}

describe('one lens shows the same', () => {
  const viewport = newViewport({ floor: upper.id, centre: { x: 5, y: 5 }, scale: 100, states: 'proposed' });

  test('on a sheet', () => {
    expect(idsOnSheet(viewport)).toEqual(shownBy(lensOfViewport(plan, viewport)));
    const named = newViewport({ ...viewport, layers: [testId('layer'), unprinted.id] });
    expect(idsOnSheet(named)).toEqual(shownBy(lensOfViewport(plan, named)));
    expect(idsOnSheet(named)).toEqual(
      idsOf(
        records.filter(
          (each) =>
            each.floor === upper.id &&
            each.layer === testId('layer') &&
            shows({ ...everything, states: 'proposed' }, each, plan),
        ),
      ),
    );
  });

  test('in the window, and of the floor beneath', () => {
    const hand = driver(
      'select',
      [...allRecords(plan)].filter(({ id }) => id !== 'settings:plan'),
    );
    const { editor } = hand;
    editor.show({ lens: { floor: upper.id, states: 'proposed' } });
    const lens = lensOfWindow(editor);
    const drawings = new PlanDrawings(editor);
    const reached = records.filter(({ id }) => drawings.outline(id, null) !== null);
    expect(idsOf(reached)).toEqual(shownBy(lens));
    const labels = stages.flatMap((stage) =>
      [...drawings.stage(stage, around, false)].flatMap((chunk) => chunk.labels),
    );
    const labelled = new Set(labels.map(({ key }) => key.split(' ')[0]));
    expect(labelled.size).toBeGreaterThan(20);
    expect([...labelled].filter((id) => !shownBy(lens).some((shown) => shown === id))).toEqual([]);
    expect(recordsShown(plan, lens).filter((each) => isDevice(each) && !labelled.has(each.id))).toEqual([]);
    expect(idsOf(recordsShown(editor.plan, lens))).toEqual(
      shownBy({
        ...everything,
        floors: new Set([upper.id]),
        layers: new Set([testId('layer'), unprinted.id]),
        states: 'proposed',
      }),
    );
    editor.show({ lens: { isolated: off.id } });
    expect(lensOfWindow(editor).layers).toEqual(new Set([off.id]));
    expect(lensOfGhost(editor).floors).toEqual(new Set([siteFloor]));
    expect(lensOfGhost(editor).kinds?.has('camera')).toBe(false);
    editor.show({ lens: { floor: siteFloor } });
    expect(recordsShown(editor.plan, lensOfGhost(editor))).toEqual([]);
  });

  test('in the schedule and as GeoJSON', () => {
    const lens = lensOfViewport(plan, viewport);
    const rows = writeSchedule(plan, lens).trim().split('\r\n').slice(1);
    const devices = recordsShown(plan, lens).filter(isDevice);
    expect(rows.map((row) => row.split(',')[0]).toSorted()).toEqual(
      devices.map(({ tag }) => tag ?? '').toSorted(),
    );
    const features = JSON.parse(writeGeojson(plan, lens)).features as { readonly id: string }[];
    const placed = features.filter(({ id }) => records.some((each) => each.id === id));
    expect(placed.map(({ id }) => id).toSorted()).toEqual(shownBy(lens));
  });
});

test('the strata are every kind once, what lies on the ground under all that stands', () => {
  expect(strata.map(({ kind }) => kind).toSorted()).toEqual(placedKinds.toSorted());
  const given = strata.map(({ stage }) => stage);
  expect(given).toEqual(given.toSorted((one, other) => stages.indexOf(one) - stages.indexOf(other)));
});
