import { lerp, type Point } from '../../geometry/point.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import { kindOf } from '../../plan/plan.ts';
import { PERSON_HEIGHT } from '../image/picture-place.ts';
import type { FrustumView, PanoramaView, Place } from '../image/view.ts';
import { backdrop, mountItems } from './backdrop.ts';
import {
  type DepthOrder,
  depthOrder,
  fromFarthest,
  type LyingPart,
  type UprightPart,
} from './depth-order.ts';
import { PERSON_WIDTH, personFigure } from './person-figure.ts';
import type { PictureItem, SurfaceLook } from './picture-item.ts';
import { projectionOf } from './projection.ts';
import { keptOfRing, type Projection } from './space.ts';
import { aheadOfMount, type Body, type Face, type Span, type Surroundings } from './standing-faces.ts';

/** A picture without the person, ready to be painted with one anywhere in it. */
export type PreparedPicture = {
  readonly view: FrustumView | PanoramaView;
  readonly mount: number | null;
  readonly surroundings: Surroundings;
  readonly order: DepthOrder<Face | null, Body>;
  /** So many faces and bodies that may be in the picture were too many to be painted: the farthest. */
  readonly leftOut: number;
};

/** More faces and tops of bodies are not painted in one picture. */
const MOST_FACES = 2500;
/** More parts of them, cut where they cross, neither. */
const MOST_PARTS = 12_000;
/** What reaches up without end is painted as high as this, metres. */
const ENDLESS = 10_000;

/** Whatever of the surroundings of a camera may be in its picture, in the order in which it hides each other. */
export function preparePicture(
  view: FrustumView | PanoramaView,
  mount: number | null,
  surroundings: Surroundings,
): PreparedPicture {
  const projection = projectionOf(view);
  const things = inPicture(projection, view.height, surroundings);
  for (let count = Math.min(things.length, MOST_FACES); ; count = Math.floor(count / 2)) {
    const order = orderOf(things.slice(0, count));
    if (order) return { view, mount, surroundings, order, leftOut: things.length - count };
  }
}

type Thing = { readonly distance: number } & (
  | { readonly type: 'face'; readonly face: Face }
  | { readonly type: 'body'; readonly body: Body }
);

/** What may be in a picture, the nearest first. */
function inPicture(
  { mayShow }: Projection,
  height: number,
  { faces, bodies }: Surroundings,
): readonly Thing[] {
  const eye = { x: 0, y: 0 };
  const things: Thing[] = [];
  for (const face of faces)
    if (mayShow(cornersOf(face)))
      things.push({ type: 'face', face, distance: distanceToSegment(eye, face.a, face.b) });
  for (const body of bodies) {
    const corners = body.rings.flatMap((ring) => ring.map((corner) => ({ ...corner, z: body.height })));
    if (body.height >= height || !mayShow(corners)) continue;
    const distance = Math.min(...corners.map(({ x, y }) => Math.hypot(x, y)));
    things.push({ type: 'body', body, distance });
  }
  return things.toSorted((one, other) => one.distance - other.distance);
}

function cornersOf({ a, b, low, high }: Pick<Face, 'a' | 'b' | 'low' | 'high'>): readonly Place[] {
  const top = Math.min(high, ENDLESS);
  return [
    { ...a, z: low },
    { ...b, z: low },
    { ...b, z: top },
    { ...a, z: top },
  ];
}

function orderOf(things: readonly Thing[]): DepthOrder<Face | null, Body> | null {
  const uprights: UprightPart<Face | null>[] = [];
  const lying: LyingPart<Body>[] = [];
  for (const thing of mixed(things)) {
    if (thing.type === 'body')
      lying.push({ rings: thing.body.rings, height: thing.body.height, load: thing.body });
    else uprights.push({ a: thing.face.a, b: thing.face.b, from: 0, to: 1, load: thing.face });
  }
  return depthOrder(uprights, lying, MOST_PARTS);
}

/** A prime: no list is as long. Steps of it go through a list once, in an order that has nothing to do with places. */
const STRIDE = 1_000_003;

const mixed = <T>(all: readonly T[]): readonly T[] =>
  all.flatMap((_, index) => all[(index * STRIDE) % all.length] ?? []);

