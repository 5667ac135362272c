import type { RangeOutline } from './range-outline.ts';
import type { Ray, Sides } from './wedges.ts';

/** An edge as the eye sees it. */
export type SeenEdge = {
  readonly edge: number;
  /** Its right end from the eye, and its left end from the right one; metres. */
  readonly x: number;
  readonly y: number;
  readonly alongX: number;
  readonly alongY: number;
  /** Twice the area of its triangle with the eye, m²: positive. */
  readonly twice: number;
};

/**
 * A part of a wedge that ends at the range or at an edge: `edge` at the edge alone, `range` at sides of the outline
 * alone, `side` at one side or at the edge, whichever is nearer.
 */
export type Part = {
  readonly type: 'edge' | 'range' | 'side';
  readonly sides: Sides;
  /** Sides of the outline that it meets, counted on around the circle. */
  readonly first: number;
  readonly last: number;
};

type Ends = {
  /** Null where the edge is beyond the range. */
  readonly seen: SeenEdge | null;
  readonly sides: Sides;
  /** Whether something hides strips in the wedge. */
  readonly isVeiled: boolean;
};

/** The parts of a wedge from its right to its left side. */
export function partsOf(range: RangeOutline, { seen, sides, isVeiled }: Ends): readonly Part[] {
  const { right, left } = sides;
  const begin = Math.atan2(right.y, right.x);
  const sideAt = (x: number, y: number) => range.sideAt(begin + angleBetween(right, { x, y }));
  const last = Math.max(sideAt(left.x, left.y), range.sideAt(begin));
  const parts: Part[] = [];
  let first = range.sideAt(begin);
  let from = right;
  const put = (type: Part['type'], until: number) => {
    const to = until >= last ? left : cornerRay(range, until + 1);
    parts.push({ type, sides: { right: from, left: to }, first, last: until });
    first = until + 1;
    from = to;
  };
  for (const { type, until } of seen ? stretchesOf(range, seen, sideAt) : BEYOND) {
    const end = Math.min(until, last);
    // Strips are cut at straight lines alone.
    if (end >= first && (type === 'edge' || (type === 'range' && !isVeiled))) put(type, end);
    while (first <= end) put('side', first);
  }
  return parts;
}

const angleBetween = (from: Ray, { x, y }: { readonly x: number; readonly y: number }): number =>
  Math.atan2(from.x * y - from.y * x, from.x * x + from.y * y);

const cornerRay = (range: RangeOutline, corner: number): Ray => ({
  x: range.cornerX(corner),
  y: range.cornerY(corner),
  place: -1,
});

/** All of it at the range. */
const BEYOND: readonly Stretch[] = [{ type: 'range', until: Number.POSITIVE_INFINITY }];

type Stretch = { readonly type: Part['type']; readonly until: number };

/*  What the line of an edge is to the outline, in the order of its directions: beyond it, somewhere between the
 *  circles through its corners and around its sides, within it, and back again. A side more at either end, for
 *  what is rounded.  */
function stretchesOf(
  range: RangeOutline,
  { x, y, alongX, alongY }: SeenEdge,
  sideAt: (x: number, y: number) => number,
): readonly Stretch[] {
  const squared = alongX * alongX + alongY * alongY;
  const middle = -(x * alongX + y * alongY) / squared;
  const sideOf = (along: number) => sideAt(x + along * alongX, y + along * alongY);
  const beside = (x * alongY - y * alongX) / Math.sqrt(squared);
  const half = (radius: number) => Math.sqrt(Math.max(radius ** 2 - beside ** 2, 0) / squared);
  const [outer, inner] = [half(range.outer), half(range.inner)];
  return [
    { type: 'range', until: sideOf(middle - outer) - 2 },
    { type: 'side', until: sideOf(middle - inner) + 1 },
    { type: 'edge', until: sideOf(middle + inner) - 2 },
    { type: 'side', until: sideOf(middle + outer) + 1 },
    { type: 'range', until: Number.POSITIVE_INFINITY },
  ];
}
