import type { Point } from '../../geometry/point.ts';
import { isInPolygon } from '../../geometry/polygon.ts';
import { groupedBy } from '../../grouped-by.ts';
import { PERSON_HEIGHT } from '../image/picture-place.ts';
import type { HostId } from '../scene/floor-standing.ts';
import type { Substance } from '../scene/standing-pieces.ts';
import { FACE, PERSON_WIDTH } from './person-figure.ts';
import type { Body, Face, Span, Surroundings } from './standing-faces.ts';

/** What of a person is hidden, whatever of them is in the picture: shares from 0 to 1. */
export type PersonSeen = {
  readonly hidden: number;
  readonly faceHidden: number;
  /** What hides some of the person, that which hides most first. */
  readonly hiddenBy: readonly HostId[];
  /** What is looked through to the middle of the face, the nearest to the camera first. */
  readonly through: readonly { readonly owner: HostId; readonly substance: Substance }[];
};

/*  All is looked at on the upright plane through the person, square to the line of sight on the plan: x to the left of
 *  the middle, y above the floor. What stands nearer covers a four-sided surface there with upright sides:
 *
 *    eye . - - - - |a  |          the scale of a place at the depth u is D / u about the eye: on the plane it
 *           ' .    |   |          is x · D / u and h + (z − h) · D / u.
 *               '  |b  | plane                                                                                   */
type Cover = {
  readonly owner: HostId;
  readonly substance: Substance;
  readonly depth: number;
  readonly from: Upright;
  readonly to: Upright;
};
type Upright = Span & { readonly x: number };
type Rectangle = Span & { readonly half: number };

const PERSON: Rectangle = { half: PERSON_WIDTH / 2, low: 0, high: PERSON_HEIGHT };
/** Nearer to the plane of the eye nothing hides, metres: it is on it. */
const NEAREST = 1e-3;
/** Nearer to the person than this, something is where the person is, metres. */
const AT_PERSON = 1e-6;
/** As high as a wall without a height of its own reaches at least, metres. */
const ENDLESS = 1e6;

/**
 * What hides a person who stands at a place of the frame of a camera with its eye at a height. Exact but for what is
 * narrower than a sixty-fourth of the person. O(faces).
 */
export function personSeen({ faces, bodies }: Surroundings, at: Point, height: number): PersonSeen {
  const distance = Math.hypot(at.x, at.y);
  const towards = distance < AT_PERSON ? { x: 1, y: 0 } : { x: at.x / distance, y: at.y / distance };
  const covers = [
    ...faces.flatMap((face) => coverOf(face, { towards, distance, height }) ?? []),
    ...bodies.flatMap((body) => coverFromAbove(body, { at, distance, height }) ?? []),
  ];
  const solid = covers.filter(({ substance }) => substance === 'solid');
  const face = { half: FACE.half, low: FACE.low, high: FACE.high };
  const eyes = (FACE.low + FACE.high) / 2;
  return {
    hidden: hiddenShare(PERSON, solid),
    faceHidden: hiddenShare(face, solid),
    hiddenBy: ownersByShare(solid),
    through: covers
      .filter((cover) => cover.substance !== 'solid' && isCovered(cover, { x: 0, y: eyes }))
      .toSorted((one, other) => one.depth - other.depth)
      .map(({ owner, substance }) => ({ owner, substance })),
  };
}

type Sight = { readonly towards: Point; readonly distance: number; readonly height: number };

