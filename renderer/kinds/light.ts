import { lightTypes } from '../../core/plan/kinds/light.ts';
import type { KindWindow } from './kind-window.ts';
import { bearing, field, length, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

const lux = { type: 'number', unit: 'lx', stepBy: 1 } as const;

export const kindWindow: KindWindow<'light'> = {
  kind: 'light',
  words: { name: 'Light', add: 'Place a light' },
  fields: [
    field('type', 'type', choice(lightTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('height', 'mountingHeight', length),
    { ...field('illuminanceLux', 'illuminance', lux), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('range', 'litRange', length), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
  ],
  tool: null,
};
