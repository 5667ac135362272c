import type { Point } from '../../core/geometry/point.ts';
import type { PlanRecord } from '../../core/plan/kinds/index.ts';
import { record, testId } from '../support/plan-builder.ts';
import { calloutCase, dimensionCase } from './dimension-case.ts';

export const at = (x: number, y: number): Point => ({ x, y });
export const box = (left: number, bottom: number, right: number, top: number): Point[] => [
  at(left, bottom),
  at(right, bottom),
  at(right, top),
  at(left, top),
];
export const round = (x: number, y: number, radius: number): Point[] =>
  Array.from({ length: 24 }, (_, index) => {
    const angle = (index * Math.PI) / 12;
    return at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });

/** Looks of the kinds that lie on the ground, within 24 × 16 m. */
export const groundCases = {
  underlay: [record('underlay', { at: at(2, 2), rotation: 0, metresPerPixel: 5, widthPx: 4, heightPx: 2 })],
  propertyLine: [
    record('propertyLine', { ring: [at(1, 1), at(23, 1), at(23, 15), at(8, 15), at(1, 9)] }),
    record('propertyLine', { id: 2, ring: box(4, 3, 20, 8), state: 'proposed' }),
  ],
  building: [
    record('building', {
      ring: [at(1, 1), at(15, 1), at(15, 15), at(9, 15), at(9, 8), at(1, 8)],
      holes: [box(10.5, 9, 13.5, 12).toReversed()],
      name: 'Annex',
    }),
    record('building', { id: 2, ring: box(17, 1, 23, 6), name: 'Shed', state: 'removed' }),
    record('building', { id: 3, ring: box(17, 9, 23, 15), state: 'proposed' }),
  ],
  road: [
    record('road', { path: [at(-2, 3), at(26, 3)], width: 4, name: 'Main Street' }),
    record('road', { id: 2, path: [at(18, -2), at(18, 18)], width: 4, name: '2nd Avenue' }),
    record('road', { id: 3, path: [at(18, 12), at(10, 12), at(6, 8)], width: 3, class: 'service' }),
    record('road', { id: 4, path: [at(-2, 6), at(15, 6)], width: 1.2, class: 'footway' }),
    record('road', { id: 5, path: [at(21, 12), at(26, 12)], width: 3, class: 'service', state: 'removed' }),
  ],
  parking: [
    record('parking', { ring: box(1, 1, 16, 15), stalls: 10, stallWidth: 2.5, direction: Math.PI / 2 }),
    record('parking', {
      id: 2,
      ring: [at(18, 1), at(22.4, 1.55), at(21.16, 11.47), at(16.76, 10.92)],
      stalls: 4,
      direction: 0.124355,
      state: 'proposed',
    }),
  ],
  area: (
    ['restricted', 'controlled', 'public', 'public-assembly', 'clear-zone', 'room', 'landing'] as const
  ).map((use, index) => {
    const [left, bottom] = [1 + 5.7 * (index % 4), index < 4 ? 8.5 : 1];
    const tag = use === 'room' ? '104' : null;
    return record('area', {
      id: index + 1,
      use,
      tag,
      name: use === 'room' ? 'Mail room' : '',
      ring: box(left, bottom, left + 5, bottom + 6.5),
    });
  }),
  obstacle: [
    record('obstacle', { type: 'tree', ring: round(4, 12, 2.5) }),
    record('obstacle', { id: 2, type: 'tree', ring: round(9.5, 12, 1.2), state: 'removed' }),
    record('obstacle', {
      id: 3,
      type: 'hedge',
      ring: null,
      path: [at(1, 7), at(9, 7), at(11, 9)],
      width: 0.9,
    }),
    record('obstacle', { id: 4, type: 'container', ring: box(13, 11, 19, 13.4) }),
    record('obstacle', { id: 5, type: 'vehicle', ring: box(13, 7, 17.6, 8.9) }),
    record('obstacle', { id: 6, type: 'vehicle', ring: box(20, 6, 21.9, 10.6), state: 'deficient' }),
    record('obstacle', { id: 7, type: 'other', ring: box(3, 1.5, 8, 4) }),
  ],
  text: [
    record('text', { at: at(2, 13), text: 'Starts here', sizeMm: 3 }),
    record('text', { id: 2, at: at(12, 10), text: 'Stands in\nthe middle', anchor: 'middle' }),
    record('text', { id: 3, at: at(22, 6), text: 'Ends here', anchor: 'end', state: 'proposed' }),
    record('text', { id: 4, at: at(4, 2), text: 'Turned', direction: Math.PI / 6 }),
  ],
  dimension: dimensionCase,
  callout: calloutCase,
} satisfies { readonly [kind: string]: readonly PlanRecord[] };

