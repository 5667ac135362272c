import type { Point } from '../../geometry/point.ts';
import { type LineKind, lineKinds } from '../../plan/kinds/definition.ts';
import type { PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import { isKind } from '../../plan/plan.ts';

/** What is drawn as an open line, or as a fence that may be closed. */
export type LineRecord = { [K in LineKind]: RecordOf<K> }[LineKind];

/** Whether a record is a wall, fence, road or barrier: what can be cut, trimmed and joined. */
export function isLineRecord(record: PlanRecord): record is LineRecord {
  return lineKinds.some((kind) => isKind(record, kind));
}

/** The geometry of one piece of a line; a bulge is for a wall alone. */
export type LinePiece = {
  readonly points: readonly Point[];
  readonly bulge: number;
  readonly closed: boolean;
};

/** The fields that give a record the geometry of a piece; null when a wall would get more than two points. */
export function fieldsOfPiece(record: LineRecord, { points, bulge, closed }: LinePiece): object | null {
  if (isKind(record, 'fence')) return { path: points, closed };
  if (!isKind(record, 'wall')) return { path: points };
  const [a, b, ...more] = points;
  return a && b && more.length === 0 ? { a, b, bulge } : null;
}
