import { describe, expect, test } from 'vitest';
import { driver } from '../../../support/editor-driver.ts';
import { record, testId } from '../../../support/plan-builder.ts';

const armed = (type: 'linear' | 'aligned' | 'chain' | 'angle' | 'radius' | 'area' | 'coordinate') => ({
  records: { dimension: { type } },
});
const wall = testId('wall');
const end = (index: number) => ({ type: 'attached', record: wall, place: { type: 'vertex', index } });

describe('place-dimension', () => {
  test('two clicks on the ends of a wall and one beside it; the tool stays armed', () => {
    const drawn = driver('place-dimension', [record('wall')])
      .click(0.05, 0.04)
      .click(9.95, 0)
      .click(5, 2);
    expect(drawn.only('dimension')).toMatchObject({
      type: 'aligned',
      offset: 2,
      direction: null,
      anchors: [end(0), end(1)],
    });
    expect([drawn.undoDepth, drawn.editor.tool.id]).toEqual([1, 'place-dimension']);
  });

  test('with Alt, and away from records, its points are free', () => {
    const drawn = driver('place-dimension', [record('wall')])
      .click(0, 0, { alt: true })
      .click(3, 4, { alt: true })
      .click(5, 5);
    expect(drawn.only('dimension').anchors).toEqual([
      { type: 'free', at: { x: 0, y: 0 } },
      { type: 'free', at: { x: 3, y: 4 } },
    ]);
  });

  test('level or upright, as the pointer lies above or beside', () => {
    const start = () => driver('place-dimension', [], armed('linear')).click(0, 0).click(4, 3);
    expect(start().click(2, 6).only('dimension')).toMatchObject({ direction: 0, offset: 6 });
    expect(start().click(9, 1).only('dimension')).toMatchObject({ direction: 1.570796, offset: -9 });
  });

  test('a chain goes on until Enter', () => {
    const drawn = driver('place-dimension', [], armed('chain')).click(0, 0).click(2, 0).click(6, 0);
    expect(drawn.key('Enter').click(3, -1).only('dimension')).toMatchObject({ type: 'chain', offset: -1 });
    expect(drawn.only('dimension').anchors).toHaveLength(3);
  });

  test('an angle by two edges, or by three points', () => {
    const walls = [record('wall'), record('wall', { id: 2, a: { x: 10, y: 0 }, b: { x: 10, y: 8 } })];
    const byEdges = driver('place-dimension', walls, armed('angle')).click(3, 0).click(10, 3).click(8, 2);
    expect(byEdges.only('dimension').anchors).toHaveLength(4);
    expect(byEdges.only('dimension').offset).toBe(2.828);
    const byPoints = driver('place-dimension', walls, armed('angle')).click(10, 0).click(0, 0);
    expect(byPoints.click(10, 8).click(9, 1).only('dimension').anchors).toHaveLength(3);
  });

  test('a radius on a bent wall only', () => {
    const straight = driver('place-dimension', [record('wall')], armed('radius')).click(3, 0);
    expect([straight.refusal, straight.undoDepth]).toEqual(['no-arc-here', 0]);
    const bent = driver('place-dimension', [record('wall', { bulge: 1 })], armed('radius'));
    const drawn = bent.click(5, -5).click(5, -7);
    expect(drawn.only('dimension')).toMatchObject({ type: 'radius', offset: 2 });
  });

  test('an area of the smallest surface around the click', () => {
    const ring = [
      { x: 1, y: 1 },
      { x: 4, y: 1 },
      { x: 4, y: 4 },
      { x: 1, y: 4 },
    ];
    const surfaces = [record('building'), record('area', { ring })];
    const drawn = driver('place-dimension', surfaces, armed('area')).click(2, 2).click(2, 2);
    expect(drawn.only('dimension').anchors).toEqual([
      { type: 'attached', record: testId('area'), place: { type: 'centre' } },
    ]);
    expect(driver('place-dimension', surfaces, armed('area')).click(30, 2).refusal).toBe('no-surface-here');
  });

  test('coordinates of one point', () => {
    const drawn = driver('place-dimension', [], armed('coordinate')).click(2, 3).click(3, 3);
    expect(drawn.only('dimension')).toMatchObject({ offset: 1, direction: 0 });
  });

  test('typed lengths set the point, then the distance', () => {
    const drawn = driver('place-dimension').click(0, 0).move(1, 0).length(7).move(2, -1).length(1.5);
    expect(drawn.only('dimension')).toMatchObject({ offset: -1.5 });
    expect(drawn.only('dimension').anchors[1]).toEqual({ type: 'free', at: { x: 7, y: 0 } });
  });

  test('Backspace takes a point back; Escape and cancel leave nothing', () => {
    const drawn = driver('place-dimension').click(0, 0).click(5, 0).key('Backspace').move(3, 3);
    expect(drawn.editor.preview?.measure?.length).toBeCloseTo(Math.hypot(3, 3), 6);
    drawn.key('Escape');
    expect([drawn.editor.preview, drawn.undoDepth, drawn.editor.tool.id]).toEqual([
      null,
      0,
      'place-dimension',
    ]);
    expect(driver('place-dimension').click(0, 0).click(5, 0).cancel().undoDepth).toBe(0);
  });
});

describe('handles of a dimension', () => {
  const dimension = record('dimension', {
    anchors: [
      { type: 'free', at: { x: 0, y: 0 } },
      { type: 'free', at: { x: 4, y: 0 } },
    ],
  });

  test('its line is dragged off, its points onto records', () => {
    const drawn = driver('select', [dimension, record('wall', { a: { x: 6, y: 0 }, b: { x: 6, y: 5 } })]);
    drawn.select(dimension.id).drag([2, 1], [2, 3]);
    expect(drawn.only('dimension').offset).toBe(3);
    drawn.drag([4, 0], [6, 0.03]);
    expect(drawn.only('dimension').anchors[1]).toEqual(end(0));
  });
});
