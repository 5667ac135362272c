import {
  angleOf,
  distanceBetween,
  dot,
  type Point,
  perpendicular,
  polar,
  scale,
  subtract,
} from '../../geometry/point.ts';
import { edgesOf } from '../../geometry/polygon.ts';
import { nearestOnSegment, type Segment } from '../../geometry/segment.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { drawnLine } from '../../plan/wall-line.ts';
import type { CameraOptics } from '../image/counted-views.ts';
import { obstacleSolid } from '../scene/standing-pieces.ts';

type Camera = RecordOf<'camera'>;
type Host = RecordOf<'wall'> | RecordOf<'building'> | RecordOf<'obstacle'>;

/** Where a camera looks from, and where the face looks to that it is mounted on; null for none. */
export type Mounted = { readonly at: Point; readonly mount: number | null };

/** Farther from a face than this a camera is not mounted on it, whatever it names: it stands on an arm, metres. */
const AT_FACE = 0.5;

/**
 * Where a camera looks from: one that is mounted on a wall or a body from the face of it on the side that it looks to,
 * when it stands in it or no more than half a metre before it; every other one from its place.
 */
export function mountedPlace(camera: Camera, host: Host | undefined): Mounted {
  const face = host ? nearestFace(camera.at, facesOf(host)) : null;
  if (!face || face.distance > AT_FACE) return { at: camera.at, mount: null };
  const aside = sideLookedTo(face.segment, camera);
  const offset = dot(subtract(camera.at, face.at), aside);
  // Before the face already, on the side that it looks to: there is nothing between.
  if (offset > NEAR_FACE) return { at: camera.at, mount: null };
  return { at: face.at, mount: angleOf({ x: 0, y: 0 }, aside) };
}

function facesOf(host: Host): readonly Segment[] {
  if ('bulge' in host) {
    const line = host.bulge === 0 ? [host.a, host.b] : drawnLine(host);
    return line.slice(1).map((end, index): Segment => [line[index] ?? end, end]);
  }
  const rings = 'holes' in host ? [host.ring, ...host.holes] : (obstacleSolid(host)?.rings ?? []);
  return rings.flatMap(edgesOf);
}

type Face = { readonly segment: Segment; readonly at: Point; readonly distance: number };

function nearestFace(place: Point, faces: readonly Segment[]): Face | null {
  let nearest: Face | null = null;
  for (const segment of faces) {
    const at = nearestOnSegment(place, segment[0], segment[1]);
    const distance = distanceBetween(place, at);
    if (!nearest || distance < nearest.distance) nearest = { segment, at, distance };
  }
  return nearest;
}

/** The unit vector across a face to the side that a camera looks to; along the face, the side that it stands on. */
function sideLookedTo([a, b]: Segment, { at, direction }: Camera): Point {
  const along = subtract(b, a);
  const left = scale(perpendicular(along), 1 / Math.max(distanceBetween(a, b), Number.MIN_VALUE));
  const ahead = dot(polar(direction, 1), left);
  const side = Math.abs(ahead) > LEVEL ? ahead : dot(subtract(at, a), left);
  // Without a negative zero.
  return side < 0 ? { x: 0 - left.x, y: 0 - left.y } : { x: left.x + 0, y: left.y + 0 };
}

/** Metres before a face: nearer, and it is on it. */
const NEAR_FACE = 1e-6;
/** Sine of an angle so small that a camera looks along its wall. */
const LEVEL = 1e-6;

/** The optics of a camera record, from where it looks. */
export function opticsOf(camera: Camera, at: Point): CameraOptics {
  return {
    at,
    direction: camera.direction,
    height: camera.height,
    tilt: camera.tilt,
    roll: camera.roll,
    focalLengthMm: camera.focalLengthMm,
    sensorWidthMm: camera.sensorWidthMm,
    sensorHeightMm: camera.sensorHeightMm,
    widthPx: camera.widthPx,
    heightPx: camera.heightPx,
    fieldOfView: camera.fieldOfView,
    type: camera.type,
    range: camera.range,
    sensors: camera.sensors,
    presets: camera.presets,
    tiltRange: camera.tiltRange,
    minimumLux: camera.minimumLux,
    infraredRange: camera.infraredRange,
  };
}
