import { fenceTypes } from '../../core/plan/kinds/fence.ts';
import type { KindWindow } from './kind-window.ts';
import { field, flag, length, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'fence'> = {
  kind: 'fence',
  words: { name: 'Fence', add: 'Draw a fence' },
  fields: [
    field('type', 'type', choice(fenceTypes)),
    field('height', 'height', length),
    { ...field('topping', 'topping', text), mayBeNull: true },
    field('closed', 'closed', flag),
  ],
  tool: null,
};
