import { bollardPlaces } from '../../geometry/bollard-places.ts';
import { pathLength } from '../../geometry/polyline.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { briefLength, inkOf, stateFill, stateStroke } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, pathItem } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { tagItems } from '../tag.ts';

/** How many there are, their diameter and true spacing, and the rating. */
function noteOf(row: RecordOf<'bollards'>, count: number, scene: Scene): string {
  const gaps = count - 1;
  const size = `Ø${briefLength(row.diameter, scene)}`;
  const spacing = gaps > 0 ? ` @ ${briefLength(pathLength(row.path) / gaps, scene)}` : '';
  return [`${count} × ${size}${spacing}`, row.rating].filter(Boolean).join(' · ');
}

/** Every bollard of the row at its true size: solid when fixed, open when it can be lowered or taken away. */
export function drawBollards(row: RecordOf<'bollards'>, scene: Scene): DrawItem[] {
  const ink = inkOf(row, scene);
  const places = bollardPlaces(row.path, row.spacing);
  const dots = places.flatMap((place) => circlePath(place, row.diameter / 2));
  const items: DrawItem[] = [
    pathItem(dots, {
      fill: stateFill(row, fill(row.mode === 'fixed' ? ink : 'paper')),
      stroke: stateStroke(row, ink, lineWeights.object),
    }),
  ];
  const middle = places[Math.floor(places.length / 2)];
  if (!middle) return items;
  const note = noteOf(row, places.length, scene);
  return [...items, ...tagItems(row, middle, { offsetMm: { x: 0.6, y: 4.2 }, side: 'right', note }, scene)];
}
