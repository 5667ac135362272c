import { roadClasses } from '../../core/plan/kinds/road.ts';
import type { KindWindow } from './kind-window.ts';
import { field, length, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'road'> = {
  kind: 'road',
  words: { name: 'Road', add: 'Draw a road' },
  fields: [
    field('name', 'name', text),
    field('class', 'class', choice(roadClasses)),
    field('width', 'width', length),
  ],
  tool: null,
};
