import { lengthAlong, lineBeside } from '../../geometry/bulged-line.ts';
import type { Point } from '../../geometry/point.ts';
import { edgesOf } from '../../geometry/polygon.ts';
import { nearestOnPath, outlineOfPath } from '../../geometry/polyline.ts';
import { stretchesLeft, subPath } from '../../geometry/sub-path.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { gateEnds } from '../../plan/shape.ts';

type Wall = RecordOf<'wall'>;
type Opening = RecordOf<'opening'>;
type Fence = RecordOf<'fence'>;
type Gate = RecordOf<'gate'>;

/** What stands in the way: `solid` lets nothing through, `glass` light but no warmth, `mesh` some of both. */
export type Substance = 'solid' | 'glass' | 'mesh';

/** A piece of what stands on a floor: upright on a segment, from `low` to `high` metres above the floor. */
export type StandingPiece = {
  readonly a: Point;
  readonly b: Point;
  readonly low: number;
  readonly high: number;
  readonly substance: Substance;
};

/** A gate has no height of its own: one that stands free is taken to be as high as a fence starts with, metres. */
export const GATE_HEIGHT = 2.4;

type Band = Pick<StandingPiece, 'low' | 'high' | 'substance'>;

/**
 * A wall on its drawn line, from the floor up, with its openings: a door that stands open and a passage let all
 * through between sill and top, a window is glass there, a closed door is solid. A wall without a height of its own
 * reaches up without end.
 *
 * @param openings those in the wall that are there
 */
export function wallStanding(wall: Wall, openings: readonly Opening[]): readonly StandingPiece[] {
  const length = lengthAlong(wall);
  const within = (along: number) => Math.min(Math.max(along, 0), length);
  const ends = openings.flatMap(({ offset, width }) => [
    within(offset - width / 2),
    within(offset + width / 2),
  ]);
  const places = [...new Set([0, ...ends, length])].sort((one, other) => one - other);
  return places.slice(1).flatMap((to, index) => {
    const from = places[index] ?? to;
    const middle = (from + to) / 2;
    const here = openings.filter(({ offset, width }) => Math.abs(offset - middle) < width / 2);
    const line = lineBeside(wall, { from, to, aside: 0 });
    return standing(line, bandsOf(wall, here));
  });
}

const substances: { readonly [M in Wall['material']]: Substance } = {
  opaque: 'solid',
  glass: 'glass',
  mesh: 'mesh',
};

/** From the floor up, what a wall is made of where these openings are; what lets all through is left out. */
function bandsOf({ height, material }: Wall, openings: readonly Opening[]): readonly Band[] {
  const top = height ?? Number.POSITIVE_INFINITY;
  let bands: readonly Band[] = [{ low: 0, high: top, substance: substances[material] }];
  for (const opening of openings) {
    const [sill, head] = [Math.min(opening.sill, top), Math.min(opening.sill + opening.height, top)];
    const rest = bands.flatMap((band): readonly Band[] => [
      { ...band, high: Math.min(band.high, sill) },
      { ...band, low: Math.max(band.low, head) },
    ]);
    const filling = fillingOf(opening);
    bands = filling ? [...rest, { low: sill, high: head, substance: filling }] : rest;
    bands = bands.filter(({ low, high }) => high > low);
  }
  return bands;
}

function fillingOf({ type, open }: Opening): Substance | null {
  if (type === 'passage' || open) return null;
  return type === 'window' ? 'glass' : 'solid';
}

function standing(line: readonly Point[], bands: readonly Band[]): readonly StandingPiece[] {
  return line.slice(1).flatMap((b, index) => {
    const a = line[index] ?? b;
    return bands.map((band) => ({ a, b, ...band }));
  });
}

/**
 * A fence along its path, without the gates in it that stand open; a closed gate is as the fence. A solid fence
 * hides, every other type is mesh.
 *
 * @param gates those in the fence that are there
 */
export function fenceStanding(fence: Fence, gates: readonly Gate[]): readonly StandingPiece[] {
  const [first] = fence.path;
  const line = fence.closed && first ? [...fence.path, first] : fence.path;
  const band: Band = { low: 0, high: fence.height, substance: fence.type === 'solid' ? 'solid' : 'mesh' };
  const gaps = gates.filter(({ open }) => open).flatMap((gate) => gapOf(gate, line));
  if (gaps.length === 0) return standing(line, [band]);
  // A part of a closed fence may reach over its first point.
  const twice = fence.closed ? [...line, ...line.slice(1)] : line;
  return stretchesLeft(line, gaps, fence.closed).flatMap((stretch) =>
    standing(subPath(twice, stretch), [band]),
  );
}

/** Where a gate lies along the line of its fence, metres. */
function gapOf(gate: Gate, line: readonly Point[]) {
  const place = nearestOnPath(gate.at, line);
  if (!place) return [];
  return [{ from: place.along - gate.width / 2, to: place.along + gate.width / 2 }];
}

/** A gate that stands free: mesh while it is closed; the arm of a lift gate hides nothing. */
export function gateStanding(gate: Gate): readonly StandingPiece[] {
  if (gate.fence !== null || gate.open || gate.type === 'lift') return [];
  return standing(gateEnds(gate), [{ low: 0, high: GATE_HEIGHT, substance: 'mesh' }]);
}

/** A body that is solid from the floor up to its height. */
export type Solid = { readonly rings: readonly (readonly Point[])[]; readonly height: number };

/** A building as a body, its yards left out. */
export function buildingSolid({ ring, holes, height }: RecordOf<'building'>): Solid {
  return { rings: [ring, ...holes], height };
}

/** An obstacle as a body; null where its path has no length. */
export function obstacleSolid({ ring, path, width, height }: RecordOf<'obstacle'>): Solid | null {
  const outline = ring ?? (path && width !== null ? outlineOfPath(path, width) : null);
  return outline && { rings: [outline], height };
}

/** The faces of a body. */
export function solidPieces({ rings, height }: Solid): readonly StandingPiece[] {
  const band: Band = { low: 0, high: height, substance: 'solid' };
  return rings.flatMap((ring) => edgesOf(ring).map(([a, b]) => ({ a, b, ...band })));
}
