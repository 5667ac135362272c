import { cameraTypes } from '../../core/plan/kinds/camera.ts';
import type { KindWindow } from './kind-window.ts';
import { angle, bearing, field, length, lux, millimetres, pixels, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'camera'> = {
  kind: 'camera',
  words: { name: 'Camera', add: 'Place a camera' },
  fields: [
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
    { ...field('minimumLux', 'minimumLux', lux), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('infraredRange', 'infraredRange', length), mayBeNull: true, whenEmpty: 'inspector.noneKnown' },
  ],
  tool: null,
};
