import { labelPoint } from '../../geometry/label-point.ts';
import type { RecordOf } from '../../plan/records/index.ts';
import { label, stateFill, stateStroke, uprightAngle } from '../appearance.ts';
import { areaLooks } from '../area-looks.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, pathItem, polygonPath } from '../paths.ts';
import type { Scene } from '../scene.ts';

/** The area in the look of its use, with its name; a room is its name and number only. */
export function drawArea(area: RecordOf<'area'>, scene: Scene): DrawItem[] {
  const look = areaLooks[area.use];
  const isRoom = area.use === 'room';
  const title = area.name || look.title;
  const at = title && !scene.isFar ? labelPoint(area, 0.5) : null;
  const items: DrawItem[] = [];
  if (!isRoom) {
    items.push(
      pathItem(polygonPath(area.ring, area.holes), {
        fill: stateFill(area, fill(look.ink, look.opacity, look.pattern)),
        stroke: stateStroke(area, look.ink, lineWeights.symbol),
      }),
    );
  }
  if (!at) return items;
  const words = area.tag ? `${title}\n${area.tag}` : title;
  return [...items, label(words, at, { ink: isRoom ? 'ink' : look.ink, angle: uprightAngle(scene) })];
}
