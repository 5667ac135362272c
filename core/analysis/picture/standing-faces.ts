import { lerp, type Point } from '../../geometry/point.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import type { View } from '../image/view.ts';
import type { HostId, Standing } from '../scene/floor-standing.ts';
import type { StandingPiece, Substance } from '../scene/standing-pieces.ts';
import { fromFoot, keptOfLine, keptOfRing } from './space.ts';

/** From which height to which, metres above the floor. */
export type Span = { readonly low: number; readonly high: number };

/** An upright face in the frame of a camera. */
export type Face = Span & {
  readonly owner: HostId;
  readonly substance: Substance;
  readonly a: Point;
  readonly b: Point;
  /** Where its ends are edges: nothing of the same record goes on there. */
  readonly startEdges: readonly Span[];
  readonly endEdges: readonly Span[];
};

/** A body in the frame of a camera. */
export type Body = {
  readonly owner: HostId;
  readonly rings: readonly (readonly Point[])[];
  readonly height: number;
};

/** What stands on a floor, as a camera has it around itself. */
export type Surroundings = { readonly faces: readonly Face[]; readonly bodies: readonly Body[] };

/** The records that stand on a floor with what they stand there with. */
export type StandingRecords = Iterable<readonly [HostId, Standing]>;

/** Who is nearer to a piece than this stands on it, and sees past it, metres. */
const ON_PIECE = 1e-3;
/** Faces that bend less than this go on without an edge: the chords of a curve. Cosine of 20°. */
const GOES_ON = 0.94;

/**
 * What stands around a camera, in its frame, without what it stands on itself and what is behind the face that it is
 * mounted on. O(pieces).
 *
 * @param mount radians on the plan: where that face looks to; null for none
 */
export function surroundings(view: View, mount: number | null, standing: StandingRecords): Surroundings {
  const ahead = aheadOfMount(view, mount);
  const faces: Face[] = [];
  const bodies: Body[] = [];
  for (const [owner, { pieces, solid }] of standing) {
    const ends = endsOf(pieces);
    for (const piece of pieces) {
      const face = faceOf(owner, piece, { view, ends });
      const kept = face && cutByMount(face, ahead);
      if (kept) faces.push(kept);
    }
    if (!solid) continue;
    const rings = solid.rings
      .map((ring) => ring.map((corner) => fromFoot(view, corner)))
      .map((ring) => (ahead ? keptOfRing(ring, ahead, lerp) : ring))
      .filter(({ length }) => length >= 3);
    if (rings.length > 0) bodies.push({ owner, rings, height: solid.height });
  }
  return { faces, bodies };
}

/** Metres before the face that a camera is mounted on; null for none. */
export function aheadOfMount(view: View, mount: number | null): ((place: Point) => number) | null {
  if (mount === null) return null;
  const [x, y] = [Math.cos(mount - view.direction), Math.sin(mount - view.direction)];
  return (place) => place.x * x + place.y * y;
}

function cutByMount(face: Face, ahead: ((place: Point) => number) | null): Face | null {
  if (!ahead) return face;
  const kept = keptOfLine([face.a, face.b], ahead, lerp);
  if (!kept) return null;
  const [a, b] = kept;
  const [startEdges, endEdges] = [a === face.a ? face.startEdges : [], b === face.b ? face.endEdges : []];
  return { ...face, a, b, startEdges, endEdges };
}

type Around = { readonly view: View; readonly ends: ReadonlyMap<string, readonly StandingPiece[]> };

function faceOf(owner: HostId, piece: StandingPiece, { view, ends }: Around): Face | null {
  const [a, b] = [fromFoot(view, piece.a), fromFoot(view, piece.b)];
  if (distanceToSegment({ x: 0, y: 0 }, a, b) < ON_PIECE) return null;
  const { low, high, substance } = piece;
  const edges = (end: Point) => edgesAt(piece, ends.get(placeKey(end)) ?? []);
  return { owner, a, b, low, high, substance, startEdges: edges(piece.a), endEdges: edges(piece.b) };
}

const placeKey = ({ x, y }: Point): string => `${x.toFixed(6)} ${y.toFixed(6)}`;

function endsOf(pieces: readonly StandingPiece[]): ReadonlyMap<string, readonly StandingPiece[]> {
  const ends = new Map<string, StandingPiece[]>();
  for (const piece of pieces)
    for (const end of [piece.a, piece.b]) {
      const there = ends.get(placeKey(end));
      if (there) there.push(piece);
      else ends.set(placeKey(end), [piece]);
    }
  return ends;
}

/** What of the height of a piece is an edge at one of its ends: where none that meets it there goes on. */
function edgesAt(piece: StandingPiece, others: readonly StandingPiece[]): readonly Span[] {
  let left: readonly Span[] = [piece];
  for (const other of others) {
    if (other === piece || other.substance !== piece.substance || !goesOn(piece, other)) continue;
    left = left.flatMap(({ low, high }) =>
      [
        { low, high: Math.min(high, other.low) },
        { low: Math.max(low, other.high), high },
      ].filter((span) => span.high > span.low),
    );
  }
  return left.map(({ low, high }) => ({ low, high }));
}

function goesOn(one: StandingPiece, other: StandingPiece): boolean {
  const [x, y] = [one.b.x - one.a.x, one.b.y - one.a.y];
  const [u, v] = [other.b.x - other.a.x, other.b.y - other.a.y];
  return Math.abs(x * u + y * v) > GOES_ON * Math.hypot(x, y) * Math.hypot(u, v);
}
