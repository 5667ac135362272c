import type { KindWindow } from './kind-window.ts';
import { bearing, field, millimetres, paragraph, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'text'> = {
  kind: 'text',
  words: { name: 'Text', add: 'Place a text' },
  fields: [
    field('text', 'text', paragraph),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('sizeMm', 'paperSize', millimetres),
    field('anchor', 'anchor', choice(['start', 'middle', 'end'])),
  ],
  tool: null,
};
