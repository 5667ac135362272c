import { type Box, boxOf, grownBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { Sector } from '../../geometry/sector.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import type { Medium } from '../scene/sight-scene.ts';

type Sensor = RecordOf<'sensor'>;

/** What a type of sensor watches: a surface, which ends at what stops its medium, a line, or neither. */
type Watch =
  | { readonly shape: 'area'; readonly medium: Medium }
  | { readonly shape: 'line' }
  | { readonly shape: 'none' };

/** THE list of what each type watches and with what. */
const watches: { readonly [T in Sensor['type']]: Watch } = {
  motion: { shape: 'area', medium: 'warmth' },
  curtain: { shape: 'area', medium: 'warmth' },
  ceiling: { shape: 'area', medium: 'warmth' },
  // Its waves go through glass as light does, and not through what is solid.
  radar: { shape: 'area', medium: 'light' },
  beam: { shape: 'line' },
  // It hears; how a sound goes round what stands there is not considered.
  'glass-break': { shape: 'none' },
  'door-contact': { shape: 'none' },
  // These feel what touches or treads on them.
  fence: { shape: 'none' },
  buried: { shape: 'none' },
  seismic: { shape: 'none' },
  duress: { shape: 'none' },
};

/** Metres above the floor that a detector is taken to be mounted at where its height is not known. */
export const DETECTOR_HEIGHT = 2.2;
/** Metres above the floor that it must reach down to: on the floor, so that whoever crawls is met too. */
export const SENSED_HEIGHT = 0;
/** Metres above the floor that a beam is taken to run at where its height is not known. */
export const BEAM_HEIGHT = 1;

/** What one sensor watches, as numbers. */
export type Watched =
  | {
      readonly shape: 'area';
      readonly medium: Medium;
      readonly sector: Sector;
      /** Metres above the floor. */
      readonly height: number;
    }
  | { readonly shape: 'line'; readonly path: readonly Point[]; readonly height: number };

const FULL_TURN = 2 * Math.PI;
/** A full turn that was stored to a millionth is one. */
const NEARLY_ALL_ROUND = FULL_TURN - 0.001;

/** What a sensor watches that can be stopped; null where it watches no such thing, or has no range or line. */
export function watchedBy({ type, at, direction, range, angle, path, height }: Sensor): Watched | null {
  const watch = watches[type];
  if (watch.shape === 'line') return path && { shape: 'line', path, height: height ?? BEAM_HEIGHT };
  if (watch.shape === 'none' || !at || range === null) return null;
  const width = angle === null || angle > NEARLY_ALL_ROUND ? FULL_TURN : angle;
  return {
    shape: 'area',
    medium: watch.medium,
    height: height ?? DETECTOR_HEIGHT,
    sector: { centre: at, direction, width, near: 0, far: range },
  };
}

/** Around all that can stop what a sensor watches; null where nothing can. */
export function watchedBox(watched: Watched): Box | null {
  if (watched.shape === 'line') return boxOf(watched.path);
  const box = boxOf([watched.sector.centre]);
  return box && grownBox(box, watched.sector.far);
}
