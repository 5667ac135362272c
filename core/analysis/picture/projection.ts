import type { PicturePlace } from '../image/picture-place.ts';
import { dot3, type FrustumView, type PanoramaView, type Place } from '../image/view.ts';
import { panoramaProjection } from './panorama-projection.ts';
import { between3, keptOfLine, keptOfRing, type Projection } from './space.ts';

/** Nearer than this to the lens nothing is pictured: what is there, the lens is on it, metres. */
const NEAREST = 1e-3;

/** How a picture shows space: a usual lens by central projection, a panorama by even steps of angle. */
export function projectionOf(view: FrustumView | PanoramaView): Projection {
  return view.picture === 'frustum' ? frustumProjection(view) : panoramaProjection(view);
}

/** The same vector in the frame of the camera. */
function turned({ x, y, z }: Place, direction: number): Place {
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  return { x: cos * x + sin * y, y: cos * y - sin * x, z };
}

function frustumProjection(view: FrustumView): Projection {
  const { halfWidth, halfHeight, widthPx, heightPx, height, direction } = view;
  const [right, up, forward] = [view.right, view.up, view.forward].map((axis) => turned(axis, direction)) as [
    Place,
    Place,
    Place,
  ];
  // x to the right and y up, both in halves of the picture; z the depth.
  const seen = ({ x, y, z }: Place): Place => {
    const from = { x, y, z: z - height };
    return { x: dot3(from, right) / halfWidth, y: dot3(from, up) / halfHeight, z: dot3(from, forward) };
  };
  const sides: readonly ((place: Place) => number)[] = [
    ({ z }) => z - NEAREST,
    ({ x, z }) => z - x,
    ({ x, z }) => z + x,
    ({ y, z }) => z - y,
    ({ y, z }) => z + y,
  ];
  const placed = ({ x, y, z }: Place): PicturePlace => ({
    left: (widthPx / 2) * (1 + x / z),
    top: (heightPx / 2) * (1 - y / z),
  });
  return {
    surface: (rings) =>
      rings.flatMap((ring) => {
        let kept: readonly Place[] = ring.map(seen);
        for (const side of sides) kept = keptOfRing(kept, side, between3);
        return kept.length < 3 ? [] : [kept.map(placed)];
      }),
    mayShow: (corners) => {
      const all = corners.map(seen);
      return sides.every((side) => all.some((corner) => side(corner) >= 0));
    },
    line: (from, to) => {
      let kept: readonly [Place, Place] | null = [seen(from), seen(to)];
      for (const side of sides) kept = kept && keptOfLine(kept, side, between3);
      return kept ? [kept.map(placed)] : [];
    },
  };
}