/** The items of a picture from back to front, with a person at a place of the camera's frame; null for none. */
export function pictureItems(
  { view, mount, order }: PreparedPicture,
  person: Point | null,
): readonly PictureItem[] {
  const projection = projectionOf(view);
  const items: PictureItem[] = [...backdrop(view, projection)];
  const ahead = aheadOfMount(view, mount);
  const isThere = person && !(ahead && ahead(person) < 0);
  const extra = isThere ? { ...acrossSight(person), from: 0, to: 1, load: null } : null;
  for (const step of fromFarthest(order, extra)) {
    if (step.type === 'lying') items.push(...topItems(projection, step.part));
    else if (step.part.load) items.push(...faceItems(projection, { ...step.part, load: step.part.load }));
    else if (person) items.push(...figureItems(projection, person, step.part));
  }
  return [...items, ...mountItems(view, mount)];
}

/** The line across the sight to a person on which the figure stands, from its right end to its left one. */
function acrossSight(at: Point): { readonly a: Point; readonly b: Point } {
  return { a: figurePlace(at, -PERSON_WIDTH / 2), b: figurePlace(at, PERSON_WIDTH / 2) };
}

/** A place of the figure so many metres to the left of its middle. */
function figurePlace(at: Point, left: number): Point {
  const distance = Math.hypot(at.x, at.y);
  const towards = distance < 1e-6 ? { x: 1, y: 0 } : { x: at.x / distance, y: at.y / distance };
  return { x: at.x - towards.y * left, y: at.y + towards.x * left };
}

function figureItems(
  { surface }: Projection,
  at: Point,
  { from, to }: Pick<UprightPart<unknown>, 'from' | 'to'>,
): readonly PictureItem[] {
  const [least, most] = [from, to].map((part) => (part - 0.5) * PERSON_WIDTH) as [number, number];
  return personFigure.flatMap(({ look, ring }): readonly PictureItem[] => {
    const right = keptOfRing(ring, ({ x }) => x - least, lerp);
    const kept = keptOfRing(right, ({ x }) => most - x, lerp);
    const rings = surface([
      kept.map(({ x, y }) => ({ ...figurePlace(at, x), z: Math.min(y, PERSON_HEIGHT) })),
    ]);
    return rings.length === 0 ? [] : [{ type: 'surface', look, light: 1, rings }];
  });
}

const looks = {
  wall: 'wall',
  fence: 'fence',
  gate: 'fence',
  building: 'building',
  obstacle: 'obstacle',
} as const satisfies Readonly<Record<string, SurfaceLook>>;

function lookOf({ owner, substance }: Face): SurfaceLook {
  return substance === 'solid' ? looks[kindOf(owner) as keyof typeof looks] : substance;
}

function faceItems(
  projection: Projection,
  { a, b, from, to, load: face }: UprightPart<Face>,
): readonly PictureItem[] {
  const rings = projection.surface([cornersOf({ ...face, a, b })]);
  if (rings.length === 0) return [];
  const edges: readonly (readonly [Place, Place])[] = [
    [
      { ...a, z: face.low },
      { ...b, z: face.low },
    ],
    ...(face.high < ENDLESS
      ? ([
          [
            { ...a, z: face.high },
            { ...b, z: face.high },
          ],
        ] as const)
      : []),
    ...(from === 0 ? uprightEdges(a, face.startEdges) : []),
    ...(to === 1 ? uprightEdges(b, face.endEdges) : []),
  ];
  return [
    { type: 'surface', look: lookOf(face), light: lightOn(a, b), rings },
    ...edges.flatMap(([start, end]) =>
      projection.line(start, end).map((points): PictureItem => ({ type: 'line', look: 'edge', points })),
    ),
  ];
}

const uprightEdges = (at: Point, spans: readonly Span[]) =>
  spans.map(({ low, high }): readonly [Place, Place] => [
    { ...at, z: low },
    { ...at, z: Math.min(high, ENDLESS) },
  ]);

/** Where light comes from in a picture, over the right shoulder of the camera: a unit vector of its frame. */
const LIGHT = { x: 0.8, y: 0.6 };

/** The share of light on an upright face, whichever of its sides is seen. */
function lightOn(a: Point, b: Point): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return length === 0 ? 1 : Math.abs((b.x - a.x) * LIGHT.y - (b.y - a.y) * LIGHT.x) / length;
}

function topItems({ surface }: Projection, { rings, height, load }: LyingPart<Body>): readonly PictureItem[] {
  const shown = surface(rings.map((ring) => ring.map((corner) => ({ ...corner, z: height }))));
  const look = looks[kindOf(load.owner) as keyof typeof looks];
  return shown.length === 0 ? [] : [{ type: 'surface', look, light: 1, rings: shown }];
}
