import { expect, test } from 'vitest';
import { writeSchedule } from '../../../../core/codec/csv.ts';
import { writeGeojson } from '../../../../core/codec/geojson/write-geojson.ts';
import { writeSvg } from '../../../../core/codec/svg.ts';
import { drawRecord } from '../../../../core/drawing/draw-record.ts';
import { sceneOf } from '../../../../core/drawing/scene.ts';
import { layoutSheet } from '../../../../core/drawing/sheet/layout-sheet.ts';
import { polygonArea } from '../../../../core/geometry/polygon.ts';
import { leftByWalls } from '../../../../core/operations/walls/left-by-walls.ts';
import { makeRooms } from '../../../../core/operations/walls/make-rooms.ts';
import { moveWithJoints } from '../../../../core/operations/walls/move-with-joints.ts';
import { applyDiff, samePlan } from '../../../../core/plan/diff.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { settingsOf } from '../../../../core/plan/plan.ts';
import { formatArea } from '../../../../core/quantity.ts';
import { invertDiff } from '../../../../core/records/diff.ts';
import { harborStreet } from '../../../../scripts/sample-site/harbor-street.ts';
import { granted, idSource } from '../../../support/plan-builder.ts';

const newId = idSource();
const sample = harborStreet();
const roomNamed = (plan: Plan, name: string) => {
  const room = [...plan.tables.area.values()].find((area) => area.name === name);
  if (!room) throw new Error(`The sample has no room ${name}.`);
  return room;
};
const office = roomNamed(sample, 'Open office');
const making = { floor: office.floor, layer: office.layer, newId: () => newId('area') };
const rooms = applyDiff(sample, granted(makeRooms(sample, making)));

/** The wall between the open office and the briefing room. */
const between = [...rooms.tables.wall.values()].find(
  ({ a, b, floor }) => floor === office.floor && a.x === 40 && b.x === 40 && Math.min(a.y, b.y) < 31,
);

test('a wall of the sample is moved: its rooms are right on screen, sheet and GeoJSON, and one undo takes it back', () => {
  if (!between) throw new Error('The sample has no wall there.');
  const diff = granted(moveWithJoints(rooms, [between.id], { x: 1.5, y: 0 }));
  const moved = applyDiff(rooms, diff);
  const unit = settingsOf(moved).displayUnit;
  const sheet = layoutSheet(
    { plan: moved, planName: 'Sample', siteName: 'Sample' },
    {
      sheetId: null,
      scale: 100,
      paper: 'A0',
      orientation: null,
      floorId: office.floor,
      states: null,
      shown: null,
      day: '2026-12-01',
    },
  );
  const page = writeSvg(granted(sheet), () => null);
  const features = JSON.parse(writeGeojson(moved)).features as {
    id: string;
    geometry: { coordinates: [number, number][][] };
  }[];
  for (const name of ['Open office', 'Briefing']) {
    const [was, is] = [roomNamed(rooms, name), roomNamed(moved, name)];
    expect(is.follows).toBe('walls');
    const grows = name === 'Open office' ? 1 : -1;
    expect((polygonArea(is) - polygonArea(was)) * grows).toBeGreaterThan(8);
    const surface = formatArea(polygonArea(is), unit);
    const texts = drawRecord(is, sceneOf(moved)).flatMap((item) => (item.type === 'text' ? item.lines : []));
    expect(texts.join()).toContain(surface);
    expect(page).toContain(surface);
    const [ring] = features.find(({ id }) => id === is.id)?.geometry.coordinates ?? [];
    expect(ring?.slice(0, -1)).toEqual(is.ring.map(({ x, y }) => [x, y]));
  }
  // The schedule lists what is bought: rooms are not in it, and what is bought stays.
  expect(writeSchedule(moved)).toBe(writeSchedule(rooms));
  expect(leftByWalls(diff)).toEqual([]);
  expect(samePlan(applyDiff(moved, invertDiff(diff)), rooms)).toBe(true);
});
