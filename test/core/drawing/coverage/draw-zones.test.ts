import { describe, expect, test } from 'vitest';
import { floorZones } from '../../../../core/analysis/zones/floor-zones.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { drawAnswers } from '../../../../core/drawing/coverage/draw-zones.ts';
import type { TextItem } from '../../../../core/drawing/draw-item.ts';
import { everything, type Lens } from '../../../../core/picture/lens.ts';
import type { PlanRecord, RecordOf } from '../../../../core/plan/kinds/index.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const camera = record('camera', {
  type: 'panoramic',
  fieldOfView: { horizontal: 2 * Math.PI, vertical: Math.PI },
  tilt: Math.PI / 2,
  widthPx: 100_000,
  range: 8,
});
const zone = (fields: Partial<Omit<RecordOf<'coverageZone'>, 'id'>> = {}) =>
  record('coverageZone', { tag: 'Z-1', level: 'detect', minimumPercent: 40, ...fields });

function drawn(records: readonly PlanRecord[], lens: Partial<Lens> = {}) {
  const plan = testPlan(camera, ...records);
  const zones = derive(plan, floorZones, { floor: siteFloor, states: 'proposed', targetHeight: null });
  return drawAnswers(zones, { plan, lens: { ...everything, ...lens }, angle: 0 });
}
const words = (label: ReturnType<typeof drawn>[number]['label']) =>
  (label?.items.find((item): item is TextItem => item.type === 'text')?.lines ?? []).join();

describe('the answer for a zone on the drawing', () => {
  test('one that passes has a plain edge, a tick and its share', () => {
    const [answer, ...others] = drawn([zone()]);
    expect(others).toEqual([]);
    expect(answer?.body.map(({ stroke, fill }) => [stroke?.ink, stroke?.dash, fill])).toEqual([
      ['pass', 'solid', null],
    ]);
    expect(words(answer?.label ?? null)).toBe('Z-1 · Detect · 50.3 % of 40 %');
    const [mark] = answer?.label?.items ?? [];
    expect(mark?.type === 'symbol' && mark.parts[0]?.fill).toBeNull();
  });

  test('one that fails has a broken edge, a triangle, and is hatched where it is not covered', () => {
    const [answer] = drawn([zone({ minimumPercent: 95 })]);
    const [hatch, edge] = answer?.body ?? [];
    expect(hatch?.fill).toMatchObject({ ink: 'fail', pattern: 'hatch' });
    expect([edge?.stroke?.ink, edge?.stroke?.dash]).toEqual(['fail', 'dash-dot']);
    // The hatch lies beyond what the camera sees from the corner.
    const places = (hatch?.path ?? []).flatMap((step) =>
      step[0] === 'M' || step[0] === 'L' ? [Math.hypot(step[1], step[2])] : [],
    );
    expect(Math.min(...places)).toBeGreaterThan(7.99);
    expect(words(answer?.label ?? null)).toBe('Z-1 · Detect · 50.3 % of 95 %');
    const [mark] = answer?.label?.items ?? [];
    expect(mark?.type === 'symbol' && mark.parts[0]?.fill?.ink).toBe('fail');
  });

  test('one without an answer looks as one that fails', () => {
    const [answer] = drawn([zone({ level: 'frisk', tag: null })]);
    expect(answer?.body.map(({ stroke }) => stroke?.ink)).toEqual(['fail']);
    expect(words(answer?.label ?? null)).toBe('frisk · no answer');
  });

  test('what is not shown has none', () => {
    expect(drawn([zone()], { layers: new Set([testId('layer', 9)]) })).toEqual([]);
    expect(drawn([zone()], { floors: new Set([testId('floor', 9)]) })).toEqual([]);
  });
});
