import { bollardCount, bollardPlaces, MOST_BOLLARDS_LAID_OUT } from '../../geometry/bollard-places.ts';
import { add, type Point, polar, subtract } from '../../geometry/point.ts';
import { outlineOfPath, pathLength, pointAlongPath } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { briefLength, inkOf, stateFill, uprightAngle } from '../appearance.ts';
import type { DrawItem, Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { along } from './parts/sample-shapes.ts';

/** How many there are, their diameter and true spacing, and the rating. */
function noteOf(row: RecordOf<'bollards'>, count: number, scene: Scene): string {
  const gaps = count - 1;
  const undrawn = count > MOST_BOLLARDS_LAID_OUT ? 'not drawn one by one' : null;
  const size = `Ø${briefLength(row.diameter, scene)}`;
  const spacing = gaps > 0 ? ` @ ${briefLength(pathLength(row.path) / gaps, scene)}` : '';
  const number = count > 1 ? `${count} × ` : '';
  return [`${number}${size}${spacing}`, row.rating, undrawn].filter(Boolean).join(' · ');
}

/** A round that is too small for dashes, struck out instead. */
function crossedCircle(centre: Point, radius: number): Path {
  const [one, two] = [polar(Math.PI / 4, radius), polar(-Math.PI / 4, radius)];
  return [
    ...circlePath(centre, radius),
    ...linePath(subtract(centre, one), add(centre, one)),
    ...linePath(subtract(centre, two), add(centre, two)),
  ];
}

function dotsOf(row: RecordOf<'bollards'>, places: readonly Point[], ink: Ink): DrawItem {
  const radius = row.diameter / 2;
  const isRemoved = row.state === 'removed';
  const dots = places.flatMap((place) =>
    isRemoved ? crossedCircle(place, radius) : circlePath(place, radius),
  );
  return pathItem(dots, {
    fill: stateFill(row, fill(row.mode === 'fixed' ? ink : 'paper')),
    stroke: stroke(ink, isRemoved ? lineWeights.hatch : lineWeights.object),
  });
}

/** A row of more bollards than are laid out: the strip that they stand in, dotted. Its note says how many. */
function closeRow(row: RecordOf<'bollards'>, ink: Ink): DrawItem[] {
  const outline = outlineOfPath(row.path, row.diameter);
  const line = pathItem(openPath(row.path), { stroke: stroke(ink, lineWeights.object, 'dotted') });
  return outline ? [pathItem(ringPath(outline), { fill: stateFill(row, fill(ink, 0.18)) }), line] : [line];
}

/**
 * Every bollard of the row at its true size: solid when fixed, open when it can be lowered or taken away. More
 * than 10,000 are a dotted strip, which its note says.
 */
export function drawBollards(row: RecordOf<'bollards'>, scene: Scene): DrawItem[] {
  const ink = inkOf(row, scene);
  // Far out its bollards are smaller than a pixel: one line.
  if (scene.isFar && row.path.length > 1) {
    return [pathItem(openPath(row.path), { stroke: stroke(ink, lineWeights.object) })];
  }
  const places = bollardPlaces(row.path, row.spacing);
  const radius = row.diameter / 2;
  const items = places ? [dotsOf(row, places, ink)] : closeRow(row, ink);
  const middle = places
    ? places[Math.floor(places.length / 2)]
    : pointAlongPath(row.path, pathLength(row.path) / 2);
  if (!middle) return items;
  const note = noteOf(row, bollardCount(row.path, row.spacing), scene);
  const above = add(middle, polar(uprightAngle(scene) + Math.PI / 2, radius));
  return [...items, ...tagItems(row, above, { offsetMm: { x: 0.6, y: 3.8 }, side: 'right', note }, scene)];
}

/** What its types are called in the legend; null for what explains itself. */
const bollardNames = {
  fixed: 'Bollard',
  removable: 'Bollard, removable',
  retractable: 'Bollard, retractable',
} as const;

export const bollardsLook: KindLook<'bollards'> = {
  draw: drawBollards,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 6 },
  avoided: 8,
  legend: {
    group: 'devices',
    name: ({ mode }) => bollardNames[mode],
    sample: (r, at) => [{ ...r, path: along(at), spacing: 0.5, diameter: 0.24 }],
    count: ({ path, spacing }) => bollardCount(path, spacing),
  },
};
