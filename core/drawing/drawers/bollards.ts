import { bollardPlaces } from '../../geometry/bollard-places.ts';
import { add, type Point, polar, subtract } from '../../geometry/point.ts';
import { pathLength } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { briefLength, inkOf, stateFill, uprightAngle } from '../appearance.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagItems } from '../tag.ts';

/** How many there are, their diameter and true spacing, and the rating. */
function noteOf(row: RecordOf<'bollards'>, count: number, scene: Scene): string {
  const gaps = count - 1;
  const size = `Ø${briefLength(row.diameter, scene)}`;
  const spacing = gaps > 0 ? ` @ ${briefLength(pathLength(row.path) / gaps, scene)}` : '';
  const number = count > 1 ? `${count} × ` : '';
  return [`${number}${size}${spacing}`, row.rating].filter(Boolean).join(' · ');
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

/** Every bollard of the row at its true size: solid when fixed, open when it can be lowered or taken away. */
export function drawBollards(row: RecordOf<'bollards'>, scene: Scene): DrawItem[] {
  const ink = inkOf(row, scene);
  // Far out its bollards are smaller than a pixel: one line.
  if (scene.isFar && row.path.length > 1) {
    return [pathItem(openPath(row.path), { stroke: stroke(ink, lineWeights.object) })];
  }
  const places = bollardPlaces(row.path, row.spacing);
  const radius = row.diameter / 2;
  const isRemoved = row.state === 'removed';
  const dots = places.flatMap((place) =>
    isRemoved ? crossedCircle(place, radius) : circlePath(place, radius),
  );
  const items: DrawItem[] = [
    pathItem(dots, {
      fill: stateFill(row, fill(row.mode === 'fixed' ? ink : 'paper')),
      stroke: stroke(ink, isRemoved ? lineWeights.hatch : lineWeights.object),
    }),
  ];
  const middle = places[Math.floor(places.length / 2)];
  if (!middle) return items;
  const note = noteOf(row, places.length, scene);
  const above = add(middle, polar(uprightAngle(scene) + Math.PI / 2, radius));
  return [...items, ...tagItems(row, above, { offsetMm: { x: 0.6, y: 3.8 }, side: 'right', note }, scene)];
}
