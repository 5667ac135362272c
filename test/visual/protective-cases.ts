import { barrierTypes } from '../../core/plan/kinds/barrier.ts';
import { cameraTypes } from '../../core/plan/kinds/camera.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { postTypes } from '../../core/plan/kinds/post.ts';
import { record, testId } from '../support/plan-builder.ts';
import { at, box } from './ground-cases.ts';

const states = ['existing', 'proposed', 'deficient', 'removed'] as const;

/** Looks of fences and gates, within 24 × 16 m. */
export const perimeterCases = {
  fence: [
    record('fence', { path: [at(1, 15), at(16, 15), at(16, 11)], tag: 'F-1' }),
    record('fence', { id: 2, path: box(18, 9, 23, 15), closed: true, type: 'mesh' }),
    record('fence', { id: 3, path: [at(1, 10), at(12, 10)], topping: 'Barbed tape' }),
    record('fence', { id: 4, path: [at(1, 7), at(23, 7)], type: 'solid', state: 'deficient', tag: 'F-4' }),
    record('fence', { id: 5, path: [at(1, 4), at(23, 4)], state: 'proposed', tag: 'F-5' }),
    record('fence', { id: 6, path: [at(1, 1), at(12, 1.5), at(23, 1)], state: 'removed' }),
  ],
  gate: [
    record('fence', { path: [at(1, 12), at(23, 12)] }),
    record('fence', { id: 2, path: [at(1, 4), at(17, 4)] }),
    ...(['swing', 'double-swing', 'sliding', 'lift'] as const).map((type, index) =>
      record('gate', {
        id: index + 1,
        type,
        fence: testId('fence'),
        tag: `G-${index + 1}`,
        at: at(3.5 + 5.5 * index, 12),
        width: type === 'swing' ? 1.2 : 4,
      }),
    ),
    record('gate', {
      id: 5,
      at: at(5, 4),
      width: 4,
      fence: testId('fence', 2),
      state: 'proposed',
      tag: 'G-5',
    }),
    record('gate', { id: 6, at: at(12, 4), fence: testId('fence', 2), type: 'sliding', state: 'removed' }),
    record('gate', { id: 7, at: at(21, 4), direction: Math.PI / 3, type: 'lift', state: 'deficient' }),
  ],
} satisfies { readonly [kind: string]: readonly PlanRecord[] };

/** Looks of the devices, within 24 × 16 m. */
export const deviceCases = {
  barrier: [
    ...barrierTypes.map((type, index) => {
      const [left, y] = [1 + 8 * (index % 3), 14.5 - 2.6 * Math.floor(index / 3)];
      const rating = index % 2 === 0 ? 'M50-P1' : null;
      return record('barrier', {
        id: index + 1,
        type,
        rating,
        path: [at(left, y), at(left + 5.5, y)],
        state: 'existing',
        tag: `B-${index + 1}`,
      });
    }),
    record('barrier', { id: 20, path: [at(17, 6.7), at(20, 5.5), at(22.5, 6.7)], tag: 'J-1' }),
    record('barrier', { id: 21, path: [at(2, 1), at(2, 4.5)], type: 'wedge', rating: 'M30-P1', tag: 'WB-1' }),
    record('barrier', { id: 22, path: [at(8, 1), at(12, 4)], state: 'deficient', tag: 'J-2' }),
    record('barrier', { id: 23, path: [at(15, 2.5), at(21, 2.5)], state: 'removed', tag: 'J-3' }),
  ],
  bollards: [
    ...(['fixed', 'removable', 'retractable'] as const).map((mode, index) =>
      record('bollards', {
        id: index + 1,
        mode,
        path: [at(1, 14 - 3.4 * index), at(10, 14 - 3.4 * index)],
        rating: 'M50-P1',
        tag: `B-${index + 1}`,
        state: states[index] ?? 'existing',
      }),
    ),
    record('bollards', { id: 4, path: [at(13, 13), at(18, 13), at(22, 9)], tag: 'B-4', state: 'existing' }),
    record('bollards', { id: 5, path: [at(16, 7)], tag: 'B-5' }),
    record('bollards', {
      id: 6,
      path: [at(2, 2.5), at(20, 2.5)],
      spacing: 1.2,
      state: 'removed',
      tag: 'B-6',
    }),
  ],
  camera: [
    ...cameraTypes.map((type, index) =>
      record('camera', {
        id: index + 1,
        type,
        at: at(2.5 + 4.6 * index, 13),
        tag: `C-0${index + 1}`,
        state: 'existing',
        direction: (-index * Math.PI) / 5,
        range: 0.001,
      }),
    ),
    ...states.map((state, index) =>
      record('camera', {
        id: 11 + index,
        state,
        at: at(2.5 + 6 * index, 4),
        tag: `C-1${index + 1}`,
        direction: (index * Math.PI) / 2 + 0.4,
        range: index === 0 ? 6 : 0.001,
      }),
    ),
  ],
  post: [
    ...postTypes.map((type, index) =>
      record('post', {
        id: index + 1,
        type,
        at: at(3 + 7 * index, 12),
        tag: `GP-${index + 1}`,
        state: 'existing',
        direction: -Math.PI / 2,
      }),
    ),
    ...states.map((state, index) =>
      record('post', {
        id: 11 + index,
        state,
        at: at(3 + 5.5 * index, 4),
        tag: `GP-1${index + 1}`,
        direction: (index * Math.PI) / 2,
        hours: '06–20',
      }),
    ),
  ],
} satisfies { readonly [kind: string]: readonly PlanRecord[] };
