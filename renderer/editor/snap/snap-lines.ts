import { add, angleOf, distanceBetween, lerp, type Point, polar } from '../../../core/geometry/point.ts';
import { lineIntersection, projectOnLine, type Segment } from '../../../core/geometry/segment.ts';
import { getRecord, isPlaced } from '../../../core/plan/plan.ts';
import { snapGeometryOf } from '../../../core/plan/snap-geometry.ts';
import { isInWindow } from '../is-selectable.ts';
import type { SnapOptions } from '../tool.ts';
import { boxAround } from './snap-attractors.ts';
import { type Candidate, SNAP_PX } from './snap-result.ts';
import type { SnapScene } from './snap-scene.ts';

type Sought = { readonly point: Point; readonly options: SnapOptions; readonly scene: SnapScene };

// How far off a line the pointer may be, and how far beyond its end. CSS pixels.
const LINE_PX = 5;
const ANGLE_PX = 3;
const BEYOND_PX = 160;
// In a dense drawing something extends to everywhere.
const MOST_RECORDS = 40;
const MOST_LINES = 12;

type Extension = { readonly edge: Segment; readonly end: Point; readonly foot: Point; readonly off: number };

/** Edges that would meet the pointer if they were longer, and where these cross each other or an edge. */
export function extensionsNear({ edges, ...sought }: Sought & { readonly edges: readonly Segment[] }) {
  const lines = extended(sought, SNAP_PX);
  const crossings: Candidate[] = [];
  for (const [index, first] of lines.entries()) {
    const others = [...lines.slice(index + 1).map(({ edge }) => edge), ...edges];
    for (const other of others) {
      const at = lineIntersection(first.edge, other);
      if (!at || isOn(first.edge, at)) continue;
      crossings.push({ name: 'apparent', at, guides: [{ type: 'line', from: first.end, to: at }] });
    }
  }
  return { crossings };
}

function isOn(edge: Segment, at: Point): boolean {
  const along = projectOnLine(at, edge);
  return along >= 0 && along <= 1;
}

/** The place on the nearest extension of an edge; null for none. */
export function onExtension(sought: Sought): Candidate | null {
  const [nearest] = extended(sought, LINE_PX);
  if (!nearest) return null;
  const { end, foot } = nearest;
  return { name: 'extension', at: foot, guides: [{ type: 'line', from: end, to: foot }] };
}

function extended(sought: Sought, offPx: number): readonly Extension[] {
  const { point, scene } = sought;
  const off = offPx / scene.pixelsPerMetre;
  const beyond = BEYOND_PX / scene.pixelsPerMetre;
  const found: Extension[] = [];
  for (const edge of edgesAround(sought, beyond)) {
    const along = projectOnLine(point, edge);
    if (along >= 0 && along <= 1) continue;
    const end = along < 0 ? edge[0] : edge[1];
    const foot = lerp(edge[0], edge[1], along);
    const aside = distanceBetween(point, foot);
    if (aside <= off && distanceBetween(end, foot) <= beyond) found.push({ edge, end, foot, off: aside });
  }
  return found.sort((first, second) => first.off - second.off).slice(0, MOST_LINES);
}

function* edgesAround({ point, options, scene }: Sought, half: number): Generator<Segment> {
  const ids = scene.index.query(boxAround(point, half, half), scene.view.lens.floor);
  if (ids.length > MOST_RECORDS) return;
  for (const id of ids) {
    const record = options.except.has(id) ? undefined : getRecord(scene.plan, id);
    if (!record || !isPlaced(record) || !isInWindow(scene, record)) continue;
    const { edges, circles } = snapGeometryOf(record, scene.plan);
    // The pieces of an arc lead nowhere.
    if (circles.length === 0) yield* edges;
  }
}

/** The place on the line from the last point parallel to an edge that the pointer passed; null for none. */
export function onParallel({ point, options: { from }, scene }: Sought): Candidate | null {
  if (!from) return null;
  for (const edge of scene.memory.passed) {
    const at = footOn(point, from, angleOf(...edge));
    if (distanceBetween(at, point) * scene.pixelsPerMetre > LINE_PX) continue;
    const guides = [
      { type: 'line' as const, from, to: at },
      { type: 'line' as const, from: edge[0], to: edge[1] },
    ];
    return { name: 'parallel', at, guides };
  }
  return null;
}

/** The place in a direction from the last point that is a whole number of steps; null for none near. */
export function onAngleStep({ point, options: { from }, scene }: Sought): Candidate | null {
  const step = (scene.view.snaps.angleStepDeg * Math.PI) / 180;
  if (!from || !(step > 0)) return null;
  const at = footOn(point, from, Math.round(angleOf(from, point) / step) * step);
  const isNear = distanceBetween(at, point) * scene.pixelsPerMetre <= ANGLE_PX;
  return isNear ? { name: 'angle', at, guides: [{ type: 'line', from, to: at }] } : null;
}

function footOn(point: Point, from: Point, angle: number): Point {
  const line: Segment = [from, add(from, polar(angle, 1))];
  return lerp(line[0], line[1], projectOnLine(point, line));
}
