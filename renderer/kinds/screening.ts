import { screeningTypes } from '../../core/plan/kinds/screening.ts';
import type { KindWindow } from './kind-window.ts';
import { bearing, field, length, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'screening'> = {
  kind: 'screening',
  words: { name: 'Screening', add: 'Place screening equipment' },
  fields: [
    field('type', 'type', choice(screeningTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('length', 'length', length),
    field('width', 'width', length),
  ],
  tool: {
    title: 'Screening',
    hint: 'Click where it stands; drag in the direction in which people pass',
    shortcut: 'X',
    icon: ['M5 21V4h14v17M5 8h14M3 21h4M17 21h4', 'M10.1 12.5a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0 -3.8 0z'],
  },
};
