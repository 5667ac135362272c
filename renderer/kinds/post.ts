import { postTypes } from '../../core/plan/kinds/post.ts';
import type { KindWindow } from './kind-window.ts';
import { bearing, count, field, paragraph, point, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'post'> = {
  kind: 'post',
  words: { name: 'Guard post', add: 'Place a guard post' },
  fields: [
    field('type', 'type', choice(postTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('hours', 'hours', text),
    field('staff', 'staff', count),
    field('orders', 'orders', paragraph),
  ],
  tool: null,
};
