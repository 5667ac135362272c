import { angleOf, distanceBetween, lerp, type Point } from './point.ts';

/** How places follow each other along a path, metres along it. */
export type Run = {
  /** From the beginning of the path to the first place. */
  readonly start: number;
  /** Between neighbours; null spreads `count` places evenly between `start` and as far from the end. */
  readonly spacing: number | null;
  /** How many; null goes on to the end. */
  readonly count: number | null;
};

/** A place on a path and the direction of the path there, radians. */
export type Station = { readonly at: Point; readonly direction: number; readonly along: number };

/** More than this on one path is a slip of the keyboard. */
export const MOST_STATIONS = 2000;

// A path measured a millimetre short does not lose its last place.
const SPARE = 0.001;

/**
 * The places of a run along an open path; those beyond its end are left out, at most MOST_STATIONS + 1.
 *
 * A closed path is given with its first point once more at the end.
 */
export function stationsAlong(path: readonly Point[], run: Run): readonly Station[] {
  const pieces = piecesOf(path);
  const whole = pieces.at(-1)?.until ?? 0;
  const distances = distancesOf(run, whole);
  let index = 0;
  return distances.map((along) => {
    while (index < pieces.length - 1 && (pieces[index]?.until ?? 0) < along) index++;
    return placeIn(pieces[index], along);
  });
}

type Piece = {
  readonly start: Point;
  readonly end: Point;
  readonly from: number;
  readonly until: number;
};

function piecesOf(path: readonly Point[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [index, end] of path.entries()) {
    const start = path[index - 1];
    if (!start || distanceBetween(start, end) === 0) continue;
    const from = pieces.at(-1)?.until ?? 0;
    pieces.push({ start, end, from, until: from + distanceBetween(start, end) });
  }
  return pieces;
}

function distancesOf({ start, spacing, count }: Run, whole: number): readonly number[] {
  if (whole === 0 || start < 0 || start > whole + SPARE) return [];
  const most = Math.min(count ?? MOST_STATIONS + 1, MOST_STATIONS + 1);
  const step = spacing ?? (most > 1 ? (whole - 2 * start) / (most - 1) : whole);
  if (step <= 0) return [start];
  const fitting = Math.floor((whole + SPARE - start) / step) + 1;
  return Array.from({ length: Math.min(most, fitting) }, (_, index) => Math.min(start + index * step, whole));
}

function placeIn(piece: Piece | undefined, along: number): Station {
  if (!piece) return { at: { x: 0, y: 0 }, direction: 0, along };
  const { start, end, from, until } = piece;
  const at = lerp(start, end, Math.min(Math.max((along - from) / (until - from), 0), 1));
  return { at, direction: angleOf(start, end), along };
}
