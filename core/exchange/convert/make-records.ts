import type { AnyId, PlanRecord } from '../../plan/kinds/index.ts';
import { err, ok, type Result } from '../../result.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';
import { attachGates, placeOpenings } from './attach.ts';
import { type Making, RecordMaker } from './record-maker.ts';

export type MadeRecords = {
  readonly records: readonly PlanRecord[];
  /** Knows where each of them comes from, and what was not understood. */
  readonly maker: RecordMaker;
};

/**
 * The records of a drawing: doors in their walls, gates in their fences, notes on the corners they were written for.
 *
 * Each is what its schema says; what holds between them is not asked. A sentence says why the whole is refused.
 */
export function makeRecords(
  drawing: NeutralDrawing,
  making: Making,
): Result<MadeRecords, { readonly message: string }> {
  const maker = new RecordMaker(making, drawing);
  const problem = maker.readAll(drawing.elements);
  if (problem) return err({ message: problem });
  const records = placeOpenings(attachGates(maker), maker).map(maker.onCorners);
  const own = new Map<AnyId, PlanRecord>(records.map((record) => [record.id, record]));
  maker.sayElsewhere(records, (id) => own.get(id) ?? making.there(id));
  return ok({ records, maker });
}
