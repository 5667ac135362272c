import type { KindWindow } from './kind-window.ts';
import { bearing, field, length, point, text } from './parts/field-forms.ts';

export const kindWindow: KindWindow<'equipment'> = {
  kind: 'equipment',
  words: { name: 'Equipment', add: 'Place equipment' },
  fields: [
    field('name', 'name', text),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('width', 'width', length),
    field('depth', 'depth', length),
    field('height', 'height', length),
  ],
  tool: {
    title: 'Equipment',
    hint: 'Click where it stands; drag to turn its front',
    shortcut: 'Shift+Q',
    icon: [
      'M4 5h16v14H4zM4 9h16M7.5 12.5h5M7.5 15.5h5',
      'M15.3 14a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0 -2.4 0z',
    ],
  },
};