function coverOf(face: Face, { towards, distance, height }: Sight): Cover | null {
  const placed = (place: Point) => ({
    depth: place.x * towards.x + place.y * towards.y,
    x: place.y * towards.x - place.x * towards.y,
  });
  let [from, to] = [placed(face.a), placed(face.b)];
  if (from.depth > to.depth) [from, to] = [to, from];
  const far = distance - AT_PERSON;
  if (to.depth < NEAREST || from.depth > far) return null;
  const cut = (depth: number) => ({
    depth,
    x: from.x + ((to.x - from.x) * (depth - from.depth)) / (to.depth - from.depth),
  });
  const ends = [from.depth < NEAREST ? cut(NEAREST) : from, to.depth > far ? cut(far) : to];
  const [one, other] = ends
    .map(({ depth, x }): Upright => {
      const scale = distance / depth;
      const onPlane = (z: number) => height + (Math.min(z, ENDLESS) - height) * scale;
      return { x: x * scale, low: onPlane(face.low), high: onPlane(face.high) };
    })
    .toSorted((left, right) => left.x - right.x);
  if (!one || !other || one.x > PERSON.half || other.x < -PERSON.half) return null;
  return {
    owner: face.owner,
    substance: face.substance,
    depth: (from.depth + to.depth) / 2,
    from: one,
    to: other,
  };
}

/** A body that is lower than the eye hides who stands in it from above; for a lower eye its faces do. */
function coverFromAbove(
  { owner, rings, height: top }: Body,
  { at, distance, height }: { readonly at: Point; readonly distance: number; readonly height: number },
): Cover | null {
  const [ring = [], ...holes] = rings;
  if (top >= height || !isInPolygon(at, { ring, holes })) return null;
  const side = { low: -ENDLESS, high: top };
  return {
    owner,
    substance: 'solid',
    depth: distance,
    from: { x: -ENDLESS, ...side },
    to: { x: ENDLESS, ...side },
  };
}

function spanAt({ from, to }: Cover, x: number): Span {
  if (to.x <= from.x) return from;
  const t = (x - from.x) / (to.x - from.x);
  return { low: from.low + (to.low - from.low) * t, high: from.high + (to.high - from.high) * t };
}

function isCovered(cover: Cover, { x, y }: Point): boolean {
  if (x < cover.from.x || x > cover.to.x) return false;
  const { low, high } = spanAt(cover, x);
  return y >= low && y <= high;
}

/** How many columns a rectangle is looked at in, and at each end of what covers it more. */
const COLUMNS = 64;

function hiddenShare({ half, low, high }: Rectangle, covers: readonly Cover[]): number {
  const ends = covers.flatMap(({ from, to }) => [from.x, to.x]).filter((x) => Math.abs(x) < half);
  const even = Array.from({ length: COLUMNS + 1 }, (_, index) => half * ((2 * index) / COLUMNS - 1));
  const columns = [...even, ...ends].toSorted((one, other) => one - other);
  let hidden = 0;
  for (const [index, right] of columns.entries()) {
    const left = columns[index - 1] ?? right;
    const x = (left + right) / 2;
    const spans = covers.filter(({ from, to }) => from.x <= x && to.x >= x).map((cover) => spanAt(cover, x));
    hidden += (right - left) * lengthWithin(spans, { low, high });
  }
  const share = hidden / (2 * half * (high - low));
  return share > 1 - ROUNDING ? 1 : share;
}

/** Sums of columns are this much beside the whole. */
const ROUNDING = 1e-9;

/** Metres of a span that others cover together. */
function lengthWithin(spans: readonly Span[], { low, high }: Span): number {
  let [covered, reached] = [0, low];
  for (const span of spans.toSorted((one, other) => one.low - other.low)) {
    const [from, to] = [Math.max(span.low, reached), Math.min(span.high, high)];
    if (to <= from) continue;
    covered += to - from;
    reached = to;
  }
  return covered;
}

/** Less of the person than this hides nothing. */
const SHARE_OF_NOTE = 0.005;

function ownersByShare(covers: readonly Cover[]): readonly HostId[] {
  const byOwner = groupedBy(covers, ({ owner }) => owner);
  return [...byOwner]
    .map(([owner, own]) => ({ owner, share: hiddenShare(PERSON, own) }))
    .filter(({ share }) => share > SHARE_OF_NOTE)
    .toSorted((one, other) => other.share - one.share)
    .map(({ owner }) => owner);
}
