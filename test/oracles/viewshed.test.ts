import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { floorStanding, type Standing } from '../../core/analysis/scene/floor-standing.ts';
import { sightScene } from '../../core/analysis/scene/sight-scene.ts';
import type { SightHeights } from '../../core/analysis/sight/hidden-strips.ts';
import { prepareSight } from '../../core/analysis/sight/prepare-sight.ts';
import { visibleRegion } from '../../core/analysis/sight/visible-region.ts';
import { derive } from '../../core/derive/derive.ts';
import type { Point } from '../../core/geometry/point.ts';
import { applyDiff, edit } from '../../core/plan/diff.ts';
import { inOrder, type Plan } from '../../core/plan/plan.ts';
import { harborStreet } from '../../scripts/sample-site/harbor-street.ts';
import { granted } from '../support/plan-builder.ts';
import { at, isInside, isNearEdge } from '../support/sight.ts';

/*  GDAL's viewshed knows a raster of heights and no walls: it shares nothing with an exact region of upright pieces
 *  but what both stand for. It computes a cell from its two neighbours nearer to the eye, and so draws out errors of a
 *  cell into rays. Which of the two is right where they differ is asked of the raster itself: a line of sight from the
 *  eye to the cell, over heights that are linear between the middles of cells.  */
const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'sallyport-viewshed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The raster around the sample site: cells of a metre with their middles on whole metres, as most of its walls are. */
const [LEFT, BOTTOM, COLUMNS, ROWS] = [-30, -30, 151, 131];
const cells = Array.from(
  { length: COLUMNS * ROWS },
  (_, index): Point => at(LEFT + (index % COLUMNS), BOTTOM + ROWS - 1 - Math.floor(index / COLUMNS)),
);
const indexOf = (x: number, y: number) => (BOTTOM + ROWS - 1 - y) * COLUMNS + (x - LEFT);

const EYES = [at(60, 48), at(75, 25), at(30, 2), at(5, 55), at(33, 40)];
const HEIGHTS = [3, 6, 12];
const TARGETS = [0, 1.7];
const views = EYES.flatMap((eye) =>
  HEIGHTS.flatMap((height) => TARGETS.map((targetHeight) => ({ eye, height, targetHeight }))),
);

/** The sample with its walls of one height and without openings, and its fences solid: a raster has no more. */
function opaqueSample(): Plan {
  const plan = harborStreet();
  const { opening, wall, fence } = plan.tables;
  const diff = edit(plan, (draft) => {
    for (const { id } of opening.values()) draft.remove(id);
    for (const each of wall.values()) draft.put({ ...each, height: 3.5 });
    for (const each of fence.values()) draft.put({ ...each, type: 'solid' });
  });
  return applyDiff(plan, diff);
}

/** The same without the building as a body, so that it is looked into. */
function withoutBuilding(plan: Plan): Plan {
  const diff = edit(plan, (draft) => {
    for (const { id } of plan.tables.building.values()) draft.remove(id);
  });
  return applyDiff(plan, diff);
}

function standingOn(plan: Plan) {
  const [floor] = inOrder(plan, 'floor');
  if (!floor) throw new Error('The sample has no floor.');
  return derive(plan, floorStanding, { floor: floor.id, states: 'proposed' });
}

type Feature = { readonly properties: { readonly height: number }; readonly geometry: object };

function featuresOf({ pieces, solid }: Standing): readonly Feature[] {
  const line = (points: readonly Point[]) => points.map(({ x, y }) => [x, y]);
  if (solid) {
    const coordinates = solid.rings.map((ring) => line([...ring, ...ring.slice(0, 1)]));
    return [{ properties: { height: solid.height }, geometry: { type: 'Polygon', coordinates } }];
  }
  return pieces.map(({ a, b, high }) => ({
    properties: { height: high },
    geometry: { type: 'LineString', coordinates: line([a, b]) },
  }));
}

type Raster = { readonly file: string; readonly heights: Float32Array };

/** Every cell that something touches is as high as the highest of it. */
async function rasterised(name: string, standing: Iterable<Standing>): Promise<Raster> {
  // What is burned last stands.
  const features = [...standing]
    .flatMap(featuresOf)
    .toSorted((one, other) => one.properties.height - other.properties.height)
    .map((feature) => ({ type: 'Feature', ...feature }));
  const source = path.join(folder, `${name}.geojson`);
  writeFileSync(source, JSON.stringify({ type: 'FeatureCollection', features }));
  const file = path.join(folder, `${name}.heights`);
  const sides = [LEFT, BOTTOM, LEFT + COLUMNS, BOTTOM + ROWS].map((side) => String(side - 0.5));
  const grid = ['-tr', '1', '1', '-te', ...sides, '-init', '0', '-ot', 'Float32', '-of', 'ENVI'];
  // Metres: the degrees that GeoJSON is in unless it says otherwise would be a globe's.
  await run('gdal_rasterize', ['-q', '-at', '-a', 'height', '-a_srs', 'EPSG:32631', ...grid, source, file]);
  const bytes = readFileSync(file);
  return { file, heights: new Float32Array(bytes.buffer, bytes.byteOffset, cells.length) };
}

type View = SightHeights & { readonly eye: Point };

