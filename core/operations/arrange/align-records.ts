import type { Box } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import type { AnyId, PlacedRecord } from '../../plan/kinds/index.ts';
import { getRecord, isKind, isPlaced, type Plan } from '../../plan/plan.ts';
import { boundsOf, boundsOfRecords } from '../../plan/shape.ts';
import type { Result } from '../../result.ts';
import { isLocked } from '../is-locked.ts';
import { type TransformRefusal, transformWithDependents } from '../transform-with-dependents.ts';
import { tryShapeEdit } from '../try-edit.ts';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

export type ArrangeRefusal = TransformRefusal | 'too-few-records';

/** A record that can be moved about on its own, and the box around it. */
type Piece = { readonly id: AnyId; readonly box: Box };

/** Those of the records that move on their own: an opening follows its wall, what is locked stays. */
function piecesOf(plan: Plan, ids: Iterable<AnyId>): readonly Piece[] {
  return [...new Set(ids)].flatMap((id) => {
    const record = getRecord(plan, id);
    if (!record || !isPlaced(record) || !isFree(plan, record)) return [];
    const box = boundsOf(record, plan);
    return box ? [{ id, box }] : [];
  });
}

function isFree(plan: Plan, record: PlacedRecord): boolean {
  if (isKind(record, 'opening') || (isKind(record, 'gate') && record.fence !== null)) return false;
  return !isLocked(record, (id) => getRecord(plan, id));
}

const edgeOf: { readonly [A in Alignment]: (box: Box) => Point } = {
  left: ({ minX }) => ({ x: minX, y: 0 }),
  centre: ({ minX, maxX }) => ({ x: (minX + maxX) / 2, y: 0 }),
  right: ({ maxX }) => ({ x: maxX, y: 0 }),
  bottom: ({ minY }) => ({ x: 0, y: minY }),
  middle: ({ minY, maxY }) => ({ x: 0, y: (minY + maxY) / 2 }),
  top: ({ maxY }) => ({ x: 0, y: maxY }),
};

/**
 * Diff that brings one side, or the middle, of every record to that of the box around them all, and what
 * stands in or on them with them. Needs two records that can move.
 */
export function alignRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  alignment: Alignment,
): Result<PlanDiff, ArrangeRefusal> {
  const pieces = piecesOf(plan, ids);
  const all = boundsOfRecords(
    plan,
    pieces.map(({ id }) => id),
  );
  return tryShapeEdit<ArrangeRefusal>(plan, (draft) => {
    if (!all || pieces.length < 2) return 'too-few-records';
    const edge = edgeOf[alignment];
    const goal = edge(all);
    return moveEach(
      draft,
      pieces.map(({ id, box }) => ({ id, by: { x: goal.x - edge(box).x, y: goal.y - edge(box).y } })),
    );
  });
}

/**
 * Diff that spreads records between the two outermost ones, left to right or bottom to top, so that the
 * gaps between their boxes are equal. Needs three records that can move.
 */
export function distributeRecords(
  plan: Plan,
  ids: Iterable<AnyId>,
  axis: 'x' | 'y',
): Result<PlanDiff, ArrangeRefusal> {
  const [low, high] = axis === 'x' ? (['minX', 'maxX'] as const) : (['minY', 'maxY'] as const);
  const pieces = piecesOf(plan, ids).toSorted((first, second) => first.box[low] - second.box[low]);
  return tryShapeEdit<ArrangeRefusal>(plan, (draft) => {
    const [first] = pieces;
    const last = pieces.at(-1);
    if (!first || !last || pieces.length < 3) return 'too-few-records';
    const taken = pieces.reduce((sum, { box }) => sum + box[high] - box[low], 0);
    const gap = (last.box[high] - first.box[low] - taken) / (pieces.length - 1);
    let next = first.box[low];
    const moves = pieces.map(({ id, box }) => {
      const by = next - box[low];
      next += box[high] - box[low] + gap;
      return { id, by: axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by } };
    });
    return moveEach(draft, moves);
  });
}

type Move = { readonly id: AnyId; readonly by: Point };

function moveEach(draft: Draft, moves: readonly Move[]): TransformRefusal | null {
  for (const { id, by } of moves) {
    const refusal = transformWithDependents(draft, [id], { type: 'translate', by });
    if (refusal) return refusal;
  }
  return null;
}
