import type { Point } from '../../geometry/point.ts';
import { definitionOf, derived } from '../kinds/definition.ts';
import type { PlanRecord } from '../kinds/index.ts';
import { kindOf } from '../plan.ts';

/** Which list of points of a record: its path, its outer ring, or one of its holes. */
export type VertexList = 'path' | 'ring' | `hole-${number}`;

/** One point of a record that is drawn by several. */
export type Vertex = { readonly list: VertexList; readonly index: number };

/** The points of one list, from the last back to the first when closed. */
export type VertexLine = {
  readonly list: VertexList;
  readonly points: readonly Point[];
  readonly closed: boolean;
  /** With how few points the record is still one of its kind. */
  readonly fewest: number;
};

/** The lists of points of a record, the outer ring before its holes; none for what is drawn otherwise, as a wall. */
export function vertexLinesOf(record: PlanRecord): readonly VertexLine[] {
  if ('ring' in record && record.ring) {
    const holes = 'holes' in record ? record.holes : [];
    return [
      { list: 'ring', points: record.ring, closed: true, fewest: 3 },
      ...holes.map(
        (points, number): VertexLine => ({
          list: `hole-${number}`,
          points,
          closed: true,
          fewest: 3,
        }),
      ),
    ];
  }
  if (!('path' in record) || !record.path) return [];
  const closed = 'closed' in record && record.closed;
  return [
    { list: 'path', points: record.path, closed, fewest: closed ? 3 : fewestPoints[kindOf(record.id)] },
  ];
}

/** As few points as a line of a kind has: a single bollard is a row as well. */
const fewestPoints = derived((kind) => {
  const { geometry } = definitionOf(kind);
  const parts = geometry.form === 'parts' ? geometry.parts : [];
  return parts.find((part) => part.type === 'path')?.fewest ?? 2;
});

/** One list of points of a record; undefined when it has no such list. */
export function vertexLineOf(record: PlanRecord, list: VertexList): VertexLine | undefined {
  return vertexLinesOf(record).find((line) => line.list === list);
}

/** The fields of a record with other points in one list, in the order they have there. */
export function fieldsOfVertices(record: PlanRecord, list: VertexList, points: readonly Point[]): object {
  if (list === 'path') return { path: points };
  if (list === 'ring') return { ring: points };
  const number = Number(list.slice('hole-'.length));
  return 'holes' in record ? { holes: record.holes.with(number, points) } : {};
}
