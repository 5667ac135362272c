import type { Point } from '../../geometry/point.ts';
import type { PlacedRecord } from '../../plan/kinds/index.ts';
import { isKind, type Plan } from '../../plan/plan.ts';
import { boundsOf, shapeOf } from '../../plan/shape.ts';
import type { DrawItem, SymbolItem, TextItem } from '../draw-item.ts';
import { lookOf } from '../kinds/index.ts';

/**
 * How far a label may go from where its drawer put it: a `tag` all round its record, then further away with a
 * leader; a `name` a little within what it names, then as a tag; a `letter` not at all.
 */
export type LabelRole = 'tag' | 'name' | 'letter';

/** What is written about a record: its tag with the mark of its state and a note, or its name. */
export type RecordLabel = {
  /** Tells the label from all others of the plan, from one placing to the next. */
  readonly key: string;
  readonly role: LabelRole;
  /** Lower ones choose their place first. */
  readonly rank: number;
  readonly items: readonly (TextItem | SymbolItem)[];
  /** Whether a symbol stands at the record's point; a leader keeps clear of it. */
  readonly hasSymbol: boolean;
  /**
   * The longer side of what a name names, the width of the place of a letter, plan metres; null for a tag, which may be
   * wider than its record.
   */
  readonly extent: number | null;
  /** The shorter side of a surface, plan metres: where it is lower than its label, notes are left out; else null. */
  readonly shortSide: number | null;
};

/** A line that labels cross only where they must. */
export type LineToAvoid = { readonly points: readonly Point[]; readonly weight: number };

/** Before all else: the label of what is selected. */
export const SELECTED_RANK = -1;

const isLabel = (item: DrawItem): item is TextItem | SymbolItem =>
  (item.type === 'text' || item.type === 'symbol') && item.detail === 'near';

/** The items of a record with its label apart from them; no label where there is none. */
export function withoutLabel(
  record: PlacedRecord,
  items: readonly DrawItem[],
  plan: Plan,
): { readonly body: readonly DrawItem[]; readonly label: RecordLabel | null } {
  const labels = items.filter(isLabel);
  const [first] = labels;
  if (!first) return { body: items, label: null };
  const { role, rank } = lookOf(record).label;
  const { at } = first;
  const hasSymbol = items.some(
    (item) => item.type === 'symbol' && item.detail === 'always' && item.at.x === at.x && item.at.y === at.y,
  );
  const own = { key: record.id, items: labels, hasSymbol };
  const sides = role === 'name' ? sidesOf(record, plan) : { extent: null, shortSide: null };
  const label: RecordLabel = { ...own, role, rank, ...sides };
  return { body: items.filter((item) => !isLabel(item)), label };
}

function sidesOf(record: PlacedRecord, plan: Plan): Pick<RecordLabel, 'extent' | 'shortSide'> {
  const bounds = boundsOf(record, plan);
  if (!bounds) return { extent: null, shortSide: null };
  const [width, height] = [bounds.maxX - bounds.minX, bounds.maxY - bounds.minY];
  return {
    extent: Math.max(width, height),
    shortSide: isKind(record, 'area') ? Math.min(width, height) : null,
  };
}

/** The line of a record that labels should not cross, plan metres; null where they may. */
export function lineToAvoid(record: PlacedRecord, plan: Plan): LineToAvoid | null {
  const weight = lookOf(record).avoided;
  const shape = weight > 0 ? shapeOf(record, plan) : null;
  if (!shape || shape.type === 'point') return null;
  const [points, closed] = shape.type === 'ring' ? [shape.ring, true] : [shape.points, shape.closed];
  return { weight, points: closed ? [...points, ...points.slice(0, 1)] : points };
}
