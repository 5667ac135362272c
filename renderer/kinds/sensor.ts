import { sensorTypes } from '../../core/plan/kinds/sensor.ts';
import type { KindWindow } from './kind-window.ts';
import { angle, bearing, field, length, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'sensor'> = {
  kind: 'sensor',
  words: { name: 'Sensor', add: 'Place a sensor' },
  fields: [
    field('type', 'type', choice(sensorTypes)),
    { ...field('at', 'at', point), needs: 'at' },
    { ...field('direction', 'direction', bearing), needs: 'at' },
    {
      ...field('height', 'mountingHeight', length),
      needs: 'at',
      mayBeNull: true,
      whenEmpty: 'inspector.notKnown',
    },
    { ...field('range', 'range', length), needs: 'at', mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('angle', 'viewAcross', angle), needs: 'at', mayBeNull: true, whenEmpty: 'inspector.allRound' },
  ],
  tool: null,
};
