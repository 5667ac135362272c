import { normaliseAngle } from '../../units.ts';
import { elevationsOf } from '../image/elevations.ts';
import type { PicturePlace } from '../image/picture-place.ts';
import { dot3, type FrustumView, type PanoramaView, type Place } from '../image/view.ts';
import type { PictureItem, SurfaceLook } from './picture-item.ts';
import { keptOfRing, type Projection } from './space.ts';

/** What is behind all that stands there: sky and ground with its grid, and the horizon between them. */
export function backdrop(view: FrustumView | PanoramaView, projection: Projection): readonly PictureItem[] {
  const { widthPx, heightPx } = view;
  const all = [
    { left: 0, top: 0 },
    { left: widthPx, top: 0 },
    { left: widthPx, top: heightPx },
    { left: 0, top: heightPx },
  ];
  const sky: PictureItem = { type: 'surface', look: 'sky', light: 1, rings: [all] };
  const ground = view.picture === 'frustum' ? frustumGround(view) : panoramaGround(view);
  return [sky, ...ground, ...gridItems(projection), ...horizonOf(view)];
}

/** What the camera's own mounting hides of its picture: all that is behind the face that it is mounted on. */
export function mountItems(view: FrustumView | PanoramaView, mount: number | null): readonly PictureItem[] {
  if (mount === null) return [];
  if (view.picture === 'panorama') return panoramaMount(view, mount);
  const aside = { x: Math.cos(mount), y: Math.sin(mount), z: 0 };
  return surfaceOf(
    'mount',
    cornersWhere(view, (towards) => -dot3(towards, aside)),
  );
}

function surfaceOf(look: SurfaceLook, ring: readonly PicturePlace[]): readonly PictureItem[] {
  return ring.length < 3 ? [] : [{ type: 'surface', look, light: 0.5, rings: [ring] }];
}

type Corner = { readonly x: number; readonly y: number };

/** The part of a picture in whose directions a linear measure is not negative. */
function cornersWhere(view: FrustumView, measure: (towards: Place) => number): readonly PicturePlace[] {
  const { right, up, forward, halfWidth, halfHeight, widthPx, heightPx } = view;
  const towards = ({ x, y }: Corner): Place => ({
    x: forward.x + x * halfWidth * right.x + y * halfHeight * up.x,
    y: forward.y + x * halfWidth * right.y + y * halfHeight * up.y,
    z: forward.z + x * halfWidth * right.z + y * halfHeight * up.z,
  });
  const corners: readonly Corner[] = [
    { x: -1, y: 1 },
    { x: 1, y: 1 },
    { x: 1, y: -1 },
    { x: -1, y: -1 },
  ];
  const between = (a: Corner, b: Corner, t: number) => ({
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
  });
  return keptOfRing(corners, (corner) => measure(towards(corner)), between).map(({ x, y }) => ({
    left: (widthPx / 2) * (1 + x),
    top: (heightPx / 2) * (1 - y),
  }));
}

const frustumGround = (view: FrustumView): readonly PictureItem[] =>
  surfaceOf(
    'ground',
    cornersWhere(view, ({ z }) => -z),
  );

function rowOf(view: PanoramaView, below: number): number {
  const { from, to } = elevationsOf(view);
  return (view.heightPx * (below - from)) / (to - from);
}

function rectangle(left: number, top: number, right: number, bottom: number): readonly PicturePlace[] {
  return [
    { left, top },
    { left: right, top },
    { left: right, top: bottom },
    { left, top: bottom },
  ];
}

function panoramaGround(view: PanoramaView): readonly PictureItem[] {
  const { from, to } = elevationsOf(view);
  const [first, last] = [Math.max(from, 0), Math.min(to, Math.PI)];
  if (first >= last) return [];
  return surfaceOf('ground', rectangle(0, rowOf(view, first), view.widthPx, rowOf(view, last)));
}

function panoramaMount(view: PanoramaView, mount: number): readonly PictureItem[] {
  const half = view.fieldOfView.horizontal / 2;
  const facing = normaliseAngle(mount - view.direction);
  const sides = [facing - Math.PI / 2, facing + Math.PI / 2].map(normaliseAngle);
  const columns = [-half, ...sides.filter((side) => Math.abs(side) < half), half].toSorted((a, b) => a - b);
  const { from, to } = elevationsOf(view);
  const rows = [from, ...[-Math.PI / 2, Math.PI / 2].filter((row) => row > from && row < to), to];
  const place = (azimuth: number) => view.widthPx * (0.5 - azimuth / (2 * half));
  return rows.slice(1).flatMap((bottom, row) => {
    const top = rows[row] ?? bottom;
    // Over the point beneath or above the lens a picture has what lies the other way.
    const isOver = Math.abs((top + bottom) / 2) > Math.PI / 2;
    return columns.slice(1).flatMap((end, column) => {
      const start = columns[column] ?? end;
      const isBehind = Math.cos((start + end) / 2 - facing) < 0;
      if (isBehind === isOver) return [];
      return surfaceOf('mount', rectangle(place(end), rowOf(view, top), place(start), rowOf(view, bottom)));
    });
  });
}

/** Where directions change from above to below the horizontal. */
function horizonOf(view: FrustumView | PanoramaView): readonly PictureItem[] {
  if (view.picture === 'panorama') {
    const { from, to } = elevationsOf(view);
    return [-Math.PI, 0, Math.PI].flatMap((row): readonly PictureItem[] => {
      if (row <= from || row >= to) return [];
      const top = rowOf(view, row);
      const points = [
        { left: 0, top },
        { left: view.widthPx, top },
      ];
      return [{ type: 'line', look: 'horizon', points }];
    });
  }
  const ground = cornersWhere(view, ({ z }) => -z);
  const sky = cornersWhere(view, ({ z }) => z);
  const points = ground.filter(({ left, top }) =>
    sky.some((other) => Math.hypot(other.left - left, other.top - top) < 1e-6 * view.widthPx),
  );
  return points.length === 2 ? [{ type: 'line', look: 'horizon', points }] : [];
}

/** Lines a metre from each other about the foot of the camera, and farther out those five metres from each other. */
const GRIDS = [
  { look: 'fine-grid', step: 1, back: 5, front: 20, side: 10 },
  { look: 'grid', step: 5, back: 20, front: 100, side: 50 },
] as const;

function gridItems({ line }: Projection): readonly PictureItem[] {
  return GRIDS.flatMap(({ look, step, back, front, side }) => {
    const items: PictureItem[] = [];
    const put = (from: Place, to: Place): void => {
      for (const points of line(from, to)) items.push({ type: 'line', look, points });
    };
    const isWanted = (at: number) => look === 'grid' || at % 5 !== 0;
    for (let x = -back; x <= front; x += step)
      if (isWanted(x)) put({ x, y: -side, z: 0 }, { x, y: side, z: 0 });
    for (let y = -side; y <= side; y += step)
      if (isWanted(y)) put({ x: -back, y, z: 0 }, { x: front, y, z: 0 });
    return items;
  });
}
