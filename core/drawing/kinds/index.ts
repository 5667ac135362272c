import type { PlacedKind, PlacedRecord } from '../../plan/kinds/index.ts';
import { kindOf } from '../../plan/plan.ts';
import { approachLook } from './approach.ts';
import { areaLook } from './area.ts';
import { assetLook } from './asset.ts';
import { barrierLook } from './barrier.ts';
import { bollardsLook } from './bollards.ts';
import { buildingLook } from './building.ts';
import { calloutLook } from './callout.ts';
import { cameraLook } from './camera.ts';
import { coverageZoneLook } from './coverage-zone.ts';
import { dimensionLook } from './dimension.ts';
import { equipmentLook } from './equipment.ts';
import { fenceLook } from './fence.ts';
import { gateLook } from './gate.ts';
import { lightLook } from './light.ts';
import type { KindLook } from './look.ts';
import { obstacleLook } from './obstacle.ts';
import { openingLook } from './opening.ts';
import { parkingLook } from './parking.ts';
import { patrolLook } from './patrol.ts';
import { postLook } from './post.ts';
import { propertyLineLook } from './property-line.ts';
import { readerLook } from './reader.ts';
import { roadLook } from './road.ts';
import { routeLook } from './route.ts';
import { screeningLook } from './screening.ts';
import { sensorLook } from './sensor.ts';
import { signLook } from './sign.ts';
import { textLook } from './text.ts';
import { underlayLook } from './underlay.ts';
import { wallLook } from './wall.ts';

/** What each kind looks like, in the order in which they are painted, lowest first. */
const looks: { readonly [K in PlacedKind]: KindLook<K> } = {
  underlay: underlayLook,
  road: roadLook,
  parking: parkingLook,
  area: areaLook,
  building: buildingLook,
  route: routeLook,
  coverageZone: coverageZoneLook,
  obstacle: obstacleLook,
  wall: wallLook,
  opening: openingLook,
  propertyLine: propertyLineLook,
  fence: fenceLook,
  gate: gateLook,
  barrier: barrierLook,
  bollards: bollardsLook,
  equipment: equipmentLook,
  screening: screeningLook,
  patrol: patrolLook,
  approach: approachLook,
  light: lightLook,
  sensor: sensorLook,
  reader: readerLook,
  sign: signLook,
  camera: cameraLook,
  post: postLook,
  asset: assetLook,
  text: textLook,
  dimension: dimensionLook,
  callout: calloutLook,
};

/** The kinds that are drawn in the order in which they are painted, lowest first. */
export const paintOrder = Object.keys(looks) as readonly PlacedKind[];

/** What a kind looks like. */
export function lookOfKind(kind: PlacedKind): KindLook {
  return looks[kind] as unknown as KindLook;
}

/** What the kind of a record looks like. */
export function lookOf({ id }: PlacedRecord): KindLook {
  return lookOfKind(kindOf(id) as PlacedKind);
}
