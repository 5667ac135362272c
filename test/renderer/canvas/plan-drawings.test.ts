import { beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../../../core/geometry/box.ts';
import { orderRecords } from '../../../core/operations/order/order-records.ts';
import type { Chunk } from '../../../renderer/canvas/drawings/chunk.ts';
import { PlanDrawings } from '../../../renderer/canvas/plan-drawings.ts';
import { driver, type EditorDriver } from '../../support/editor-driver.ts';
import { granted, placedKinds, record, testId } from '../../support/plan-builder.ts';

/** The browser's path counts here only as something that was drawn on: Node has none. */
class AnyPath {
  readonly points: [number, number][] = [];
  moveTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  lineTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  arc(): void {}
  closePath(): void {}
}

beforeAll(() => {
  Object.assign(globalThis, { Path2D: AnyPath });
});

const everywhere: Box = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 };
const upper = record('floor', { id: 2, name: 'Upper', order: 1, elevation: 3.5 });
const square = (from: number) => [
  { x: from, y: 0 },
  { x: from + 4, y: 0 },
  { x: from + 4, y: 4 },
  { x: from, y: 4 },
];

function drawingsOf({ editor }: EditorDriver): PlanDrawings {
  const drawings = new PlanDrawings(editor);
  editor.subscribe('plan', ({ diff }) => drawings.planChanged(diff));
  editor.subscribe('lens', () => drawings.lensChanged());
  return drawings;
}

const paths = (chunks: Iterable<Chunk>) => [...chunks].flatMap((chunk) => chunk.paths);
const firstX = (chunks: Iterable<Chunk>) =>
  paths(chunks).map(({ path }) => (path as unknown as AnyPath).points[0]?.[0]);

describe('the floor beneath', () => {
  const beneath = record('wall');
  const camera = record('camera');

  test('shows its walls as thin lines, without devices and without fills', () => {
    const hand = driver('select', [upper, beneath, camera], { floor: upper.id });
    const [line, ...others] = paths(drawingsOf(hand).ghost(everywhere, false));
    expect(others).toEqual([]);
    expect(line).toMatchObject({ fill: null, stroke: { ink: 'muted', dash: 'solid' } });
  });

  test('shows nothing where there is none, when it is turned off, and of hidden layers', () => {
    const ground = driver('select', [upper, beneath]);
    expect(paths(drawingsOf(ground).ghost(everywhere, false))).toEqual([]);
    const off = driver('select', [upper, beneath], { floor: upper.id, ghost: false });
    expect(paths(drawingsOf(off).ghost(everywhere, false))).toEqual([]);
    const gone = driver('select', [upper, beneath], { floor: upper.id, states: 'both' });
    const drawings = drawingsOf(gone);
    expect(paths(drawings.ghost(everywhere, false))).toHaveLength(1);
    gone.editor.show({ lens: { isolated: testId('layer', 9) } });
    expect(paths(drawings.ghost(everywhere, false))).toEqual([]);
  });

  // What shows where things stand. Devices, notes and what is meant would be taken for those of the shown floor.
  const shown = new Set<string>([
    ...['building', 'wall', 'opening', 'propertyLine', 'fence', 'gate', 'road', 'obstacle', 'barrier'],
  ]);
  test.each(placedKinds)('shows a %s or not, as was decided', (kind) => {
    const wall = kind === 'opening' ? [record('wall')] : [];
    const without = driver('select', [upper, ...wall], { floor: upper.id });
    const hand = driver('select', [upper, ...wall, record(kind)], { floor: upper.id });
    const [before, after] = [without, hand].map((each) => paths(drawingsOf(each).ghost(everywhere, false)));
    expect(JSON.stringify(after) !== JSON.stringify(before)).toBe(shown.has(kind));
  });

  test('follows an edit of that floor', () => {
    const hand = driver('select', [upper, beneath], { floor: upper.id });
    const drawings = drawingsOf(hand);
    expect(paths(drawings.ghost(everywhere, false))).toHaveLength(1);
    hand.editor.commit({
      label: 'edit.delete',
      diff: new Map([[beneath.id, { before: beneath, after: null }]]),
    });
    expect(paths(drawings.ghost(everywhere, false))).toEqual([]);
  });
});

test('what is in the entered group is painted apart from the rest', () => {
  const group = record('group');
  const inside = record('fence', { group: group.id });
  const outside = record('fence', {
    id: 2,
    path: [
      { x: 50, y: 0 },
      { x: 60, y: 0 },
    ],
  });
  const hand = driver('select', [group, inside, outside]);
  const drawings = drawingsOf(hand);
  expect(paths(drawings.entered(everywhere, true))).toEqual([]);
  hand.editor.show({ lens: { group: group.id } });
  expect(firstX(drawings.entered(everywhere, true))).toEqual([0]);
  expect(firstX(drawings.stage('standing', everywhere, true))).toEqual([50]);
});

test('a record that is brought to the front is painted after the others of its kind', () => {
  const look = { use: 'restricted' } as const;
  const areas = [1, 2].map((id) => record('area', { id, ring: square(id), ...look }));
  const hand = driver('select', areas);
  const drawings = drawingsOf(hand);
  expect(paths(drawings.stage('ground', everywhere, true))).toHaveLength(1);
  const diff = granted(orderRecords(hand.editor.plan, [testId('area', 1)], 'front'));
  hand.editor.commit({ label: 'edit.order', diff });
  drawings.settle();
  expect(firstX(drawings.stage('ground', everywhere, true))).toEqual([2, 1]);
});
