import type { Point } from '../../../geometry/point.ts';
import { pathLength, pointAlongPath } from '../../../geometry/polyline.ts';
import { sectorOutline } from '../../../geometry/sector.ts';
import type { RecordOf } from '../../../plan/records/index.ts';
import { inkOf, uprightAngle } from '../../appearance.ts';
import type { DrawItem, Ink } from '../../draw-item.ts';
import { lineWeights } from '../../line-weights.ts';
import { circlePath, fill, openPath, pathItem, polygonPath, stroke } from '../../paths.ts';
import type { Scene } from '../../scene.ts';
import { sensorSymbol } from '../../symbols/sensor-symbol.ts';
import { tagItems } from '../../tag.ts';

type Sensor = RecordOf<'sensor'>;

const FLATNESS = 0.01;
const beside = { offsetMm: { x: 2.4, y: 1.6 }, side: 'right' } as const;

/** The symbol, what it detects before it, and its tag. */
export function drawSensor(sensor: Sensor, scene: Scene): DrawItem[] {
  const ink = inkOf(sensor, scene);
  if (sensor.path) return alongPath(sensor, sensor.path, { ink, scene });
  if (!sensor.at) return [];
  const { at, direction, type } = sensor;
  return [
    ...detected(sensor, at, ink),
    { type: 'symbol', at, angle: direction, parts: sensorSymbol(ink, type), detail: 'always' },
    ...tagItems(sensor, at, beside, scene),
  ];
}

/** The edge of what a sensor with a range and an angle detects. */
function detected({ direction, range, angle, state }: Sensor, at: Point, ink: Ink): DrawItem[] {
  if (range === null || state === 'removed') return [];
  const sector = { centre: at, direction, width: angle ?? 2 * Math.PI, near: 0, far: range };
  const outline = sectorOutline(sector, FLATNESS);
  if (!outline) return [];
  const path = polygonPath(outline.ring, outline.holes);
  return [
    pathItem(path, {
      stroke: stroke(ink, lineWeights.hatch, 'dashed'),
      fill: fill(ink, 0.05),
      detail: 'normal',
    }),
  ];
}

/** A line sensor: its line from end to end, posts at the points of a beam, the symbol at the middle. */
function alongPath(
  sensor: Sensor,
  path: readonly Point[],
  { ink, scene }: { readonly ink: Ink; readonly scene: Scene },
): DrawItem[] {
  const dash = sensor.state === 'removed' || sensor.type === 'beam' ? 'dashed' : 'dash-dot';
  const items: DrawItem[] = [pathItem(openPath(path), { stroke: stroke(ink, lineWeights.symbol, dash) })];
  const posts = path.flatMap((point) => circlePath(point, 0.2));
  items.push(pathItem(posts, { fill: fill(ink), detail: 'normal' }));
  const at = pointAlongPath(path, pathLength(path) / 2);
  if (!at) return items;
  const parts = sensorSymbol(ink, sensor.type);
  return [
    ...items,
    { type: 'symbol', at, angle: uprightAngle(scene), parts, detail: 'always' },
    ...tagItems(sensor, at, beside, scene),
  ];
}
