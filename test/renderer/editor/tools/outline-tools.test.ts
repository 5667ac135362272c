import { describe, expect, test } from 'vitest';
import type { ToolId } from '../../../../renderer/editor/tools/index.ts';
import { driver } from '../../../support/editor-driver.ts';
import { firstLayer, record, siteFloor, testId } from '../../../support/plan-builder.ts';

const tools = [
  ['draw-property-line', 'propertyLine'],
  ['draw-building', 'building'],
  ['draw-area', 'area'],
  ['draw-parking', 'parking'],
  ['draw-obstacle', 'obstacle'],
] as const satisfies readonly (readonly [ToolId, string])[];

const triangle = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 3 },
];

describe.each(tools)('%s', (tool, kind) => {
  test('corners by clicks, closed by a click on the first one', () => {
    const drawn = driver(tool).click(0, 0).click(4, 0).click(4, 3).click(0.04, 0.04);
    expect(drawn.only(kind)).toMatchObject({ ring: triangle, floor: siteFloor, layer: firstLayer });
    expect([drawn.undoDepth, drawn.selected, drawn.editor.tool.id]).toEqual([1, [drawn.only(kind).id], tool]);
  });

  test('closed by Enter and by a double click on the last corner', () => {
    expect(driver(tool).click(0, 0).click(4, 0).click(4, 3).key('Enter').only(kind).ring).toEqual(triangle);
    expect(driver(tool).click(0, 0).click(4, 0).double(4, 3).only(kind).ring).toEqual(triangle);
  });

  test('a rectangle by dragging', () => {
    const drawn = driver(tool).drag([0, 0], [4, -3]);
    expect(drawn.only(kind).ring).toEqual([
      { x: 0, y: -3 },
      { x: 4, y: -3 },
      { x: 4, y: 0 },
      { x: 0, y: 0 },
    ]);
    expect(drawn.undoDepth).toBe(1);
  });

  test('cancelled from every phase, nothing is left', () => {
    const phases = [driver(tool).move(1, 1), driver(tool).down(0, 0), driver(tool).click(0, 0).click(4, 0)];
    phases.push(driver(tool).down(0, 0).move(3, 3));
    for (const phase of phases) {
      phase.cancel();
      expect([phase.all(kind).length, phase.undoDepth, phase.editor.preview]).toEqual([0, 0, null]);
    }
  });
});

describe('drawing an outline', () => {
  test('a typed length sets the next corner exactly, in the direction of the pointer', () => {
    const drawn = driver('draw-building')
      .click(0, 0)
      .move(2, 0)
      .length(12.5)
      .move(12.5, 3)
      .length(8)
      .key('Enter');
    expect(drawn.only('building').ring).toEqual([
      { x: 0, y: 0 },
      { x: 12.5, y: 0 },
      { x: 12.5, y: 8 },
    ]);
  });

  test('the preview shows the outline, its length and its angle, and the plan stays as it is', () => {
    const drawn = driver('draw-area').click(0, 0).click(4, 0).move(4, 3);
    expect(drawn.shown('area')?.ring).toEqual(triangle);
    expect(drawn.editor.preview?.measure).toEqual({
      at: { x: 4, y: 3 },
      length: 3,
      angle: Math.PI / 2,
      editable: true,
    });
    expect(drawn.all('area')).toEqual([]);
  });

  test('Backspace takes corners back, the first one as well', () => {
    const drawn = driver('draw-area')
      .click(0, 0)
      .click(4, 0)
      .click(4, 3)
      .key('Backspace')
      .click(2, 5)
      .key('Enter');
    expect(drawn.only('area').ring).toEqual([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 2, y: 5 },
    ]);
    const begun = driver('draw-area').click(0, 0).key('Backspace');
    expect(begun.editor.tool.hint).toBe('hint.draw-area');
  });

  test('two corners, and corners on one line, are refused and stay', () => {
    const two = driver('draw-area').click(0, 0).click(4, 0).key('Enter');
    expect([two.refusal, two.undoDepth]).toEqual(['too-few-corners', 0]);
    const flat = two.click(8, 0).key('Enter');
    expect([flat.refusal, flat.undoDepth]).toEqual(['no-area', 0]);
    flat.click(8, 4).key('Enter');
    expect([flat.refusal, flat.all('area').length]).toEqual([null, 1]);
  });

  test('a refusal stays until the next press', () => {
    const drawn = driver('draw-area').click(0, 0).click(4, 0).key('Enter').move(5, 5);
    expect(drawn.refusal).toBe('too-few-corners');
    expect(drawn.down(5, 5).refusal).toBeNull();
  });

  test('a double click on bare ground leaves nothing', () => {
    const drawn = driver('draw-area').double(0, 0);
    expect([drawn.undoDepth, drawn.refusal, drawn.editor.tool.hint]).toEqual([0, null, 'hint.draw-area']);
  });

  test('Escape gives the outline up, a second one the tool', () => {
    const drawn = driver('draw-area').click(0, 0).click(4, 0).key('Escape');
    expect([drawn.editor.tool.id, drawn.editor.tool.hint]).toEqual(['draw-area', 'hint.draw-area']);
    expect(drawn.key('Escape').editor.tool.id).toBe('select');
  });

  test('what is armed is taken over, on the floor and layer that are worked on', () => {
    const [floor, layer] = [record('floor', { id: 2, order: 1 }), record('layer', { id: 2, order: 1 })];
    const view = { floor: floor.id, layer: layer.id, records: { area: { use: 'clear-zone' } } } as const;
    const drawn = driver('draw-area', [floor, layer], view).drag([0, 0], [4, 3]);
    expect(drawn.only('area')).toMatchObject({ use: 'clear-zone', floor: floor.id, layer: layer.id });
  });

  test.each([
    [{ locked: true }, 'layer-locked'],
    [{ visible: false }, 'layer-hidden'],
  ])('nothing is drawn on a layer of %o', (layer, refusal) => {
    const drawn = driver('draw-area', [record('layer', { id: 1, ...layer })]).click(0, 0);
    expect([drawn.refusal, drawn.editor.tool.hint]).toEqual([refusal, 'hint.draw-area']);
  });

  test('cars stand across the side of a parking that was drawn first', () => {
    const drawn = driver('draw-parking').click(0, 0).click(20, 0).click(20, 5).key('Enter');
    expect(drawn.only('parking').direction).toBeCloseTo(Math.PI / 2, 5);
  });

  test('leaving the tool or the floor gives the outline up', () => {
    const floor = record('floor', { id: 2, order: 1 });
    const drawn = driver('draw-area', [floor]).click(0, 0).click(4, 0);
    drawn.editor.show({ lens: { floor: testId('floor', 2) } });
    expect(drawn.editor.preview).toBeNull();
    drawn.click(0, 0).editor.setTool('select');
    expect([drawn.editor.preview, drawn.undoDepth]).toEqual([null, 0]);
  });
});
