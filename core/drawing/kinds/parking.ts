import { type Box, boxOf } from '../../geometry/box.ts';
import { labelPoint } from '../../geometry/label-point.ts';
import { type Point, rotate } from '../../geometry/point.ts';
import { centroidOf, isInRing } from '../../geometry/polygon.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { briefLength, inkUnless, label, stateFill, stateStroke, uprightAngle } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, linePath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';
import { around } from './parts/sample-shapes.ts';

/** Length of a stall, and the depth from which two rows with an aisle between them fit; metres. */
const STALL_DEPTH = 5;
const TWO_ROWS = 13;
/** More lines in a row are not drawn at all, rather than some of them; the label says so. */
const MOST_LINES = 2000;
/** The same for lines times corners, all of which are looked at for each line. */
const MOST_TESTS = 1_000_000;

function isWithin({ x, y }: Point, ring: readonly Point[], { minX, maxX }: Box): boolean {
  // The first and last lines lie on the edge itself.
  return isInRing({ x: Math.min(Math.max(x, minX + 0.01), maxX - 0.01), y }, ring);
}

/** Lines across the rows of stalls, one every stall width, where they lie within the ring; null for too many. */
function stallLines({ ring, stallWidth, direction }: RecordOf<'parking'>): Path | null {
  const centre = centroidOf(ring);
  const turn = direction + Math.PI / 2;
  const local = centre ? ring.map((point) => rotate(point, -turn, centre)) : [];
  const box = boxOf(local);
  if (!centre || !box) return [];
  const depth = Math.min(box.maxY - box.minY, STALL_DEPTH);
  const rows = box.maxY - box.minY > TWO_ROWS ? [box.minY, box.maxY - depth] : [box.minY];
  const count = Math.floor((box.maxX - box.minX) / stallWidth + 1e-6);
  if (count > MOST_LINES || count * ring.length > MOST_TESTS) return null;
  return rows.flatMap((from) =>
    Array.from({ length: count + 1 }, (_, index) => box.minX + index * stallWidth).flatMap((x) => {
      const [start, end] = [0.02, 0.98].map((share) => ({ x, y: from + depth * share }));
      if (!start || !end || !isWithin(start, local, box) || !isWithin(end, local, box)) return [];
      return linePath(rotate(start, turn, centre), rotate(end, turn, centre));
    }),
  );
}

/** The surface with its stalls and their number. */
export function drawParking(parking: RecordOf<'parking'>, scene: Scene): DrawItem[] {
  const edge = stateStroke(parking, inkUnless(parking, 'thin', scene), lineWeights.symbol);
  // The surface by itself: painted before the lines of every other one, whatever the colours of their edges.
  const items: DrawItem[] = [
    pathItem(ringPath(parking.ring), { fill: stateFill(parking, fill('fill')) }),
    pathItem(ringPath(parking.ring), { stroke: edge }),
  ];
  if (scene.isFar) return items;
  const lines = stallLines(parking);
  if (lines) items.push(pathItem(lines, { stroke: stroke('thin', lineWeights.hatch), detail: 'normal' }));
  const at = labelPoint({ ring: parking.ring, holes: [] }, 1);
  if (!at) return items;
  const stalls = parking.stalls > 0 ? `${parking.stalls} stalls` : null;
  const undrawn = lines ? null : `lines every ${briefLength(parking.stallWidth, scene)} not drawn`;
  const title = ['Parking', stalls, undrawn].filter(Boolean).join('\n');
  return [...items, label(title, at, { ink: 'muted', angle: uprightAngle(scene) })];
}

export const parkingLook: KindLook<'parking'> = {
  draw: drawParking,
  lies: 'on-ground',
  isGhosted: false,
  isMarked: true,
  label: { role: 'name', rank: 17 },
  avoided: 0,
  legend: {
    group: 'site',
    name: () => 'Parking',
    sample: (r, at) => [{ ...r, ring: around(at), stallWidth: 0.4, direction: Math.PI / 2 }],
  },
};
