import { criticalities } from '../../core/plan/kinds/asset.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { lightTypes } from '../../core/plan/kinds/light.ts';
import { readerTypes } from '../../core/plan/kinds/reader.ts';
import { screeningTypes } from '../../core/plan/kinds/screening.ts';
import { lineSensorTypes, sensorTypes } from '../../core/plan/kinds/sensor.ts';
import { signTypes } from '../../core/plan/kinds/sign.ts';
import { record, testId } from '../support/plan-builder.ts';
import { at, box } from './ground-cases.ts';

const states = ['existing', 'proposed', 'deficient', 'removed'] as const;
const quarter = Math.PI / 2;

/** Looks of the routes of people and vehicles and of what the layout is for, within 24 × 16 m. */
export const intentCases = {
  route: [
    record('route', { path: [at(1, 14), at(15, 14), at(22, 11)], width: 1.5 }),
    record('route', { id: 2, path: [at(23, 8), at(1, 8)], width: 1.2, use: 'egress', name: 'Exit to plaza' }),
    record('route', { id: 3, path: [at(1, 5), at(23, 5)], width: 1.8, use: 'public-right-of-way' }),
    record('route', { id: 4, path: [at(1, 2), at(11, 2)], use: 'egress', state: 'removed' }),
    record('route', { id: 5, path: [at(13, 2), at(23, 2)], state: 'deficient', name: 'Ramp' }),
  ],
  patrol: [
    record('patrol', {
      path: box(2, 7, 14, 14),
      closed: true,
      tag: 'PR-1',
      name: 'Inner',
      period: 'every 2 h',
    }),
    record('patrol', { id: 2, path: [at(16, 14), at(22, 14), at(22, 8)], tag: 'PR-2', state: 'proposed' }),
    record('patrol', { id: 3, path: [at(2, 4), at(11, 4)], tag: 'PR-3', state: 'deficient' }),
    record('patrol', { id: 4, path: [at(13, 4), at(23, 3)], tag: 'PR-4', state: 'removed' }),
  ],
  approach: [
    record('approach', {
      path: [at(1, 13), at(12, 13), at(16, 8)],
      tag: 'AP-1',
      name: 'Harbor Street',
      vehicle: 'Truck',
      vehicleMassKg: 6800,
      entrySpeedKmh: 50,
      designSpeedKmh: 65,
    }),
    record('approach', { id: 2, path: [at(22, 14), at(22, 7)], tag: 'AP-2', designSpeedKmh: 40 }),
    record('approach', { id: 3, path: [at(1, 3), at(10, 3)], tag: 'AP-3', state: 'proposed' }),
    record('approach', { id: 4, path: [at(13, 3), at(22, 3)], state: 'removed' }),
  ],
  asset: [
    ...criticalities.map((criticality, index) =>
      record('asset', {
        id: index + 1,
        criticality,
        at: at(2.5 + 5.5 * index, 13),
        ring: null,
        tag: `A-${index + 1}`,
        name: index === 1 ? 'Server room' : '',
        standoff: index === 0 ? 2 : null,
      }),
    ),
    record('asset', { id: 11, ring: box(2, 2, 9, 8), tag: 'A-11', name: 'Generator', criticality: 'high' }),
    record('asset', { id: 12, at: at(13, 5), ring: null, tag: 'A-12', state: 'proposed' }),
    record('asset', { id: 13, ring: box(17, 2, 22, 8), tag: 'A-13', state: 'removed' }),
  ],
  coverageZone: [
    record('coverageZone', { ring: box(1, 8, 11, 15), tag: 'Z-1', name: 'Gate', level: 'identify' }),
    record('coverageZone', {
      id: 2,
      ring: [at(13, 8), at(22, 9), at(20, 15)],
      tag: 'Z-2',
      state: 'proposed',
    }),
    record('coverageZone', { id: 3, ring: box(1, 1, 11, 6), tag: 'Z-3', state: 'deficient' }),
    record('coverageZone', {
      id: 4,
      ring: box(13, 1, 23, 6),
      tag: 'Z-4',
      state: 'removed',
      level: 'outline',
    }),
  ],
} satisfies { readonly [kind: string]: readonly PlanRecord[] };

