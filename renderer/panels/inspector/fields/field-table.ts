import { areaUses } from '../../../../core/plan/records/base/area.ts';
import { fenceTypes } from '../../../../core/plan/records/base/fence.ts';
import { gateTypes, gateUses } from '../../../../core/plan/records/base/gate.ts';
import { obstacleTypes } from '../../../../core/plan/records/base/obstacle.ts';
import { openingTypes } from '../../../../core/plan/records/base/opening.ts';
import { roadClasses } from '../../../../core/plan/records/base/road.ts';
import { routeUses } from '../../../../core/plan/records/base/route.ts';
import { wallAlignments, wallMaterials } from '../../../../core/plan/records/base/wall.ts';
import type { PlacedKind } from '../../../../core/plan/records/index.ts';
import { barrierTypes } from '../../../../core/plan/records/protective/barrier.ts';
import { bollardModes } from '../../../../core/plan/records/protective/bollards.ts';
import { cameraTypes } from '../../../../core/plan/records/protective/camera.ts';
import { postTypes } from '../../../../core/plan/records/protective/post.ts';
import { choice } from '../field-spec.ts';
import {
  angle,
  bearing,
  count,
  type FieldsOfKind,
  field,
  flag,
  length,
  millimetres,
  paragraph,
  pixels,
  point,
  text,
} from './field-forms.ts';
import { protectionFields } from './protection-fields.ts';

/** The fields of each kind that the inspector shows, besides those of all kinds and the corners. */
export const inspectorFields: { readonly [K in PlacedKind]: FieldsOfKind<K> } = {
  underlay: [
    field('name', 'name', text),
    field('at', 'lowerLeft', point),
    field('rotation', 'rotation', angle),
    field('opacity', 'opacity', { type: 'number', unit: '', stepBy: 0.05 }),
    field('metresPerPixel', 'scale', { type: 'number', unit: 'm/px' }),
  ],
  propertyLine: [],
  building: [field('name', 'name', text), field('height', 'height', length)],
  wall: [
    field('a', 'a', point),
    field('b', 'b', point),
    field('bulge', 'bulge', { type: 'number', unit: '', stepBy: 0.05 }),
    field('thickness', 'thickness', length),
    field('alignment', 'alignment', choice(wallAlignments)),
    { ...field('height', 'height', length), mayBeNull: true, whenEmpty: 'inspector.toFloorAbove' },
    field('material', 'material', choice(wallMaterials)),
  ],
  opening: [
    field('type', 'type', choice(openingTypes)),
    field('offset', 'offset', length),
    field('width', 'width', length),
    field('height', 'height', length),
    field('sill', 'sill', length),
    field('hinge', 'hinge', choice(['a', 'b'])),
    field('swing', 'swing', choice(['left', 'right'])),
    field('open', 'open', flag),
  ],
  fence: [
    field('type', 'type', choice(fenceTypes)),
    field('height', 'height', length),
    { ...field('topping', 'topping', text), mayBeNull: true },
    field('closed', 'closed', flag),
  ],
  gate: [
    field('type', 'type', choice(gateTypes)),
    field('use', 'use', choice(gateUses)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('width', 'width', length),
    field('fence', 'fence', { type: 'reference' }),
    field('open', 'open', flag),
  ],
  road: [
    field('name', 'name', text),
    field('class', 'class', choice(roadClasses)),
    field('width', 'width', length),
  ],
  parking: [
    field('stalls', 'stalls', count),
    field('stallWidth', 'stallWidth', length),
    field('direction', 'direction', bearing),
  ],
  area: [field('name', 'name', text), field('use', 'use', choice(areaUses))],
  route: [
    field('name', 'name', text),
    field('use', 'use', choice(routeUses)),
    field('width', 'clearWidth', length),
  ],
  obstacle: [
    field('type', 'type', choice(obstacleTypes)),
    field('height', 'height', length),
    { ...field('width', 'width', length), needs: 'path' },
  ],
  barrier: [
    field('type', 'type', choice(barrierTypes)),
    field('mode', 'mode', choice(['passive', 'active'])),
    { ...field('rating', 'crashRating', text), mayBeNull: true },
    field('width', 'width', length),
    field('height', 'height', length),
    field('gate', 'gate', { type: 'reference', offers: ['gate'] }),
  ],
  bollards: [
    field('mode', 'mode', choice(bollardModes)),
    { ...field('rating', 'crashRating', text), mayBeNull: true },
    field('diameter', 'diameter', length),
    field('spacing', 'spacing', length),
    field('height', 'height', length),
  ],
  camera: [
    field('type', 'type', choice(cameraTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('height', 'mountingHeight', length),
    field('tilt', 'tilt', angle),
    field('roll', 'roll', angle),
    field('mountedOn', 'mountedOn', { type: 'reference', offers: ['wall', 'building', 'obstacle'] }),
    field('focalLengthMm', 'focalLength', millimetres),
    field('sensorWidthMm', 'sensorWidth', millimetres),
    field('sensorHeightMm', 'sensorHeight', millimetres),
    field('widthPx', 'pixelsAcross', pixels),
    field('heightPx', 'pixelsDown', pixels),
    { ...field('range', 'range', length), mayBeNull: true, whenEmpty: 'inspector.noLimit' },
  ],
  post: [
    field('type', 'type', choice(postTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('hours', 'hours', text),
    field('staff', 'staff', count),
    field('orders', 'orders', paragraph),
  ],
  ...protectionFields,
  text: [
    field('text', 'text', paragraph),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('sizeMm', 'paperSize', millimetres),
    field('anchor', 'anchor', choice(['start', 'middle', 'end'])),
  ],
  callout: [
    field('text', 'text', paragraph),
    { ...field('number', 'number', text), mayBeNull: true },
    field('at', 'at', point),
    field('leader', 'leader', flag),
  ],
  dimension: [
    { ...field('text', 'words', text), mayBeNull: true, whenEmpty: 'inspector.asMeasured' },
    { ...field('direction', 'direction', bearing), needs: 'direction' },
    field('offset', 'dimensionOffset', length),
  ],
};