/** By cell whether GDAL sees a target on it. */
async function viewshed({ file }: Raster, { eye, height, targetHeight }: View): Promise<readonly boolean[]> {
  const place = ['-ox', eye.x, '-oy', eye.y, '-oz', height, '-tz', targetHeight].map(String);
  const seen = path.join(folder, 'seen');
  await run('gdal_viewshed', ['-q', '-f', 'ENVI', '-cc', '0', ...place, file, seen]);
  return Array.from(readFileSync(seen), (value) => value === 255);
}

/** Whether the line of sight to a target on a cell passes over all that the raster has between. */
function seesOver({ heights }: Raster, { eye, height, targetHeight }: View, cell: Point): boolean {
  const [dx, dy] = [cell.x - eye.x, cell.y - eye.y];
  const heightAt = (x: number, y: number) => {
    const [left, below] = [Math.floor(x), Math.floor(y)];
    const [right, above] = [Math.ceil(x), Math.ceil(y)];
    // On a line of the grid: linear between the two beside it.
    const share = x - left + (y - below);
    return (heights[indexOf(left, below)] ?? 0) * (1 - share) + (heights[indexOf(right, above)] ?? 0) * share;
  };
  const passes = (x: number, y: number, along: number) => {
    const top = heightAt(x, y);
    return top === 0 || top < height + (targetHeight - height) * along;
  };
  for (let step = 1; step < Math.abs(dx); step++) {
    const along = step / Math.abs(dx);
    if (!passes(eye.x + Math.sign(dx) * step, eye.y + dy * along, along)) return false;
  }
  for (let step = 1; step < Math.abs(dy); step++) {
    const along = step / Math.abs(dy);
    if (!passes(eye.x + dx * along, eye.y + Math.sign(dy) * step, along)) return false;
  }
  return true;
}

/** Whether what GDAL sees ends within a cell of this one; beside what stands there it is not known. */
function endsBeside(seen: readonly boolean[], { heights }: Raster, { x, y }: Point): boolean {
  const here = seen[indexOf(x, y)];
  for (let column = Math.max(x - 1, LEFT); column <= Math.min(x + 1, LEFT + COLUMNS - 1); column++)
    for (let row = Math.max(y - 1, BOTTOM); row <= Math.min(y + 1, BOTTOM + ROWS - 1); row++) {
      const beside = indexOf(column, row);
      if (heights[beside] === 0 && seen[beside] !== here) return true;
    }
  return false;
}

/** Of how many cells the same is said. */
class Agreement {
  #same = 0;
  #all = 0;

  put(isSame: boolean): void {
    this.#all += 1;
    if (isSame) this.#same += 1;
  }

  add(other: Agreement): void {
    this.#same += other.#same;
    this.#all += other.#all;
  }

  get percent(): number {
    return (100 * this.#same) / this.#all;
  }

  toString(): string {
    return `${this.percent.toFixed(2)} % of ${this.#all}`;
  }
}

/**
 * How what is seen agrees on the ground more than a cell from its edges: `gdal` with GDAL, `lines` with lines of sight
 * over the raster; and `apart` with GDAL where all of the cell is more than a cell from the edges of either.
 */
class Comparison {
  readonly gdal = new Agreement();
  readonly lines = new Agreement();
  readonly apart = new Agreement();

  add({ gdal, lines, apart }: Comparison): void {
    this.gdal.add(gdal);
    this.lines.add(lines);
    this.apart.add(apart);
  }

  toString(): string {
    return `with GDAL ${this.gdal}, away from the edges of both ${this.apart}, with lines of sight over the raster ${this.lines}`;
  }
}

const CELL = 1;

for (const [name, plan] of [
  ['with the building as a body', opaqueSample()],
  ['with the walls of the building', withoutBuilding(opaqueSample())],
] as const)
  test(`the sample site ${name} is seen as GDAL sees its heights on cells of a metre`, async () => {
    const standing = standingOn(plan);
    const raster = await rasterised(name.replaceAll(' ', '-'), standing.values());
    const sight = granted(prepareSight(sightScene(standing, 'light', 0.7).pieces));
    const total = new Comparison();
    for (const view of views) {
      const seen = await viewshed(raster, view);
      const region = granted(visibleRegion(sight, { ...view, mount: null, range: null, sector: null }));
      const { rings } = region.clear;
      const compared = new Comparison();
      for (const [index, cell] of cells.entries()) {
        if (raster.heights[index] !== 0 || isNearEdge(cell, rings, CELL)) continue;
        const isSeen = isInside(cell, rings);
        compared.gdal.put(isSeen === seen[index]);
        compared.lines.put(isSeen === seesOver(raster, view, cell));
        if (!isNearEdge(cell, rings, 1.5 * CELL) && !endsBeside(seen, raster, cell))
          compared.apart.put(isSeen === seen[index]);
      }
      const { eye, height, targetHeight } = view;
      process.stdout.write(`  ${eye.x}, ${eye.y} from ${height} m to ${targetHeight} m: ${compared}\n`);
      expect(compared.gdal.percent).toBeGreaterThan(95);
      expect(compared.apart.percent).toBeGreaterThan(97);
      expect(compared.lines.percent).toBeGreaterThan(98.5);
      total.add(compared);
    }
    process.stdout.write(`${name}, ${views.length} views: ${total}\n`);
    expect(total.gdal.percent).toBeGreaterThan(97);
    expect(total.lines.percent).toBeGreaterThan(99.5);
  }, 300_000);
