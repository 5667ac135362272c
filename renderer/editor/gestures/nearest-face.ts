import type { Point } from '../../../core/geometry/point.ts';
import { isInRing } from '../../../core/geometry/polygon.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { placeOnPath } from '../../../core/plan/path-place.ts';
import { bodyLine } from '../../../core/plan/wall-line.ts';
import type { ToolContext } from '../tool.ts';
import { nearestHost } from './nearest-host.ts';

/** A place on the outside of a wall or building: where a device is mounted, and which way it then looks. */
export type Face = {
  readonly host: RecordOf<'wall'>['id'] | RecordOf<'building'>['id'];
  readonly at: Point;
  readonly outwards: number;
  /** From the point that was asked about, metres. */
  readonly distance: number;
};

type Near = { readonly point: Point; readonly reach: number };

// A camera stands this far off the face, so that the wall it hangs on does not hide everything.
const BRACKET = 0.05;

/** The nearest face of a wall or building within reach, on the side that the point lies on. */
export function nearestFace(context: ToolContext, near: Near): Face | null {
  const faces = [wallFace(context, near), buildingFace(context, near)].filter((face) => face !== null);
  return faces.sort((first, second) => first.distance - second.distance)[0] ?? null;
}

/*        . point          left of the wall's direction
 *   a ===+=== b           the face is half a thickness off the middle line  */
function wallFace(context: ToolContext, near: Near): Face | null {
  const wall = nearestHost(context, 'wall', near);
  const place = wall && placeOnPath(near.point, { path: bodyLine(wall), closed: false });
  if (!wall || !place) return null;
  const side = sideOf(near.point, place.at, place.direction);
  const off = wall.thickness / 2 + BRACKET;
  return faceAt(wall.id, near.point, { at: place.at, outwards: place.direction + (side * Math.PI) / 2, off });
}

function buildingFace(context: ToolContext, near: Near): Face | null {
  const building = nearestHost(context, 'building', near);
  const place = building && placeOnPath(near.point, { path: building.ring, closed: true });
  if (!building || !place || place.distance > near.reach) return null;
  // Rings run anticlockwise: outside is on the right.
  const isInside = place.distance > 0 && isInRing(near.point, building.ring);
  const outwards = place.direction + (isInside ? Math.PI / 2 : -Math.PI / 2);
  return faceAt(building.id, near.point, { at: place.at, outwards, off: BRACKET });
}

function sideOf(point: Point, foot: Point, direction: number): 1 | -1 {
  const aside = Math.cos(direction) * (point.y - foot.y) - Math.sin(direction) * (point.x - foot.x);
  return aside < 0 ? -1 : 1;
}

type Foot = { readonly at: Point; readonly outwards: number; readonly off: number };

function faceAt(host: Face['host'], point: Point, { at, outwards, off }: Foot): Face {
  const onFace = { x: at.x + Math.cos(outwards) * off, y: at.y + Math.sin(outwards) * off };
  const distance = Math.hypot(onFace.x - point.x, onFace.y - point.y);
  return { host, at: onFace, outwards, distance };
}
