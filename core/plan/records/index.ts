import type { z } from '../../schema.ts';
import { areaDefaults, areaSchema } from './base/area.ts';
import { buildingDefaults, buildingSchema } from './base/building.ts';
import { fenceDefaults, fenceSchema } from './base/fence.ts';
import { gateDefaults, gateSchema } from './base/gate.ts';
import { obstacleDefaults, obstacleSchema } from './base/obstacle.ts';
import { openingDefaults, openingSchema } from './base/opening.ts';
import { parkingDefaults, parkingSchema } from './base/parking.ts';
import { propertyLineDefaults, propertyLineSchema } from './base/property-line.ts';
import { roadDefaults, roadSchema } from './base/road.ts';
import { routeDefaults, routeSchema } from './base/route.ts';
import { wallDefaults, wallSchema } from './base/wall.ts';
import { approachDefaults, approachSchema } from './intent/approach.ts';
import { assetDefaults, assetSchema } from './intent/asset.ts';
import { coverageZoneDefaults, coverageZoneSchema } from './intent/coverage-zone.ts';
import { calloutDefaults, calloutSchema } from './notes/callout.ts';
import { dimensionDefaults, dimensionSchema } from './notes/dimension.ts';
import { textDefaults, textSchema } from './notes/text.ts';
import { barrierDefaults, barrierSchema } from './protective/barrier.ts';
import { bollardsDefaults, bollardsSchema } from './protective/bollards.ts';
import { cameraDefaults, cameraSchema } from './protective/camera.ts';
import { equipmentDefaults, equipmentSchema } from './protective/equipment.ts';
import { lightDefaults, lightSchema } from './protective/light.ts';
import { patrolDefaults, patrolSchema } from './protective/patrol.ts';
import { postDefaults, postSchema } from './protective/post.ts';
import { readerDefaults, readerSchema } from './protective/reader.ts';
import { screeningDefaults, screeningSchema } from './protective/screening.ts';
import { sensorDefaults, sensorSchema } from './protective/sensor.ts';
import { signDefaults, signSchema } from './protective/sign.ts';
import { floorDefaults, floorSchema } from './structure/floor.ts';
import { groupDefaults, groupSchema } from './structure/group.ts';
import { layerDefaults, layerSchema } from './structure/layer.ts';
import { phaseDefaults, phaseSchema } from './structure/phase.ts';
import { settingsDefaults, settingsSchema } from './structure/settings.ts';
import { sheetDefaults, sheetSchema } from './structure/sheet.ts';
import { underlayDefaults, underlaySchema } from './structure/underlay.ts';

/** THE list of kinds: every other table indexed by kind must be complete to compile. */
export const recordSchemas = {
  settings: settingsSchema,
  floor: floorSchema,
  layer: layerSchema,
  phase: phaseSchema,
  group: groupSchema,
  underlay: underlaySchema,
  propertyLine: propertyLineSchema,
  building: buildingSchema,
  wall: wallSchema,
  opening: openingSchema,
  fence: fenceSchema,
  gate: gateSchema,
  road: roadSchema,
  parking: parkingSchema,
  area: areaSchema,
  route: routeSchema,
  obstacle: obstacleSchema,
  barrier: barrierSchema,
  bollards: bollardsSchema,
  camera: cameraSchema,
  post: postSchema,
  patrol: patrolSchema,
  light: lightSchema,
  sensor: sensorSchema,
  reader: readerSchema,
  screening: screeningSchema,
  sign: signSchema,
  equipment: equipmentSchema,
  asset: assetSchema,
  approach: approachSchema,
  coverageZone: coverageZoneSchema,
  text: textSchema,
  dimension: dimensionSchema,
  callout: calloutSchema,
  sheet: sheetSchema,
} as const;

/** Every field that has a default when a record of the kind is made; what is absent must be given. */
export const recordDefaults = {
  settings: settingsDefaults,
  floor: floorDefaults,
  layer: layerDefaults,
  phase: phaseDefaults,
  group: groupDefaults,
  underlay: underlayDefaults,
  propertyLine: propertyLineDefaults,
  building: buildingDefaults,
  wall: wallDefaults,
  opening: openingDefaults,
  fence: fenceDefaults,
  gate: gateDefaults,
  road: roadDefaults,
  parking: parkingDefaults,
  area: areaDefaults,
  route: routeDefaults,
  obstacle: obstacleDefaults,
  barrier: barrierDefaults,
  bollards: bollardsDefaults,
  camera: cameraDefaults,
  post: postDefaults,
  patrol: patrolDefaults,
  light: lightDefaults,
  sensor: sensorDefaults,
  reader: readerDefaults,
  screening: screeningDefaults,
  sign: signDefaults,
  equipment: equipmentDefaults,
  asset: assetDefaults,
  approach: approachDefaults,
  coverageZone: coverageZoneDefaults,
  text: textDefaults,
  dimension: dimensionDefaults,
  callout: calloutDefaults,
  sheet: sheetDefaults,
} as const satisfies { readonly [K in keyof typeof recordSchemas]: Partial<RecordOf<K>> };

type Immutable<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Immutable<Item>[]
    : { readonly [Key in keyof T]: Immutable<T[Key]> };

export type Kind = keyof typeof recordSchemas;
export type RecordOf<K extends Kind> = Immutable<z.infer<(typeof recordSchemas)[K]>>;
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
