import { beforeAll, expect, test } from 'vitest';
import type { Point } from '../../../core/geometry/point.ts';
import { add } from '../../../core/geometry/point.ts';
import { moveRecords } from '../../../core/operations/move-records.ts';
import type { MassOutline } from '../../../renderer/canvas/drawings/mass-outlines.ts';
import type { PaintStyle } from '../../../renderer/canvas/paint-chunk.ts';
import { strokeMass } from '../../../renderer/canvas/paint-overlay.ts';
import { PlanDrawings } from '../../../renderer/canvas/plan-drawings.ts';
import { driver } from '../../support/editor-driver.ts';
import { granted, record } from '../../support/plan-builder.ts';

/** A path of the browser that keeps where it was drawn to: Node has none. */
class RecordedPath {
  readonly points: Point[] = [];
  moveTo(x: number, y: number): void {
    this.points.push({ x, y });
  }
  lineTo(x: number, y: number): void {
    this.points.push({ x, y });
  }
  closePath(): void {}
}

beforeAll(() => {
  Object.assign(globalThis, { Path2D: RecordedPath });
});

const FAR = { x: 900_000, y: -900_000 };
/** Fences without a width that shows from far out, and cameras; those of every third tile of paths lie elsewhere. */
const records = Array.from({ length: 301 }, (_, index) => {
  const at = add(FAR, { x: (index % 3) * 20_000 + index * 0.117, y: index * 0.333 });
  const path = [at, add(at, { x: 1.001, y: 0.777 })];
  return index % 2 === 0 ? record('fence', { id: index + 1, path }) : record('camera', { id: index + 1, at });
});

const pathPoints = ({ pieces, by }: MassOutline) =>
  pieces.flatMap(({ origin, path, rings }) =>
    [...(path as unknown as RecordedPath).points, ...rings].map((point) => ({
      point,
      place: add(add(origin, by), point),
    })),
  );

function expectedPlaces(by: Point): readonly Point[] {
  const places = records.flatMap((each) => ('path' in each ? each.path : [each.at]));
  return places.map((place) => add(place, by));
}

const inOrder = (points: readonly Point[]) =>
  points.toSorted((first, second) => first.x - second.x || first.y - second.y);

function expectExact(outline: MassOutline | null, by: Point): void {
  if (!outline) throw new Error('There is no outline.');
  const found = pathPoints(outline);
  const size = Math.max(...found.flatMap(({ point }) => [Math.abs(point.x), Math.abs(point.y)]));
  expect(size).toBeLessThanOrEqual(16_384);
  const [places, expected] = [inOrder(found.map(({ place }) => place)), inOrder(expectedPlaces(by))];
  expect(places.length).toBe(expected.length);
  const off = places.map((place, index) => {
    const should = expected[index] ?? FAR;
    return Math.max(Math.abs(place.x - should.x), Math.abs(place.y - should.y));
  });
  expect(Math.max(...off)).toBeLessThan(1e-9);
}

function selectedAll(given = records) {
  const { editor } = driver('select', given);
  const drawings = new PlanDrawings(editor);
  editor.subscribe('plan', ({ diff }) => drawings.planChanged(diff));
  editor.select(given.map(({ id }) => id));
  return { editor, drawings };
}

test('far from the origin the outlines of very many lie where their records do, also after a move', () => {
  const { editor, drawings } = selectedAll();
  expectExact(drawings.massOutline(editor.selection, true).staying, { x: 0, y: 0 });
  const by = { x: 12.345, y: -6.789 };
  const diff = granted(moveRecords(editor.plan, [...editor.selection], by));
  editor.commit({ label: 'edit.move', diff });
  expectExact(drawings.massOutline(editor.selection, true).staying, by);
});

test('each piece is stroked from where it lies on the screen', () => {
  const { editor, drawings } = selectedAll();
  const { staying } = drawings.massOutline(editor.selection, true);
  if (!staying) throw new Error('There is no outline.');
  const shifts: (readonly [number, number])[] = [];
  const nothing = () => undefined;
  const context = {
    setTransform: (...matrix: number[]) => shifts.push([matrix[4] ?? 0, matrix[5] ?? 0]),
    setLineDash: nothing,
    stroke: nothing,
    beginPath: nothing,
    moveTo: nothing,
    arc: nothing,
  };
  const viewport = { centre: FAR, pixelsPerMetre: 2, widthPx: 100, heightPx: 100 };
  const area = { left: 0, top: 0, widthPx: 100, heightPx: 100 };
  const style = { view: { viewport, pixelRatio: 1, area }, palette: { colourOf: () => '#000' } };
  strokeMass(context as unknown as CanvasRenderingContext2D, staying, style as unknown as PaintStyle);
  expect(shifts).toEqual(
    staying.pieces.map(({ origin }) => [50 + (origin.x - FAR.x) * 2, 50 - (origin.y - FAR.y) * 2]),
  );
});

test('what is locked stays behind, its outline too', () => {
  const [first, second, ...others] = records;
  if (!first || !second) throw new Error('There are no records.');
  const { editor, drawings } = selectedAll([{ ...first, locked: true }, second, ...others]);
  const ids = new Set([...editor.selection].filter((id) => id !== first.id));
  drawings.carry(ids);
  const { carried, staying } = drawings.massOutline(editor.selection, true, ids);
  const countIn = (outline: MassOutline | null) => (outline ? pathPoints(outline).length : 0);
  const all = drawings.massOutline(editor.selection, true);
  expect(countIn(staying)).toBe(2);
  expect(countIn(carried)).toBe(countIn(all.staying) - 2);
  drawings.carry(null);
  expect(all.carried).toBeNull();
});

test('with nothing locked all outlines are carried', () => {
  const { editor, drawings } = selectedAll();
  const { carried, staying } = drawings.massOutline(editor.selection, true, editor.selection);
  expect(staying).toBeNull();
  expectExact(carried, { x: 0, y: 0 });
});
