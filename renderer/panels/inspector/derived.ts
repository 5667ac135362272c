import { bollardCount } from '../../../core/geometry/bollard-places.ts';
import { add, angleOf, type Point, polar } from '../../../core/geometry/point.ts';
import { perimeterOf, polygonArea } from '../../../core/geometry/polygon.ts';
import { pathLength } from '../../../core/geometry/polyline.ts';
import type { PlacedRecord, RecordOf } from '../../../core/plan/kinds/index.ts';
import { isKind } from '../../../core/plan/plan.ts';
import { type DisplayUnit, formatArea, formatLength } from '../../../core/quantity.ts';
import type { LabelKey } from '../../kinds/parts/field-spec.ts';

/** A figure that follows from a record: metres, square metres or a count. */
export type DerivedValue = {
  readonly label: LabelKey;
  readonly type: 'length' | 'area' | 'count';
  readonly value: number;
};

/** How a derived value is read: `unit` is null where the figure says it itself, as feet and inches do. */
export function writtenValue(
  { type, value }: DerivedValue,
  displayUnit: DisplayUnit,
): { readonly figure: string; readonly unit: string | null } {
  if (type === 'count') return { figure: String(value), unit: '' };
  if (type === 'length' && displayUnit === 'ft-in') {
    return { figure: formatLength(value, displayUnit), unit: null };
  }
  const written = type === 'length' ? formatLength(value, displayUnit) : formatArea(value, displayUnit);
  const [figure = '', unit = ''] = written.split(' ');
  return { figure, unit };
}

/** The corners of a record in the field that holds them; `hole` where they are one of its holes. */
export type Corners = {
  readonly field: 'path' | 'ring' | 'holes';
  readonly hole: number | null;
  readonly points: readonly Point[];
};

/** What follows from the shape of a record, to be read and not typed. A wall's length is typed. */
export function derivedValues(record: PlacedRecord): readonly DerivedValue[] {
  if ('ring' in record && record.ring !== null) {
    const holes = 'holes' in record ? record.holes : [];
    return [
      { label: 'area', type: 'area', value: polygonArea({ ring: record.ring, holes }) },
      { label: 'perimeter', type: 'length', value: perimeterOf(record.ring) },
    ];
  }
  if (!('path' in record) || record.path === null) return [];
  const isClosed = 'closed' in record && record.closed;
  const length = isClosed ? perimeterOf(record.path) : pathLength(record.path);
  const alongPath: DerivedValue = { label: 'length', type: 'length', value: length };
  return isKind(record, 'bollards') ? [...rowOf(record), alongPath] : [alongPath];
}

function rowOf({ path, spacing }: RecordOf<'bollards'>): readonly DerivedValue[] {
  const count = bollardCount(path, spacing);
  const counted: DerivedValue = { label: 'count', type: 'count', value: count };
  if (count < 2) return [counted];
  return [counted, { label: 'gap', type: 'length', value: pathLength(path) / (count - 1) }];
}

/** All corners of a record, ring or path first; none for one that has no list of points. */
export function cornersOf(record: PlacedRecord): readonly Corners[] {
  const corners: Corners[] = [];
  if ('path' in record && record.path !== null)
    corners.push({ field: 'path', hole: null, points: record.path });
  if ('ring' in record && record.ring !== null)
    corners.push({ field: 'ring', hole: null, points: record.ring });
  if ('holes' in record)
    for (const [hole, points] of record.holes.entries()) corners.push({ field: 'holes', hole, points });
  return corners;
}

/** The field of a record with one corner moved. */
export function withCorner(
  record: PlacedRecord,
  { field, hole, points }: Corners,
  index: number,
  to: Point,
): Readonly<Record<string, unknown>> {
  const moved = points.with(index, to);
  if (field !== 'holes') return { [field]: moved };
  const holes = 'holes' in record ? record.holes : [];
  return { holes: holes.map((ring, at) => (at === hole ? moved : ring)) };
}

/** The end of a straight wall of a length that keeps its start and direction. */
export function wallEnd({ a, b }: Pick<RecordOf<'wall'>, 'a' | 'b'>, length: number): Point {
  return add(a, polar(angleOf(a, b), length));
}
