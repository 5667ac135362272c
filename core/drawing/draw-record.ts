import { kindOf } from '../plan/plan.ts';
import type { Kind, PlanRecord, RecordOf } from '../plan/records/index.ts';
import type { DrawItem } from './draw-item.ts';
import { drawArea } from './drawers/area.ts';
import { drawBarrier } from './drawers/barrier.ts';
import { drawBollards } from './drawers/bollards.ts';
import { drawBuilding } from './drawers/building.ts';
import { drawCallout } from './drawers/callout.ts';
import { drawCamera } from './drawers/camera.ts';
import { drawEquipment } from './drawers/devices/equipment.ts';
import { drawLight } from './drawers/devices/light.ts';
import { drawReader } from './drawers/devices/reader.ts';
import { drawScreening } from './drawers/devices/screening.ts';
import { drawSensor } from './drawers/devices/sensor.ts';
import { drawSign } from './drawers/devices/sign.ts';
import { drawDimension } from './drawers/dimension.ts';
import { drawFence } from './drawers/fence.ts';
import { drawGate } from './drawers/gate.ts';
import { drawAsset } from './drawers/intent/asset.ts';
import { drawCoverageZone } from './drawers/intent/coverage-zone.ts';
import { drawObstacle } from './drawers/obstacle.ts';
import { drawOpening } from './drawers/opening.ts';
import { drawParking } from './drawers/parking.ts';
import { drawPost } from './drawers/post.ts';
import { drawPropertyLine } from './drawers/property-line.ts';
import { drawRoad } from './drawers/road.ts';
import { drawText } from './drawers/text.ts';
import { drawUnderlay } from './drawers/underlay.ts';
import { drawWall } from './drawers/wall.ts';
import { drawApproach } from './drawers/ways/approach.ts';
import { drawPatrol } from './drawers/ways/patrol.ts';
import { drawRoute } from './drawers/ways/route.ts';
import type { Scene } from './scene.ts';
import { stateMarks } from './state-marks.ts';

const nothing = () => [];

const drawers: { readonly [K in Kind]: (record: RecordOf<K>, scene: Scene) => DrawItem[] } = {
  settings: nothing,
  floor: nothing,
  layer: nothing,
  phase: nothing,
  group: nothing,
  underlay: drawUnderlay,
  propertyLine: drawPropertyLine,
  building: drawBuilding,
  wall: drawWall,
  opening: drawOpening,
  fence: drawFence,
  gate: drawGate,
  road: drawRoad,
  parking: drawParking,
  area: drawArea,
  route: drawRoute,
  obstacle: drawObstacle,
  barrier: drawBarrier,
  bollards: drawBollards,
  camera: drawCamera,
  post: drawPost,
  patrol: drawPatrol,
  light: drawLight,
  sensor: drawSensor,
  reader: drawReader,
  screening: drawScreening,
  sign: drawSign,
  equipment: drawEquipment,
  asset: drawAsset,
  approach: drawApproach,
  coverageZone: drawCoverageZone,
  text: drawText,
  dimension: drawDimension,
  callout: drawCallout,
  sheet: nothing,
};

/** What a record looks like, for every painter alike; what a camera sees is drawn by `drawCoverage`. */
export function drawRecord(record: PlanRecord, scene: Scene): DrawItem[] {
  const draw = drawers[kindOf(record.id)] as (record: PlanRecord, scene: Scene) => DrawItem[];
  const items = draw(record, scene);
  const marks = items.length > 0 ? stateMarks(record, scene) : [];
  return marks.length > 0 ? [...items, ...marks] : items;
}

/** The kinds in the order in which they are painted, lowest first. */
export const paintOrder = [
  'underlay',
  'road',
  'parking',
  'area',
  'building',
  'route',
  'coverageZone',
  'obstacle',
  'wall',
  'opening',
  'propertyLine',
  'fence',
  'gate',
  'barrier',
  'bollards',
  'equipment',
  'screening',
  'patrol',
  'approach',
  'light',
  'sensor',
  'reader',
  'sign',
  'camera',
  'post',
  'asset',
  'text',
  'dimension',
  'callout',
] as const satisfies readonly Kind[];

/** What lies on the ground, beneath what cameras see: the coverage is painted over it and under all else. */
export const groundKinds: ReadonlySet<Kind> = new Set(['underlay', 'road', 'parking', 'area', 'building']);
