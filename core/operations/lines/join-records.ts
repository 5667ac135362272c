import { cross, dot, type Point, samePoint } from '../../geometry/point.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, RecordOf } from '../../plan/kinds/index.ts';
import { getRecord, isKind, kindOf, type Plan } from '../../plan/plan.ts';
import { offsetOnWall, placeOnWall } from '../../plan/wall-line.ts';
import { directionOfWall, endAt } from '../../plan/walls/wall-joints.ts';
import type { Result } from '../../result.ts';
import { quantiseLength } from '../../units.ts';
import { camerasOn, gatesIn, openingsIn, refitted, regated } from '../hosted.ts';
import { isLocked } from '../is-locked.ts';
import { carryAnchors } from '../notes/carry-anchors.ts';
import { removeWithDependents } from '../remove-with-dependents.ts';
import { tryShapeEdit } from '../try-edit.ts';
import { putUpdated, type UpdateRefusal } from '../update-records.ts';
import { isLineRecord, type LineRecord } from './line-record.ts';

export type JoinRefusal = UpdateRefusal | 'not-a-line' | 'not-in-line' | 'do-not-meet';
type Path = Exclude<LineRecord, RecordOf<'wall'>>;

/**
 * Diff that makes one wall of walls that continue each other in one straight line, or one path of
 * fences, roads or barriers of a kind that meet at their ends. The first given stays and takes over what
 * stands in or on the others; a fence whose ends meet becomes closed.
 *
 * Refuses with 'not-in-line' for walls at an angle, with 'do-not-meet' when an end is away from all others.
 */
export function joinRecords(plan: Plan, ids: Iterable<AnyId>): Result<PlanDiff, JoinRefusal> {
  return tryShapeEdit<JoinRefusal>(plan, (draft) => {
    const records = [...new Set(ids)].flatMap((id) => getRecord(plan, id) ?? []).filter(isLineRecord);
    const [first, ...others] = records;
    const isSameKind = others.every(({ id }) => first && kindOf(id) === kindOf(first.id));
    if (!first || others.length === 0 || !isSameKind) return 'not-a-line';
    if (records.some((record) => isLocked(record, (id) => draft.get(id)))) return 'locked';
    return joinAll(draft, first, others);
  });
}

function joinAll(draft: Draft, first: LineRecord, others: readonly LineRecord[]): JoinRefusal | null {
  const waiting = [...others];
  while (waiting.length > 0) {
    const grown = draft.get(first.id);
    if (!grown) return 'not-found';
    let refusal: JoinRefusal = 'do-not-meet';
    const index = waiting.findIndex((other) => {
      const answer = joinTwo(draft, grown, other);
      if (answer !== null && answer !== 'do-not-meet') refusal = answer;
      return answer === null;
    });
    if (index < 0) return refusal;
    waiting.splice(index, 1);
  }
  return null;
}

function joinTwo(draft: Draft, first: LineRecord, second: LineRecord): JoinRefusal | null {
  if (first.floor !== second.floor) return 'do-not-meet';
  if (isKind(first, 'wall') && isKind(second, 'wall')) return joinWalls(draft, first, second);
  if (isKind(first, 'wall') || isKind(second, 'wall')) return 'not-a-line';
  return joinPaths(draft, first, second);
}

// Sine between walls that still count as one line: whole millimetres seldom lie exactly on one.
const IN_LINE = 0.005;

function joinWalls(draft: Draft, first: RecordOf<'wall'>, second: RecordOf<'wall'>): JoinRefusal | null {
  const shared = ([first.a, first.b] as const).find((end) => endAt(second, end) !== null);
  if (!shared) return 'do-not-meet';
  if (first.bulge !== 0 || second.bulge !== 0) return 'not-in-line';
  const [own, other] = [endAt(first, shared) ?? 'a', endAt(second, shared) ?? 'a'];
  const away = directionOfWall(second);
  const turn = dot(directionOfWall(first), away);
  const isOn = own === other ? turn < 0 : turn > 0;
  if (!isOn || Math.abs(cross(directionOfWall(first), away)) > IN_LINE) return 'not-in-line';
  const end = second[other === 'a' ? 'b' : 'a'];
  const cameras = camerasOn(draft, second.id);
  const grown = { ...first, [own]: end };
  takeOverOpenings(draft, { before: first, grown, second, turned: own === other });
  for (const camera of cameras) draft.put({ ...camera, mountedOn: first.id });
  takeOverNotes(draft, { grown: first.id, olds: [first, second] });
  return null;
}

type Growth = {
  readonly before: RecordOf<'wall'>;
  readonly grown: RecordOf<'wall'>;
  readonly second: RecordOf<'wall'>;
  /** Whether the second wall runs the other way. */
  readonly turned: boolean;
};

const otherEnd = { a: 'b', b: 'a' } as const;
const otherSide = { left: 'right', right: 'left' } as const;

function takeOverOpenings(draft: Draft, { before, grown, second, turned }: Growth): void {
  const all = [before.id, second.id].flatMap((id) => openingsIn(draft, id));
  draft.put(grown);
  for (const opening of all) {
    const isOwn = opening.wall === before.id;
    const { at } = placeOnWall(isOwn ? before : second, opening.offset);
    const kept = { ...opening, wall: grown.id, offset: quantiseLength(offsetOnWall(grown, at)) };
    const isTurned = !isOwn && turned;
    const facing = isTurned ? { hinge: otherEnd[opening.hinge], swing: otherSide[opening.swing] } : {};
    draft.put(refitted({ ...kept, ...facing }, grown));
  }
}

function joinPaths(draft: Draft, first: Path, second: Path): JoinRefusal | null {
  if (('closed' in first && first.closed) || ('closed' in second && second.closed)) return 'do-not-meet';
  const path = joined(first.path, second.path);
  if (!path) return 'do-not-meet';
  const [start] = path;
  const isClosed =
    isKind(first, 'fence') && path.length > 3 && start && samePoint(start, path.at(-1) ?? start);
  const fields = isClosed ? { path: path.slice(0, -1), closed: true } : { path };
  const refusal = putUpdated(draft, first.id, fields);
  if (refusal) return refusal;
  const grown = draft.get(first.id);
  if (grown && isKind(grown, 'fence')) {
    for (const gate of gatesIn(draft, second.id)) {
      draft.put(regated({ ...gate, fence: grown.id }, grown));
    }
  }
  // Those of the first went along with its new corners.
  takeOverNotes(draft, { grown: first.id, olds: [second] });
  return null;
}

type Taking = { readonly grown: AnyId; readonly olds: readonly LineRecord[] };

/** The points of notes on the lines stay where they are, on the one line that is left. */
function takeOverNotes(draft: Draft, { grown, olds }: Taking): void {
  const line = draft.get(grown);
  if (!line) return;
  for (const old of olds) carryAnchors(draft, { old, pieces: [line], endsFollow: false });
  removeWithDependents(
    draft,
    olds.map(({ id }) => id).filter((id) => id !== grown),
  );
}

/** One path through both, without the point they share; null when no ends meet. */
function joined(first: readonly Point[], second: readonly Point[]): readonly Point[] | null {
  const meets = (end: Point | undefined, start: Point | undefined) =>
    end && start && samePoint(end, start, 0.001);
  const options = [
    [first, second],
    [first, second.toReversed()],
    [second, first],
    [second.toReversed(), first],
  ] as const;
  const fitting = options.find(([head, tail]) => meets(head.at(-1), tail[0]));
  return fitting ? [...fitting[0], ...fitting[1].slice(1)] : null;
}