const wall = (id: number, a: Point, b: Point, fields: object = {}) => record('wall', { id, a, b, ...fields });

/** Looks of what buildings are made of. */
export const buildingCases = {
  wall: [
    wall(1, at(1, 1), at(11, 1), { thickness: 0.35 }),
    wall(2, at(11, 1), at(11, 8), { thickness: 0.35 }),
    wall(3, at(11, 8), at(5, 14), { thickness: 0.35 }),
    wall(4, at(5, 14), at(1, 8), { thickness: 0.35 }),
    wall(5, at(1, 8), at(1, 1), { thickness: 0.35 }),
    wall(6, at(1, 8), at(6, 8), { thickness: 0.15 }),
    wall(7, at(6, 8), at(11, 8), { thickness: 0.15 }),
    wall(8, at(6, 1), at(6, 8), { thickness: 0.15 }),
    wall(9, at(13, 1), at(13, 7)),
    wall(10, at(13, 7), at(13, 13)),
    wall(11, at(13, 7), at(19, 7), { material: 'glass', thickness: 0.12 }),
    wall(12, at(19, 7), at(19, 1), { material: 'glass', thickness: 0.12 }),
    wall(13, at(13, 13), at(19, 13), { material: 'mesh', thickness: 0.1 }),
    wall(14, at(20.5, 2), at(20.5, 12), { bulge: 0.4 }),
    wall(15, at(22, 2), at(22, 12), { state: 'removed' }),
    wall(16, at(23.3, 2), at(23.3, 12), { state: 'proposed', alignment: 'left' }),
    wall(17, at(6, 4.5), at(9, 4.5), { state: 'proposed' }),
    wall(18, at(9, 4.5), at(9, 8), { state: 'proposed' }),
    wall(19, at(9, 4.5), at(11, 4.5), { state: 'proposed', material: 'glass', thickness: 0.12 }),
    wall(20, at(1, 4.5), at(6, 4.5), { state: 'deficient', thickness: 0.25 }),
    wall(21, at(14, 10), at(19, 10), { state: 'deficient', thickness: 0.35 }),
  ],
  opening: [
    wall(1, at(1, 12), at(23, 12), { thickness: 0.3 }),
    wall(2, at(1, 7), at(23, 7), { thickness: 0.15 }),
    wall(3, at(1, 2), at(23, 2), { bulge: 0.1, thickness: 0.2 }),
    ...(['door', 'double-door', 'sliding-door', 'window', 'garage-door', 'passage'] as const).map(
      (type, index) => record('opening', { id: index + 1, type, offset: 2.5 + 3.4 * index, width: 1.8 }),
    ),
    ...(['a', 'b'] as const).flatMap((hinge, row) =>
      (['left', 'right'] as const).map((swing, column) =>
        record('opening', {
          id: 10 + 2 * row + column,
          wall: testId('wall', 2),
          hinge,
          swing,
          offset: 2.5 + 6.8 * row + 3.4 * column,
        }),
      ),
    ),
    record('opening', { id: 20, wall: testId('wall', 2), offset: 16.5, state: 'removed' }),
    record('opening', { id: 21, wall: testId('wall', 2), offset: 19.5, state: 'proposed' }),
    record('opening', { id: 22, wall: testId('wall', 3), offset: 6, type: 'window', width: 2.4 }),
    record('opening', { id: 23, wall: testId('wall', 3), offset: 16, width: 1 }),
  ],
} satisfies { readonly [kind: string]: readonly PlanRecord[] };
