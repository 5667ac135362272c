import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { visibleRegion } from '../../core/analysis/sight/visible-region.ts';
import { distanceToSegment } from '../../core/geometry/segment.ts';
import { granted } from '../support/plan-builder.ts';
import { sample } from '../support/samples.ts';
import { at, type Piece, prepared, ringsIn, room, view } from '../support/sight.ts';

const RELATIVE = 1e-6;
const MILLIMETRE = 0.001;

type Place = readonly [number, number];
type Scene = {
  readonly bounds_mm: readonly [number, number, number, number];
  readonly obstacles: readonly { readonly points_mm: readonly Place[] }[];
  readonly queries: readonly {
    readonly x_mm: number;
    readonly y_mm: number;
    readonly area_m2: number;
    readonly polygon_mm: readonly Place[];
  }[];
};

const metres = ([x, y]: Place) => at(x / 1000, y / 1000);

type Ring = ReturnType<typeof ringsIn>[number];

/** How far the corners of one outline are from another one. */
const farthest = (corners: Ring, outline: Ring): number =>
  Math.max(
    ...corners.map((corner) =>
      Math.min(
        ...outline.map((from, index) =>
          distanceToSegment(corner, from, outline[(index + 1) % outline.length] ?? from),
        ),
      ),
    ),
  );

test.each(['cgal_oracle_stellingen_small.json', 'cgal_oracle_stellingen_mid.json'])(
  'what is seen in %s is what CGAL found with exact numbers',
  (name) => {
    const file = sample('polygons', 'visibility', name);
    const scene = JSON.parse(readFileSync(file, 'utf8')) as Scene;
    const [left, bottom, right, top] = scene.bounds_mm;
    const [corner, far] = [metres([left, bottom]), metres([right, top])];
    const pieces: readonly Piece[] = [
      ...room(corner.x, corner.y, far.x - corner.x, far.y - corner.y),
      ...scene.obstacles.flatMap(({ points_mm: points }) =>
        points.slice(1).map((b, index) => ({ a: metres(points[index] ?? b), b: metres(b) })),
      ),
    ];
    const sight = prepared(pieces);
    expect(scene.queries.length).toBeGreaterThan(5);
    for (const query of scene.queries) {
      const eye = metres([query.x_mm, query.y_mm]);
      const { clear, dimmed } = granted(visibleRegion(sight, view(eye.x, eye.y)));
      expect(dimmed).toEqual([]);
      const difference = Math.abs(clear.area - query.area_m2);
      expect(difference).toBeLessThanOrEqual(RELATIVE * query.area_m2);
      const [ring = [], ...more] = ringsIn(clear.rings);
      expect(more).toEqual([]);
      const expected = query.polygon_mm.map(metres);
      expect(farthest(expected, ring)).toBeLessThan(MILLIMETRE);
      expect(farthest(ring, expected)).toBeLessThan(MILLIMETRE);
    }
  },
);