/** Looks of the devices besides cameras, posts and barriers, within 24 × 16 m. */
export const moreDeviceCases = {
  light: [
    ...lightTypes.map((type, index) =>
      record('light', {
        id: index + 1,
        type,
        at: at(3 + 5.5 * index, 12),
        tag: `L-${index + 1}`,
        state: 'existing',
        direction: -quarter,
        range: 2.5,
        illuminanceLux: 10,
      }),
    ),
    ...states.map((state, index) =>
      record('light', {
        id: 11 + index,
        state,
        at: at(3 + 5.5 * index, 4),
        tag: `L-1${index + 1}`,
        type: 'wall',
        direction: index * quarter,
      }),
    ),
  ],
  sensor: [
    ...sensorTypes.map((type, index) =>
      record('sensor', {
        id: index + 1,
        type,
        at: at(2 + 2.9 * index, 14),
        tag: `M-${index + 1}`,
        state: 'existing',
        direction: -quarter,
        range: index === 0 ? 2.5 : null,
        angle: index === 0 ? 1.5 : null,
      }),
    ),
    ...lineSensorTypes.map((type, index) =>
      record('sensor', {
        id: 11 + index,
        type,
        at: null,
        path: [at(1, 10 - 1.8 * index), at(15, 9.2 - 1.8 * index)],
        state: states[index] ?? 'existing',
        tag: `FS-${index + 1}`,
      }),
    ),
    ...states.map((state, index) =>
      record('sensor', { id: 21 + index, state, at: at(2.5 + 5.5 * index, 1.8), tag: `M-2${index + 1}` }),
    ),
    // Cut by a wall but for its open door, also by the window in it; a beam that a wall stands in.
    record('sensor', { id: 31, at: at(16.6, 7), range: 6.5, angle: 1.7, tag: 'M-31', state: 'existing' }),
    record('wall', { a: at(19.4, 2.8), b: at(19.4, 12) }),
    record('opening', { offset: 3.6, width: 1.2, open: true }),
    record('opening', { id: 2, offset: 6, type: 'window' }),
    record('wall', { id: 2, a: at(5, 9.2), b: at(5, 10.4) }),
  ],
  reader: [
    record('wall', { a: at(1, 11), b: at(23, 11) }),
    record('opening', { wall: testId('wall'), offset: 3 }),
    ...readerTypes.map((type, index) =>
      record('reader', {
        id: index + 1,
        type,
        at: at(2.5 + 4.6 * index, 11.15),
        tag: `CR-${index + 1}`,
        direction: quarter,
        state: 'existing',
        controls: index === 0 ? testId('opening') : null,
      }),
    ),
    ...states.map((state, index) =>
      record('reader', {
        id: 11 + index,
        state,
        at: at(3 + 5.5 * index, 4),
        tag: `CR-1${index + 1}`,
        direction: index * quarter,
      }),
    ),
  ],
  screening: [
    ...screeningTypes.map((type, index) =>
      record('screening', {
        id: index + 1,
        type,
        at: at(2.5 + 4.6 * index, 12),
        tag: `MD-${index + 1}`,
        state: 'existing',
        length: index === 3 ? 3 : 1.6,
        width: index === 3 ? 2.4 : 0.9,
        direction: index === 3 ? 0.5 : 0,
      }),
    ),
    ...states.map((state, index) =>
      record('screening', {
        id: 11 + index,
        state,
        at: at(3 + 5.5 * index, 4),
        tag: `MD-1${index + 1}`,
        direction: (index * Math.PI) / 3,
      }),
    ),
  ],
  sign: [
    ...signTypes.map((type, index) =>
      record('sign', {
        id: index + 1,
        type,
        at: at(2 + 4.6 * index, 12),
        tag: `SN-${index + 1}`,
        state: 'existing',
        direction: -quarter,
        text: index === 0 ? 'Restricted area. No entry without authorisation' : '',
      }),
    ),
    ...states.map((state, index) =>
      record('sign', {
        id: 11 + index,
        state,
        at: at(3 + 5.5 * index, 4),
        tag: `SN-1${index + 1}`,
        direction: index * quarter,
        text: index === 1 ? 'Visitors\nReport to the lobby' : '',
      }),
    ),
  ],
  equipment: [
    ...states.map((state, index) =>
      record('equipment', {
        id: index + 1,
        state,
        at: at(3 + 5.5 * index, 12),
        tag: `E-${index + 1}`,
        name: 'Key safe',
        width: 1.2,
        depth: 0.8,
        direction: index * quarter,
      }),
    ),
    record('equipment', {
      id: 5,
      at: at(5, 4),
      width: 4,
      depth: 2,
      tag: 'E-5',
      name: 'Generator',
      direction: 0.4,
    }),
    record('equipment', { id: 6, at: at(16, 4), tag: 'E-6' }),
  ],
} satisfies { readonly [kind: string]: readonly PlanRecord[] };
