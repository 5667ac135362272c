import { placesOfRings } from '../../analysis/sensing/sensed-area.ts';
import type { Point } from '../../geometry/point.ts';
import { pathLength, pointAlongPath } from '../../geometry/polyline.ts';
import { sectorOutline } from '../../geometry/sector.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf, uprightAngle } from '../appearance.ts';
import type { DrawItem, Ink, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { circlePath, fill, linePath, openPath, pathItem, polygonPath, ringPath, stroke } from '../paths.ts';
import type { Scene } from '../scene.ts';
import { sensedIn } from '../sensed.ts';
import { sensorSymbol } from '../symbols/sensor-symbol.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { along, one } from './parts/sample-shapes.ts';

type Sensor = RecordOf<'sensor'>;

const FLATNESS = 0.01;
const FULL_TURN = 2 * Math.PI;
const beside = { offsetMm: { x: 2.4, y: 1.6 }, side: 'right' } as const;

/** The symbol, what it detects before it, and its tag. */
export function drawSensor(sensor: Sensor, scene: Scene): DrawItem[] {
  const ink = inkOf(sensor, scene);
  if (sensor.path) return alongPath(sensor, sensor.path, { ink, scene });
  if (!sensor.at) return [];
  const { at, direction, type } = sensor;
  return [
    ...detected(sensor, at, { ink, scene }),
    { type: 'symbol', at, angle: direction, parts: sensorSymbol(ink, type), detail: 'always' },
    ...tagItems(sensor, at, beside, scene),
  ];
}

type Watched = {
  readonly at: Point;
  readonly direction: number;
  readonly range: number;
  readonly width: number;
};

/** A whole circle has no sides: its two would be one line from the middle to the edge. */
function rangePath({ at, direction, range, width }: Watched): Path {
  if (width > FULL_TURN - 0.001) return circlePath(at, range);
  const outline = sectorOutline({ centre: at, direction, width, near: 0, far: range }, FLATNESS);
  return outline ? polygonPath(outline.ring, outline.holes) : [];
}

type On = { readonly ink: Ink; readonly scene: Scene };

/** The edge of what a sensor with a range and an angle detects: where something stops it, of what is left. */
function detected(sensor: Sensor, at: Point, { ink, scene }: On): DrawItem[] {
  const { direction, range, angle, state } = sensor;
  // From far out nothing of it is shown.
  if (range === null || state === 'removed' || scene.isFar) return [];
  const sensing = sensedIn(scene, sensor);
  const area = sensing?.ok && sensing.value.shape === 'area' ? sensing.value : null;
  const isWhole = !area || (area.cutBy.length === 0 && area.weakenedBy.length === 0);
  const path = isWhole
    ? rangePath({ at, direction, range, width: angle ?? FULL_TURN })
    : placesOfRings(area.rings).flatMap(ringPath);
  return [
    pathItem(path, {
      stroke: stroke(ink, lineWeights.hatch, 'dashed'),
      fill: fill(ink, 0.05),
      detail: 'normal',
    }),
  ];
}

/** Metres from a mark's middle to its ends, at any scale as wide as the posts of its beam. */
const CROSS = 0.45;

/** Where something stands in a beam. */
function crossings(sensor: Sensor, { ink, scene }: On): DrawItem[] {
  if (sensor.state === 'removed' || scene.isFar) return [];
  const sensing = sensedIn(scene, sensor);
  if (!sensing?.ok || sensing.value.shape !== 'line') return [];
  const marks = sensing.value.crossedBy.flatMap(({ at: { x, y } }) => [
    ...linePath({ x: x - CROSS, y: y - CROSS }, { x: x + CROSS, y: y + CROSS }),
    ...linePath({ x: x - CROSS, y: y + CROSS }, { x: x + CROSS, y: y - CROSS }),
  ]);
  if (marks.length === 0) return [];
  return [pathItem(marks, { stroke: stroke(ink, lineWeights.object), detail: 'normal' })];
}

/** A line sensor: its line from end to end, posts at the points of a beam, the symbol at the middle. */
function alongPath(sensor: Sensor, path: readonly Point[], on: On): DrawItem[] {
  const { ink, scene } = on;
  const dash = sensor.state === 'removed' || sensor.type === 'beam' ? 'dashed' : 'dash-dot';
  const items: DrawItem[] = [pathItem(openPath(path), { stroke: stroke(ink, lineWeights.symbol, dash) })];
  const posts = path.flatMap((point) => circlePath(point, 0.2));
  items.push(pathItem(posts, { fill: fill(ink), detail: 'normal' }));
  items.push(...crossings(sensor, on));
  const at = pointAlongPath(path, pathLength(path) / 2);
  if (!at) return items;
  const parts = sensorSymbol(ink, sensor.type);
  return [
    ...items,
    { type: 'symbol', at, angle: uprightAngle(scene), parts, detail: 'always' },
    ...tagItems(sensor, at, beside, scene),
  ];
}

/** What its types are called in the legend; null for what explains itself. */
const sensorNames = {
  motion: 'Motion detector',
  curtain: 'Curtain detector',
  ceiling: 'Ceiling motion detector',
  radar: 'Radar',
  beam: 'Beam detector',
  'glass-break': 'Glass-break detector',
  'door-contact': 'Door contact',
  fence: 'Fence sensor',
  buried: 'Buried sensor',
  seismic: 'Seismic sensor',
  duress: 'Duress button',
} as const;

export const sensorLook: KindLook<'sensor'> = {
  draw: drawSensor,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 10 },
  avoided: 0,
  legend: {
    group: 'devices',
    name: ({ type, path }) => (path ? `${sensorNames[type]}, line` : sensorNames[type]),
    sample: (r, at) => [
      { ...r, at: r.path ? null : at, path: r.path && along(at), direction: 0, range: null },
    ],
    count: one,
  },
};
