import type { AnyTool, ToolId } from '../tool.ts';
import { calibrate } from './calibrate.ts';
import { placeEquipment } from './devices/place-equipment.ts';
import { placeLight } from './devices/place-light.ts';
import { placeReader } from './devices/place-reader.ts';
import { placeScreening } from './devices/place-screening.ts';
import { placeSensor } from './devices/place-sensor.ts';
import { placeSign } from './devices/place-sign.ts';
import { drawArea } from './draw-area.ts';
import { drawBuilding } from './draw-building.ts';
import { drawFence } from './draw-fence.ts';
import { drawObstacle } from './draw-obstacle.ts';
import { drawParking } from './draw-parking.ts';
import { drawPropertyLine } from './draw-property-line.ts';
import { drawRoad } from './draw-road.ts';
import { drawWall } from './draw-wall.ts';
import { placeTemplate } from './fragments/place-template.ts';
import { drawCoverageZone } from './intent/draw-coverage-zone.ts';
import { placeAsset } from './intent/place-asset.ts';
import { matchPropertiesTool } from './match-properties.ts';
import { measure } from './measuring/measure.ts';
import { placeCallout } from './notes/place-callout.ts';
import { placeDimension } from './notes/place-dimension.ts';
import { placeBarrier } from './place-barrier.ts';
import { placeBollards } from './place-bollards.ts';
import { placeCamera } from './place-camera.ts';
import { placeGate } from './place-gate.ts';
import { placeOpening } from './place-opening.ts';
import { placePost } from './place-post.ts';
import { placeText } from './place-text.ts';
import { select } from './select.ts';
import { drawApproach } from './ways/draw-approach.ts';
import { drawPatrol } from './ways/draw-patrol.ts';
import { drawRoute } from './ways/draw-route.ts';

/** All tools; complete to compile. */
export const tools: { readonly [Id in ToolId]: AnyTool } = {
  select,
  'draw-property-line': drawPropertyLine,
  'draw-building': drawBuilding,
  'draw-wall': drawWall,
  'place-opening': placeOpening,
  'draw-fence': drawFence,
  'place-gate': placeGate,
  'draw-road': drawRoad,
  'draw-parking': drawParking,
  'draw-route': drawRoute,
  'draw-area': drawArea,
  'draw-obstacle': drawObstacle,
  'place-barrier': placeBarrier,
  'place-bollards': placeBollards,
  'place-camera': placeCamera,
  'place-post': placePost,
  'draw-patrol': drawPatrol,
  'place-light': placeLight,
  'place-sensor': placeSensor,
  'place-reader': placeReader,
  'place-screening': placeScreening,
  'place-sign': placeSign,
  'place-equipment': placeEquipment,
  'draw-coverage-zone': drawCoverageZone,
  'place-asset': placeAsset,
  'draw-approach': drawApproach,
  'place-text': placeText,
  'place-dimension': placeDimension,
  'place-callout': placeCallout,
  'place-template': placeTemplate,
  calibrate,
  measure,
  'match-properties': matchPropertiesTool,
};
