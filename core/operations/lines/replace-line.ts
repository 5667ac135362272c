import { distanceBetween, type Point } from '../../geometry/point.ts';
import type { Draft } from '../../plan/diff.ts';
import { checkRecord, TOLERANCE } from '../../plan/integrity.ts';
import type { NewId, RecordOf } from '../../plan/kinds/index.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { distanceToPath } from '../../plan/path-place.ts';
import { isKind, kindOf } from '../../plan/plan.ts';
import { lineOfRecord } from '../../plan/record-line.ts';
import { offsetOnWall, placeOnWall } from '../../plan/wall-line.ts';
import { quantiseLength } from '../../units.ts';
import { camerasOn, gatesIn, openingsIn, refitted, regated } from '../hosted.ts';
import { carryAnchors } from '../notes/carry-anchors.ts';
import { removeWithDependents } from '../remove-with-dependents.ts';
import type { ShapeRefusal } from '../shape-refusal.ts';
import type { TagSource } from '../tags/tag-source.ts';
import { fieldsOfPiece, isLineRecord, type LinePiece, type LineRecord } from './line-record.ts';

export type ReplaceRefusal = ShapeRefusal | 'opening-here' | 'too-short' | 'invalid-record';

export type Replacing = {
  readonly newId: NewId;
  readonly tags: TagSource;
  /** Whether openings and gates that lie on none of the pieces go; else they refuse. */
  readonly drops: boolean;
};

/**
 * Puts pieces in the place of a line: the first keeps its id, the others are copies of it. Openings, gates,
 * cameras and the points of notes go to the piece that has them; one that a cut goes through refuses with 'opening-here'.
 */
export function replaceLine(
  draft: Draft,
  record: LineRecord,
  { pieces, replacing }: { readonly pieces: readonly LinePiece[]; readonly replacing: Replacing },
): ReplaceRefusal | null {
  const made = piecesAsRecords(record, pieces, replacing);
  if (!made) return 'invalid-record';
  const [openings, gates] = [openingsIn(draft, record.id), gatesIn(draft, record.id)];
  const cameras = camerasOn(draft, record.id);
  for (const piece of made) {
    if (checkRecord(piece, (id) => draft.get(id)).length > 0) return 'too-short';
    draft.put(piece);
  }
  const lost: (Hung['id'] | 'cut')[] = [
    ...rehang(draft, openings, (each) => openingOn(each, record, made)),
    ...rehang(draft, gates, (each) => gateOn(each, made)),
  ];
  if (lost.includes('cut') || (lost.length > 0 && !replacing.drops)) return 'opening-here';
  removeWithDependents(
    draft,
    lost.filter((id) => id !== 'cut'),
  );
  for (const camera of cameras) remount(draft, camera, made);
  carryAnchors(draft, { old: record, pieces: made, endsFollow: true });
  return null;
}

type Hung = RecordOf<'opening'> | RecordOf<'gate'>;

/** Puts what stands in the line into its piece; the ids of what has none, and 'cut' for what a cut goes through. */
function rehang<R extends Hung>(
  draft: Draft,
  hosted: readonly R[],
  on: (record: R) => R | 'cut' | null,
): readonly (R['id'] | 'cut')[] {
  const lost: (R['id'] | 'cut')[] = [];
  for (const record of [...hosted]) {
    const kept = on(record);
    if (kept === null) lost.push(record.id);
    else if (kept === 'cut') lost.push(kept);
    else draft.put(kept);
  }
  return lost;
}

function piecesAsRecords(
  record: LineRecord,
  pieces: readonly LinePiece[],
  { newId, tags }: Replacing,
): readonly LineRecord[] | null {
  const made = pieces.map((piece, index) => {
    const own = index === 0 ? {} : { id: newId(kindOf(record.id)), tag: tags.forCopy(record, record.floor) };
    const parsed = parseRecord({ ...record, ...fieldsOfPiece(record, piece), ...own });
    return parsed.ok && isLineRecord(parsed.value) ? parsed.value : null;
  });
  const sound = made.filter((piece) => piece !== null);
  return sound.length === pieces.length && sound.length > 0 ? sound : null;
}

// Cuts and corners are quantised, and an arc moves with its ends.
const NEAR = 4 * TOLERANCE;

function openingOn(
  opening: RecordOf<'opening'>,
  old: LineRecord,
  pieces: readonly LineRecord[],
): RecordOf<'opening'> | 'cut' | null {
  if (!isKind(old, 'wall')) return null;
  const { offset, width } = opening;
  const jambs = [offset - width / 2, offset + width / 2].map((along) => placeOnWall(old, along).at);
  const walls = pieces.filter((piece) => isKind(piece, 'wall'));
  const holds = (wall: RecordOf<'wall'>, point: Point) => distanceTo(wall, point) <= NEAR;
  const host = walls.find((wall) => jambs.every((jamb) => holds(wall, jamb)));
  if (!host) return walls.some((wall) => jambs.some((jamb) => holds(wall, jamb))) ? 'cut' : null;
  const { at } = placeOnWall(old, offset);
  return refitted({ ...opening, wall: host.id, offset: quantiseLength(offsetOnWall(host, at)) }, host);
}

function distanceTo(wall: RecordOf<'wall'>, point: Point): number {
  return distanceBetween(placeOnWall(wall, offsetOnWall(wall, point)).at, point);
}

function gateOn(gate: RecordOf<'gate'>, pieces: readonly LineRecord[]): RecordOf<'gate'> | null {
  for (const piece of pieces) {
    if (isKind(piece, 'fence') && distanceToPath(gate.at, piece) <= NEAR) {
      return regated({ ...gate, fence: piece.id }, piece);
    }
  }
  return null;
}

function remount(draft: Draft, camera: RecordOf<'camera'>, pieces: readonly LineRecord[]): void {
  const nearest = pieces
    .filter((piece) => isKind(piece, 'wall'))
    .map((piece) => ({ id: piece.id, distance: distanceToPath(camera.at, lineOf(piece)) }))
    .sort((first, second) => first.distance - second.distance)[0];
  if (nearest) draft.put({ ...camera, mountedOn: nearest.id });
}

function lineOf(record: LineRecord) {
  return lineOfRecord(record) ?? { path: [], closed: false };
}
