import { labelPoint } from '../../geometry/label-point.ts';
import type { Point } from '../../geometry/point.ts';
import { polygonArea } from '../../geometry/polygon.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { settingsOf } from '../../plan/plan.ts';
import { formatArea } from '../../quantity.ts';
import { label, stateFill, stateStroke, uprightAngle } from '../appearance.ts';
import { areaLooks } from '../area-looks.ts';
import type { DrawItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, pathItem, polygonPath } from '../paths.ts';
import type { Scene } from '../scene.ts';
import type { KindLook } from './look.ts';
import { around } from './parts/sample-shapes.ts';

const NAME_MM = 2.2;
const FIGURE_MM = 1.9;
/** From the middle of one line of a label to that of the next. */
const LINE_MM = 2.8;

/** The area in the look of its use, with its name; a room is its name, number and clear surface only. */
export function drawArea(area: RecordOf<'area'>, scene: Scene): DrawItem[] {
  const look = areaLooks[area.use];
  const isRoom = area.use === 'room';
  const title = area.name || look.title;
  const at = (title || isRoom) && !scene.isFar ? labelPoint(area, 0.5) : null;
  if (isRoom) return at ? roomLabel(area, at, scene) : [];
  const items: DrawItem[] = [
    pathItem(polygonPath(area.ring, area.holes), {
      fill: stateFill(area, fill(look.ink, look.opacity, look.pattern)),
      stroke: stateStroke(area, look.ink, lineWeights.symbol),
    }),
  ];
  if (!at) return items;
  const words = area.tag ? `${title}\n${area.tag}` : title;
  return [...items, label(words, at, { ink: look.ink, angle: uprightAngle(scene) })];
}

/*   Lobby
 *    101        the surface is a note, which is left out first where there is little room
 *  79.2 m²  */
function roomLabel(area: RecordOf<'area'>, at: Point, scene: Scene): DrawItem[] {
  const angle = uprightAngle(scene);
  const lines = [area.name, area.tag ?? ''].filter((line) => line !== '');
  const figure = formatArea(polygonArea(area), settingsOf(scene.plan).displayUnit);
  const below = { x: 0, y: -(lines.length * LINE_MM) / 2 };
  const look = { ink: 'muted', weight: 'regular', sizeMm: FIGURE_MM, angle } as const;
  const note = label(figure, at, lines.length === 0 ? look : { ...look, offsetMm: below });
  if (lines.length === 0) return [note];
  const above = { x: 0, y: LINE_MM / 2 };
  return [label(lines.join('\n'), at, { angle, sizeMm: NAME_MM, offsetMm: above }), note];
}

export const areaLook: KindLook<'area'> = {
  draw: drawArea,
  lies: 'on-ground',
  isGhosted: false,
  isMarked: true,
  label: { role: 'name', rank: 0 },
  avoided: 0,
  legend: {
    group: 'site',
    name: ({ use }) => areaLooks[use].title || null,
    sample: (r, at) => [{ ...r, ring: around(at), holes: [] }],
  },
};
