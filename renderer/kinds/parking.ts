import type { KindWindow } from './kind-window.ts';
import { bearing, count, field, length } from './parts/field-forms.ts';

export const kindWindow: KindWindow<'parking'> = {
  kind: 'parking',
  words: { name: 'Parking', add: 'Draw parking' },
  fields: [
    field('stalls', 'stalls', count),
    field('stallWidth', 'stallWidth', length),
    field('direction', 'direction', bearing),
  ],
  tool: null,
};
