import { expect, test } from 'vitest';
import { floorCoverage } from '../../../../core/analysis/coverage/floor-coverage.ts';
import { derive } from '../../../../core/derive/derive.ts';
import { formatArea } from '../../../../core/quantity.ts';
import { seenAreas } from '../../../../renderer/panels/inspector/camera/seen-areas.ts';
import { record, siteFloor, testId, testPlan } from '../../../support/plan-builder.ts';

const camera = record('camera', { range: 20 });
const wall = record('wall', { a: { x: 5, y: -5 }, b: { x: 5, y: 5 } });
const key = { floor: siteFloor, states: 'proposed', targetHeight: 0 } as const;
const coverage = derive(testPlan(camera, wall), floorCoverage, key);
const shown = { key, coverage };

test('the figures are those of the coverage that is current', () => {
  const seen = seenAreas({ state: 'current', shown }, camera, 'm');
  const result = coverage.cameras.get(camera.id);
  const detect = result?.ok ? result.value.levels.find((level) => level.key === 'detect')?.area : null;
  expect(seen?.figureOf('detect')).toBe(formatArea(detect ?? 0, 'm').replace(' m²', ''));
  expect(Number(seen?.figureOf('detect'))).toBeGreaterThan(1);
  expect(seen?.note).toContain('as proposed');
  expect(seen?.figureOf('unknown')).toBe('–');
});

test('while it is computed, or failed, there is no figure', () => {
  const computing = seenAreas({ state: 'computing', shown }, camera, 'm');
  expect([computing?.figureOf('detect'), computing?.note]).toEqual([
    '…',
    expect.stringContaining('computing'),
  ]);
  expect(seenAreas({ state: 'failed', shown, message: 'x' }, camera, 'm')?.figureOf('detect')).toBe('…');
});

test('of another floor, a camera that is not in it, or no coverage at all, there is nothing', () => {
  expect(seenAreas({ state: 'none', shown: null }, camera, 'm')).toBeNull();
  expect(seenAreas({ state: 'computing', shown: null }, camera, 'm')).toBeNull();
  expect(seenAreas({ state: 'current', shown }, { ...camera, floor: testId('floor', 2) }, 'm')).toBeNull();
  expect(seenAreas({ state: 'current', shown }, record('camera', { id: 9 }), 'm')).toBeNull();
});
