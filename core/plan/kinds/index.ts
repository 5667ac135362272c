import type { z } from '../../schema.ts';
import { approachKind } from './approach.ts';
import { areaKind } from './area.ts';
import { assetKind } from './asset.ts';
import { barrierKind } from './barrier.ts';
import { bollardsKind } from './bollards.ts';
import { buildingKind } from './building.ts';
import { calloutKind } from './callout.ts';
import { cameraKind } from './camera.ts';
import { coverageZoneKind } from './coverage-zone.ts';
import { dimensionKind } from './dimension.ts';
import { equipmentKind } from './equipment.ts';
import { fenceKind } from './fence.ts';
import { floorKind } from './floor.ts';
import { gateKind } from './gate.ts';
import { groupKind } from './group.ts';
import { layerKind } from './layer.ts';
import { lightKind } from './light.ts';
import { obstacleKind } from './obstacle.ts';
import { openingKind } from './opening.ts';
import { parkingKind } from './parking.ts';
import { patrolKind } from './patrol.ts';
import { phaseKind } from './phase.ts';
import { postKind } from './post.ts';
import { propertyLineKind } from './property-line.ts';
import { readerKind } from './reader.ts';
import { roadKind } from './road.ts';
import { routeKind } from './route.ts';
import { screeningKind } from './screening.ts';
import { sensorKind } from './sensor.ts';
import { settingsKind } from './settings.ts';
import { sheetKind } from './sheet.ts';
import { signKind } from './sign.ts';
import { textKind } from './text.ts';
import { underlayKind } from './underlay.ts';
import { wallKind } from './wall.ts';

/** Kinds that a note can be attached to: what has corners, ends or a place of its own. */
const notedKinds = {
  propertyLine: propertyLineKind,
  building: buildingKind,
  wall: wallKind,
  opening: openingKind,
  fence: fenceKind,
  gate: gateKind,
  road: roadKind,
  parking: parkingKind,
  area: areaKind,
  route: routeKind,
  obstacle: obstacleKind,
  barrier: barrierKind,
  bollards: bollardsKind,
  camera: cameraKind,
  post: postKind,
  patrol: patrolKind,
  light: lightKind,
  sensor: sensorKind,
  reader: readerKind,
  screening: screeningKind,
  sign: signKind,
  equipment: equipmentKind,
  asset: assetKind,
  approach: approachKind,
  coverageZone: coverageZoneKind,
} as const;

type NotedKind = keyof typeof notedKinds;

export const anchorKinds = Object.keys(notedKinds) as [NotedKind, ...NotedKind[]];

/** THE list of kinds: every other table indexed by kind must be complete to compile. */
export const planKinds = {
  settings: settingsKind,
  floor: floorKind,
  layer: layerKind,
  phase: phaseKind,
  group: groupKind,
  underlay: underlayKind,
  ...notedKinds,
  text: textKind,
  dimension: dimensionKind(anchorKinds),
  callout: calloutKind(anchorKinds),
  sheet: sheetKind,
} as const;

type Immutable<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly [infer Only]
    ? readonly [Immutable<Only>]
    : T extends readonly (infer Item)[]
      ? readonly Immutable<Item>[]
      : { readonly [Key in keyof T]: Immutable<T[Key]> };

export type Kind = keyof typeof planKinds;
export type RecordOf<K extends Kind> = Immutable<z.infer<(typeof planKinds)[K]['schema']>>;
export type PlanRecord = { [K in Kind]: RecordOf<K> }[Kind];
export type IdOf<K extends Kind> = RecordOf<K>['id'];
export type AnyId = PlanRecord['id'];

/** Makes one id each time it is called: operations are given ids and choose none. */
export type NewId = <K extends Kind>(kind: K) => IdOf<K>;

/** The record that an id of a kind names; all kinds where the id's kind is not known. */
export type RecordById<I extends AnyId> = I extends `${infer K extends Kind}:${string}` ? RecordOf<K> : never;

/** Kinds that have a place on a floor and a layer. */
export type PlacedKind = { [K in Kind]: RecordOf<K> extends { layer: string } ? K : never }[Kind];
export type PlacedRecord = { [K in PlacedKind]: RecordOf<K> }[PlacedKind];

/** Kinds that are bought and counted. */
export type DeviceKind = { [K in Kind]: RecordOf<K> extends { device: string | null } ? K : never }[Kind];
export type DeviceRecord = { [K in DeviceKind]: RecordOf<K> }[DeviceKind];

export type RecordState = PlacedRecord['state'];
