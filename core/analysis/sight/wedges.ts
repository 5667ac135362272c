import { percentOf } from './hidden-strips.ts';

/** The image of an edge, or of one of its strips, as lines of a wedge are told apart. The eye is a line of no length. */
export const EYE_LINE = -1;
/** The four sides of the frame are the lines from here down. */
const FRAME_LINES = -2;

/** The line of a side of the frame, 0 to 3. */
export const frameLine = (side: number): number => FRAME_LINES - side;

/** Whether a line is a side of the frame: what reaches it is not bounded. */
export const isFrameLine = (line: number): boolean => line <= FRAME_LINES && line > FRAME_LINES - 4;

/** A direction from the eye, metres, of any length but zero; `place` is the number of the place it leads to, −1 for none. */
export type Ray = { readonly x: number; readonly y: number; readonly place: number };

/** Two rays with less than half a turn between them. */
export type Sides = { readonly right: Ray; readonly left: Ray };

/** A line across a wedge: one over how far it is along either side, in lengths of that side's ray. */
export type Line = {
  readonly right: number;
  readonly left: number;
  /** The same for the same line in the wedge beside. */
  readonly line: number;
};

/** A line behind which something begins or ends to be between the eye and what it looks at. */
export type Boundary = Line & {
  /** How many opaque things more. */
  readonly opaque: number;
  /** Of the share of detail that remains, the logarithm that is added. */
  readonly dimming: number;
};

/** Corners of the range between the sides of a wedge, the first and last of them, and the line it ends on at its left. */
export type Arc = { readonly first: number; readonly last: number; readonly line: number };

/** A part of a wedge between two lines, with the share of detail that is seen there, in per cent. */
export type Cell = {
  readonly percent: number;
  readonly near: Line;
  readonly far: Line;
  /** Null where the far line is straight. */
  readonly arc: Arc | null;
};

/** What is seen between two rays from the eye: cells from the eye outwards. */
export type Wedge = Sides & { readonly cells: readonly Cell[] };

/** What arithmetic rounds off, of a number. */
const ROUNDED = 1e-12;

/** Whether two places on a ray are the same, as far as can be told. */
export function isSamePlace(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) <= ROUNDED * Math.min(one, other);
}

/** A wedge in which all is seen as far as a line. */
export function openWedge({ right, left }: Sides, far: Line, arc: Arc | null): Wedge {
  return { right, left, cells: [{ percent: 100, near: EYE, far, arc }] };
}

/**
 * Adds a wedge with its cells; several, where boundaries cross in it.
 *
 * Over the part `s` of the way from its right to its left side, a line is at `right + s (left − right)`: what is one over a
 * distance is straight there, so that lines cross where two straight lines do. Gives how many pairs were compared.
 *
 * @param boundaries those behind which all is hidden for ever among them
 */
export function addWedge(wedges: Wedge[], sides: Sides, boundaries: Boundary[]): number {
  const [only] = boundaries;
  if (only && boundaries.length === 1) {
    wedges.push(openWedge(sides, only, null));
    return 0;
  }
  boundaries.sort(nearestFirst);
  if (isOrdered(boundaries)) {
    wedges.push({ right: sides.right, left: sides.left, cells: cellsOf(boundaries) });
    return 0;
  }
  let from = 0;
  let right = sides.right;
  for (const to of [...crossingsOf(boundaries), 1]) {
    const left = to === 1 ? sides.left : rayBetween(sides, to);
    const within = boundaries.map((each) => between(each, from, to)).sort(nearestFirst);
    wedges.push({ right, left, cells: cellsOf(within) });
    from = to;
    right = left;
  }
  return boundaries.length ** 2;
}

const EYE: Line = { right: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, line: EYE_LINE };

const nearestFirst = (one: Boundary, other: Boundary): number =>
  other.right + other.left - (one.right + one.left);

/** Whether what is nearer on the whole is nearer on both sides. */
function isOrdered(boundaries: readonly Boundary[]): boolean {
  return boundaries.every((each, index) => {
    const next = boundaries[index + 1];
    if (!next) return true;
    const isNearer = (near: number, far: number) => near >= far || isSamePlace(near, far);
    return isNearer(each.right, next.right) && isNearer(each.left, next.left);
  });
}

/** Where lines cross between the sides, in order, each place once. */
function crossingsOf(lines: readonly Line[]): readonly number[] {
  const crossings: number[] = [];
  for (const [index, one] of lines.entries()) {
    for (let at = index + 1; at < lines.length; at++) {
      const other = lines[at] ?? one;
      const right = one.right - other.right;
      const left = one.left - other.left;
      if (right * left < 0) crossings.push(right / (right - left));
    }
  }
  crossings.sort((one, other) => one - other);
  return crossings.filter(
    (along, index) => along > ROUNDED && along < 1 - ROUNDED && along - (crossings[index - 1] ?? 0) > ROUNDED,
  );
}

const partWay = (right: number, left: number, along: number): number =>
  along === 1 ? left : right + (left - right) * along;

function between({ right, left, line, opaque, dimming }: Boundary, from: number, to: number): Boundary {
  return { right: partWay(right, left, from), left: partWay(right, left, to), line, opaque, dimming };
}

function rayBetween({ right, left }: Sides, along: number): Ray {
  return { x: partWay(right.x, left.x, along), y: partWay(right.y, left.y, along), place: -1 };
}

/** What is seen between boundaries, the nearest of which comes first. */
function cellsOf(boundaries: readonly Boundary[]): readonly Cell[] {
  const cells: Cell[] = [];
  let [percent, opaque, dimming] = [100, 0, 0];
  let near = EYE;
  for (const [index, boundary] of boundaries.entries()) {
    opaque += boundary.opaque;
    dimming += boundary.dimming;
    const next = boundaries[index + 1];
    // What begins where something ends leaves nothing between.
    if (next && isSamePlace(boundary.right, next.right) && isSamePlace(boundary.left, next.left)) continue;
    const behind = opaque > 0 ? 0 : percentOf(dimming);
    if (behind === percent) continue;
    if (percent > 0) cells.push({ percent, near, far: boundary, arc: null });
    percent = behind;
    near = boundary;
  }
  return cells;
}
