import { areaUses } from '../../../core/plan/records/base/area.ts';
import { fenceTypes } from '../../../core/plan/records/base/fence.ts';
import { gateTypes, gateUses } from '../../../core/plan/records/base/gate.ts';
import { obstacleTypes } from '../../../core/plan/records/base/obstacle.ts';
import { openingTypes } from '../../../core/plan/records/base/opening.ts';
import { roadClasses } from '../../../core/plan/records/base/road.ts';
import { wallAlignments, wallMaterials } from '../../../core/plan/records/base/wall.ts';
import type { PlacedKind, RecordOf } from '../../../core/plan/records/index.ts';
import { barrierTypes } from '../../../core/plan/records/protective/barrier.ts';
import { bollardModes } from '../../../core/plan/records/protective/bollards.ts';
import { cameraTypes } from '../../../core/plan/records/protective/camera.ts';
import { postTypes } from '../../../core/plan/records/protective/post.ts';

/** How a field is shown and typed. Lengths in the plan's unit, bearings clockwise from plan north. */
export type FieldSpec = {
  readonly field: string;
  readonly label: string;
  readonly form:
    | { readonly type: 'length' | 'bearing' | 'angle' | 'text' | 'paragraph' | 'flag' | 'point' }
    | { readonly type: 'number'; readonly unit: string; readonly isWhole?: true }
    | { readonly type: 'choice'; readonly options: readonly string[] };
  /** Whether an empty field means that there is no value. */
  readonly mayBeNull?: true;
};

type FieldsOfKind<K extends PlacedKind> = readonly (FieldSpec & {
  readonly field: keyof RecordOf<K> & string;
})[];

const length = { type: 'length' } as const;
const text = { type: 'text' } as const;
const bearing = { type: 'bearing' } as const;
const point = { type: 'point' } as const;
const choice = (options: readonly string[]) => ({ type: 'choice', options }) as const;

/** The fields of each kind that the inspector shows, besides those that all kinds have. */
export const inspectorFields: { readonly [K in PlacedKind]: FieldsOfKind<K> } = {
  underlay: [
    { field: 'name', label: 'Name', form: text },
    { field: 'at', label: 'Lower left', form: point },
    { field: 'rotation', label: 'Rotation', form: { type: 'angle' } },
    { field: 'opacity', label: 'Opacity', form: { type: 'number', unit: '0–1' } },
    { field: 'metresPerPixel', label: 'Scale', form: { type: 'number', unit: 'm/px' } },
  ],
  propertyLine: [],
  building: [
    { field: 'name', label: 'Name', form: text },
    { field: 'height', label: 'Height', form: length },
  ],
  wall: [
    { field: 'a', label: 'Start', form: point },
    { field: 'b', label: 'End', form: point },
    { field: 'thickness', label: 'Thickness', form: length },
    { field: 'alignment', label: 'Drawn along', form: choice(wallAlignments) },
    { field: 'height', label: 'Height', form: length, mayBeNull: true },
    { field: 'material', label: 'Material', form: choice(wallMaterials) },
  ],
  opening: [
    { field: 'type', label: 'Type', form: choice(openingTypes) },
    { field: 'offset', label: 'From start', form: length },
    { field: 'width', label: 'Width', form: length },
    { field: 'height', label: 'Height', form: length },
    { field: 'sill', label: 'Sill', form: length },
    { field: 'hinge', label: 'Hinge at', form: choice(['a', 'b']) },
    { field: 'swing', label: 'Swings', form: choice(['left', 'right']) },
    { field: 'open', label: 'Stands open', form: { type: 'flag' } },
  ],
  fence: [
    { field: 'type', label: 'Type', form: choice(fenceTypes) },
    { field: 'height', label: 'Height', form: length },
    { field: 'topping', label: 'Topping', form: text, mayBeNull: true },
    { field: 'closed', label: 'Closed', form: { type: 'flag' } },
  ],
  gate: [
    { field: 'type', label: 'Type', form: choice(gateTypes) },
    { field: 'use', label: 'Use', form: choice(gateUses) },
    { field: 'at', label: 'Position', form: point },
    { field: 'width', label: 'Width', form: length },
    { field: 'open', label: 'Stands open', form: { type: 'flag' } },
  ],
  road: [
    { field: 'name', label: 'Name', form: text },
    { field: 'class', label: 'Class', form: choice(roadClasses) },
    { field: 'width', label: 'Width', form: length },
  ],
  parking: [
    { field: 'stalls', label: 'Stalls', form: { type: 'number', unit: '', isWhole: true } },
    { field: 'stallWidth', label: 'Stall width', form: length },
    { field: 'direction', label: 'Cars face', form: bearing },
  ],
  area: [
    { field: 'name', label: 'Name', form: text },
    { field: 'use', label: 'Use', form: choice(areaUses) },
  ],
  obstacle: [
    { field: 'type', label: 'Type', form: choice(obstacleTypes) },
    { field: 'height', label: 'Height', form: length },
    { field: 'width', label: 'Width', form: length, mayBeNull: true },
  ],
  barrier: [
    { field: 'type', label: 'Type', form: choice(barrierTypes) },
    { field: 'mode', label: 'Mode', form: choice(['passive', 'active']) },
    { field: 'rating', label: 'Crash rating', form: text, mayBeNull: true },
    { field: 'width', label: 'Width', form: length },
    { field: 'height', label: 'Height', form: length },
  ],
  bollards: [
    { field: 'mode', label: 'Mode', form: choice(bollardModes) },
    { field: 'rating', label: 'Crash rating', form: text, mayBeNull: true },
    { field: 'diameter', label: 'Diameter', form: length },
    { field: 'spacing', label: 'Spacing', form: length },
    { field: 'height', label: 'Height', form: length },
  ],
  camera: [
    { field: 'type', label: 'Type', form: choice(cameraTypes) },
    { field: 'at', label: 'Position', form: point },
    { field: 'direction', label: 'Direction', form: bearing },
    { field: 'height', label: 'Mounting height', form: length },
    { field: 'tilt', label: 'Tilt', form: { type: 'angle' } },
    { field: 'focalLengthMm', label: 'Focal length', form: { type: 'number', unit: 'mm' } },
    { field: 'sensorWidthMm', label: 'Sensor width', form: { type: 'number', unit: 'mm' } },
    { field: 'sensorHeightMm', label: 'Sensor height', form: { type: 'number', unit: 'mm' } },
    { field: 'widthPx', label: 'Resolution', form: { type: 'number', unit: 'px wide', isWhole: true } },
    { field: 'heightPx', label: '', form: { type: 'number', unit: 'px high', isWhole: true } },
    { field: 'range', label: 'Range', form: length, mayBeNull: true },
  ],
  post: [
    { field: 'type', label: 'Type', form: choice(postTypes) },
    { field: 'at', label: 'Position', form: point },
    { field: 'direction', label: 'Looks', form: bearing },
    { field: 'hours', label: 'Hours', form: text },
    { field: 'staff', label: 'Staff', form: { type: 'number', unit: '', isWhole: true } },
    { field: 'orders', label: 'Post orders', form: { type: 'paragraph' } },
  ],
  text: [
    { field: 'text', label: 'Text', form: { type: 'paragraph' } },
    { field: 'at', label: 'Position', form: point },
    { field: 'direction', label: 'Direction', form: bearing },
    { field: 'sizeMm', label: 'Size on paper', form: { type: 'number', unit: 'mm' } },
    { field: 'anchor', label: 'Anchor', form: choice(['start', 'middle', 'end']) },
  ],
};
