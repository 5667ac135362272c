import type { Point } from '../../geometry/point.ts';
import { FACE_WIDTH } from '../image/density.ts';
import { PERSON_HEIGHT } from '../image/picture-place.ts';

/** What a part of the figure of a person is painted as. */
export type FigureLook = 'clothes' | 'trousers' | 'skin' | 'features' | 'hair';

/** Flat, as seen from the camera: x to the left in metres from the middle, y above the floor. */
export type FigurePart = { readonly look: FigureLook; readonly ring: readonly Point[] };

/** Across the shoulders with the arms, metres. */
export const PERSON_WIDTH = 0.52;

/** The face on its rectangle: what is to be known of a person. Metres from the middle, and above the floor. */
export const FACE = { half: FACE_WIDTH / 2, low: 1.52, high: PERSON_HEIGHT } as const;

const box = (left: number, low: number, right: number, high: number): readonly Point[] => [
  { x: left, y: low },
  { x: right, y: low },
  { x: right, y: high },
  { x: left, y: high },
];

const mirrored = (ring: readonly Point[]): readonly Point[] => ring.map(({ x, y }) => ({ x: -x, y }));

function oval(
  { x, y }: Point,
  half: number,
  tall: number,
  [from, to]: readonly [number, number],
): readonly Point[] {
  const count = 24;
  return Array.from({ length: count + 1 }, (_, index) => {
    const angle = from + ((to - from) * index) / count;
    return { x: x + half * Math.cos(angle), y: y + tall * Math.sin(angle) };
  });
}

const middle = (FACE.low + FACE.high) / 2;
const tall = (FACE.high - FACE.low) / 2;
const whole = [0, 2 * Math.PI] as const;
const leg: readonly Point[] = [
  { x: 0.02, y: 0 },
  { x: 0.13, y: 0 },
  { x: 0.17, y: 0.9 },
  { x: 0, y: 0.9 },
];
const arm: readonly Point[] = [
  { x: 0.19, y: 1.4 },
  { x: 0.23, y: 0.8 },
  { x: PERSON_WIDTH / 2, y: 0.8 },
  { x: 0.24, y: 1.4 },
];
const torso: readonly Point[] = [
  { x: -0.17, y: 0.85 },
  { x: 0.17, y: 0.85 },
  { x: 0.22, y: 1.42 },
  { x: 0.07, y: 1.5 },
  { x: -0.07, y: 1.5 },
  { x: -0.22, y: 1.42 },
];

/** A person of 1.75 m who faces the camera, the parts that lie behind first. */
export const personFigure: readonly FigurePart[] = [
  { look: 'trousers', ring: leg },
  { look: 'trousers', ring: mirrored(leg) },
  { look: 'clothes', ring: arm },
  { look: 'clothes', ring: mirrored(arm) },
  { look: 'skin', ring: oval({ x: 0.233, y: 0.78 }, 0.027, 0.05, whole) },
  { look: 'skin', ring: oval({ x: -0.233, y: 0.78 }, 0.027, 0.05, whole) },
  { look: 'skin', ring: box(-0.05, 1.44, 0.05, 1.58) },
  { look: 'clothes', ring: torso },
  { look: 'skin', ring: oval({ x: 0, y: middle }, FACE.half, tall, whole) },
  { look: 'hair', ring: oval({ x: 0, y: middle + 0.045 }, FACE.half, tall - 0.045, [0, Math.PI]) },
  { look: 'features', ring: oval({ x: 0.03, y: middle + 0.015 }, 0.013, 0.009, whole) },
  { look: 'features', ring: oval({ x: -0.03, y: middle + 0.015 }, 0.013, 0.009, whole) },
  { look: 'features', ring: box(-0.03, middle - 0.062, 0.03, middle - 0.05) },
];
