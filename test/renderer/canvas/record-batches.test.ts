import { beforeAll, describe, expect, test } from 'vitest';
import type { DrawItem, SymbolItem } from '../../../core/drawing/draw-item.ts';
import type { RecordLabel } from '../../../core/drawing/labels/record-label.ts';
import type { Box } from '../../../core/geometry/box.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { RecordBatch, type RecordDrawing } from '../../../renderer/canvas/record-batches.ts';
import { testId } from '../../support/plan-builder.ts';

/** The browser's path, as far as joining lines goes: Node has none. */
class LinePath {
  readonly points: [number, number][] = [];
  moveTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  lineTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  closePath(): void {
    this.points.push(this.points[0] ?? [0, 0]);
  }
  addPath(path: LinePath, { e, f }: { readonly e: number; readonly f: number }): void {
    for (const [x, y] of path.points) this.points.push([x + e, y + f]);
  }
}

beforeAll(() => {
  Object.assign(globalThis, { Path2D: LinePath });
});

const everywhere: Box = { minX: -1e9, minY: -1e9, maxX: 1e9, maxY: 1e9 };
const origin: Box = { minX: -5, minY: -5, maxX: 5, maxY: 5 };
const ids = Array.from({ length: 450 }, (_, index) => testId('wall', index + 1) as AnyId);

function lineAt(x: number, widthMm = 0.5): RecordDrawing {
  const stroke = { ink: 'ink', widthMm, dash: 'solid' } as const;
  const item: DrawItem = {
    type: 'path',
    path: [
      ['M', x, 0],
      ['L', x + 1, 0],
    ],
    stroke,
    fill: null,
    detail: 'always',
  };
  return { items: [item], labels: [], line: null, box: { minX: x, minY: 0, maxX: x + 1, maxY: 0 } };
}

/** A batch of one line each metre that notes what was asked of its source. */
function batchOfLines() {
  const asked: { id: AnyId; isFar: boolean }[] = [];
  const hidden = new Set<AnyId>();
  const batch = new RecordBatch(ids, (id, isFar) => {
    asked.push({ id, isFar });
    return hidden.has(id) ? null : lineAt(ids.indexOf(id));
  });
  const pointsIn = (box: Box, isFar = false) =>
    [...batch.chunksIn(box, isFar)].flatMap(({ paths }) =>
      paths.flatMap(({ path, origin }) =>
        (path as unknown as LinePath).points.map(([x, y]) => [x + origin.x, y + origin.y]),
      ),
    );
  return { batch, asked, hidden, pointsIn };
}

describe('RecordBatch', () => {
  test('joins what looks alike into one path a chunk', () => {
    const { batch } = batchOfLines();
    const chunks = [...batch.chunksIn(everywhere, false)];
    expect(chunks.map(({ paths }) => paths.length)).toEqual([1, 1, 1]);
  });

  test('what is moved as a whole chunk is not drawn again; of a part of one the chunk is', () => {
    const { batch, asked, pointsIn } = batchOfLines();
    pointsIn(everywhere);
    batch.move({ ids: new Set(ids.slice(0, 200)), by: { x: 1000, y: 7 } });
    const moved = pointsIn(everywhere);
    expect(asked).toHaveLength(ids.length);
    expect(moved.slice(0, 2)).toEqual([
      [1000, 7],
      [1001, 7],
    ]);
    expect(moved[400]).toEqual([200, 0]);
    expect(pointsIn(origin)).toEqual([]);
    batch.move({ ids: new Set(ids.slice(200, 210)), by: { x: 1, y: 1 } });
    pointsIn(everywhere);
    expect(asked).toHaveLength(ids.length + 200);
  });

  test('what is carried and what rests are together all of it, and no record is in both', () => {
    const { batch } = batchOfLines();
    const carried = new Set(ids.slice(0, 300));
    const xs = (which: 'carried' | 'resting') =>
      [...batch.chunksIn(everywhere, false, { ids: carried, which })].flatMap(({ paths }) =>
        paths.flatMap(({ path }) => (path as unknown as LinePath).points.map(([x]) => x)),
      );
    const lines = (from: number, to: number) =>
      ids.slice(from, to).flatMap((_, index) => [from + index, from + index + 1]);
    expect(xs('carried')).toEqual(lines(0, 300));
    expect(xs('resting')).toEqual(lines(300, 450));
  });

  test('draws a record again only when it was touched, and then only its chunk', () => {
    const { batch, asked, hidden, pointsIn } = batchOfLines();
    expect(pointsIn(everywhere)).toHaveLength(2 * ids.length);
    expect(asked).toHaveLength(ids.length);
    expect(pointsIn(everywhere)).toHaveLength(2 * ids.length);
    expect(asked).toHaveLength(ids.length);
    const [first = ids[0] as AnyId] = ids;
    hidden.add(first);
    batch.touch(first);
    expect(pointsIn(everywhere)).toHaveLength(2 * ids.length - 2);
    expect(asked).toHaveLength(ids.length + 200);
  });

  test('draws close up only what may be seen there once it was drawn from far out', () => {
    const { asked, pointsIn } = batchOfLines();
    pointsIn(everywhere, true);
    expect(asked.every(({ isFar }) => isFar)).toBe(true);
    asked.length = 0;
    expect(pointsIn(origin)).toHaveLength(400);
    expect(asked).toHaveLength(200);
    expect(asked.some(({ isFar }) => isFar)).toBe(false);
  });

  test('shows what was added and not what was removed', () => {
    const { batch, pointsIn } = batchOfLines();
    pointsIn(everywhere);
    const last = ids.at(-1) as AnyId;
    batch.remove(last);
    expect(pointsIn(everywhere)).toHaveLength(2 * ids.length - 2);
    batch.add(last);
    expect(pointsIn(everywhere)).toHaveLength(2 * ids.length);
  });

  /*   two records of one chunk: at 0 in the box, at 500 far outside it   */
  test('leaves out the words, symbols and lines to avoid that lie outside the box', () => {
    const symbolAt = (x: number): SymbolItem => ({
      type: 'symbol',
      at: { x, y: 0 },
      angle: 0,
      parts: [],
      detail: 'always',
    });
    const labelOf = (x: number): RecordLabel => ({
      key: `${x}`,
      role: 'tag',
      rank: 1,
      items: [symbolAt(x)],
      hasSymbol: true,
      extent: null,
      shortSide: null,
    });
    const batch = new RecordBatch(ids.slice(0, 2), (id) => {
      const x = id === ids[0] ? 0 : 500;
      const ends = [-1, 1].map((by) => ({ x: x + by, y: 0 }));
      const box = { minX: x - 1, minY: 0, maxX: x + 1, maxY: 0 };
      return { items: [symbolAt(x)], labels: [labelOf(x)], line: { points: ends, weight: 1 }, box };
    });
    const shown = (box: Box) =>
      [...batch.chunksIn(box, false)].map(({ symbols, labels, lines }) => ({
        symbols: symbols.map(({ at }) => at.x),
        labels: labels.map(({ key }) => key),
        lines: lines.map(({ points: [first] }) => first?.x),
      }));
    expect(shown(everywhere)).toEqual([{ symbols: [0, 500], labels: ['0', '500'], lines: [-1, 499] }]);
    expect(shown(origin)).toEqual([{ symbols: [0], labels: ['0'], lines: [-1] }]);
  });
});
