import type { KindWindow } from './kind-window.ts';
import { field, flag, paragraph, point, text } from './parts/field-forms.ts';

export const kindWindow: KindWindow<'callout'> = {
  kind: 'callout',
  words: { name: 'Callout', add: 'Place a callout' },
  fields: [
    field('text', 'text', paragraph),
    { ...field('number', 'number', text), mayBeNull: true },
    field('at', 'at', point),
    field('leader', 'leader', flag),
  ],
  tool: null,
};
