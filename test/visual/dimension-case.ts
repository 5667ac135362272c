import { record, testId } from '../support/plan-builder.ts';

type Anchors = Parameters<typeof record<'dimension'>>[1] extends infer G
  ? NonNullable<G> extends { anchors?: infer A }
    ? NonNullable<A>
    : never
  : never;

const at = (x: number, y: number) => ({ x, y });
const free = (x: number, y: number): Anchors[number] => ({ type: 'free', at: at(x, y) });
const onWall = (number: number, index: number): Anchors[number] => ({
  type: 'attached',
  record: testId('wall', number),
  place: { type: 'vertex', index },
});
const jamb = (number: number, index: number): Anchors[number] => ({
  type: 'attached',
  record: testId('opening', number),
  place: { type: 'vertex', index },
});

/** Every type of dimension on two walls, a door, a bent wall and a room, within 24 × 16 m. */
export const dimensionCase = [
  record('wall', { a: at(3, 4), b: at(13, 4) }),
  record('wall', { id: 2, a: at(13, 4), b: at(11, 10) }),
  record('wall', { id: 3, a: at(17, 4), b: at(17, 12), bulge: 0.5 }),
  record('opening', { wall: testId('wall', 1), offset: 4, width: 1.2 }),
  record('area', { use: 'room', name: 'Lobby', ring: [at(3, 6), at(9, 6), at(9, 10), at(3, 10)] }),
  record('dimension', {
    type: 'chain',
    offset: -1.5,
    anchors: [onWall(1, 0), jamb(1, 0), jamb(1, 1), onWall(1, 1)],
  }),
  record('dimension', { id: 2, anchors: [onWall(2, 0), onWall(2, 1)], offset: -1.2 }),
  record('dimension', {
    id: 3,
    type: 'linear',
    direction: 0,
    anchors: [free(3, 10), onWall(2, 1)],
    offset: 2,
  }),
  record('dimension', {
    id: 4,
    type: 'linear',
    direction: Math.PI / 2,
    offset: 1.4,
    anchors: [free(3, 6), free(3, 10)],
  }),
  record('dimension', {
    id: 5,
    type: 'angle',
    offset: 2.5,
    anchors: [onWall(1, 0), onWall(1, 1), onWall(2, 0), onWall(2, 1)],
  }),
  record('dimension', {
    id: 6,
    type: 'radius',
    offset: 2,
    anchors: [
      { type: 'attached', record: testId('wall', 3), place: { type: 'centre' } },
      { type: 'attached', record: testId('wall', 3), place: { type: 'edge', index: 0, share: 0.5 } },
    ],
  }),
  record('dimension', {
    id: 7,
    type: 'area',
    direction: -Math.PI / 2,
    offset: 1,
    anchors: [{ type: 'attached', record: testId('area', 1), place: { type: 'centre' } }],
  }),
  record('dimension', {
    id: 8,
    type: 'coordinate',
    direction: 0.8,
    offset: 1.5,
    anchors: [free(19, 13)],
  }),
  record('dimension', {
    id: 9,
    offset: 1,
    text: '<> clear',
    state: 'proposed',
    anchors: [free(15, 1), free(22, 1)],
  }),
];

/** Notes with and without a number and a line, to both sides. */
export const calloutCase = [
  record('wall', { a: at(4, 8), b: at(16, 8) }),
  record('callout', { anchor: onWall(1, 0), at: at(7, 12), text: 'Existing wall\nto remain' }),
  record('callout', { id: 2, anchor: onWall(1, 1), at: at(13, 4), text: 'Raise to 2.4 m', number: '2' }),
  record('callout', { id: 3, anchor: free(20, 12), at: at(20, 12), text: '', number: '14', leader: false }),
  record('callout', { id: 4, anchor: free(12, 8), at: at(18, 5), text: 'New opening', state: 'proposed' }),
];
