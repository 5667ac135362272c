import { expect, test } from 'vitest';
import { sensedIn } from '../../../../core/drawing/sensed.ts';
import { middleOf } from '../../../../core/geometry/box.ts';
import { polygonArea } from '../../../../core/geometry/polygon.ts';
import { nearestOnPath } from '../../../../core/geometry/polyline.ts';
import { applyDiff, edit } from '../../../../core/plan/diff.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { boundsOf } from '../../../../core/plan/shape.ts';
import { harborStreet } from '../../../../scripts/sample-site/harbor-street.ts';
import { record } from '../../../support/plan-builder.ts';

const sample = harborStreet();
const office = [...sample.tables.area.values()].find(({ name }) => name === 'Open office');
if (!office) throw new Error('The sample has no open office.');
const middle = middleOf(boundsOf(office, sample) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 });
const detector: RecordOf<'sensor'> = {
  ...record('sensor', { at: middle, range: 25 }),
  floor: office.floor,
  layer: office.layer,
};

/** The openings around the office. */
const around = [...sample.tables.opening.values()].filter((opening) => {
  const box = opening.floor === office.floor ? boundsOf(opening, sample) : null;
  if (!box) return false;
  const near = nearestOnPath(middleOf(box), [...office.ring, ...office.ring.slice(0, 1)]);
  return near !== null && near.distance < 0.2;
});

function reached(plan: Plan): number {
  const sensing = sensedIn({ plan, states: 'proposed' }, detector);
  return sensing?.ok && sensing.value.shape === 'area' ? sensing.value.area : 0;
}

const withOpenings = (change: (opening: RecordOf<'opening'>) => Partial<RecordOf<'opening'>>) =>
  applyDiff(
    sample,
    edit(sample, (draft) => {
      for (const opening of around) draft.put({ ...opening, ...change(opening) });
    }),
  );

test('a detector in the open office of the sample reaches all of it, and no farther than its walls and windows', () => {
  expect(around.some(({ type }) => type === 'window')).toBe(true);
  expect(reached(withOpenings(() => ({ open: false })))).toBeCloseTo(polygonArea(office), 3);
});

test('through its door, when that stands open, it reaches a part of the corridor', () => {
  const isDoor = ({ type }: RecordOf<'opening'>) => type !== 'window';
  const doors = around.filter(isDoor);
  expect(doors.length).toBeGreaterThan(0);
  const open = reached(withOpenings((opening) => ({ open: isDoor(opening) })));
  expect(open).toBeGreaterThan(polygonArea(office) + 1);
  expect(open).toBeLessThan(polygonArea(office) + 60);
});
