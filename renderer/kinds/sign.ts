import { signTypes } from '../../core/plan/kinds/sign.ts';
import type { KindWindow } from './kind-window.ts';
import { bearing, field, paragraph, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'sign'> = {
  kind: 'sign',
  words: { name: 'Sign', add: 'Place a sign' },
  fields: [
    field('type', 'type', choice(signTypes)),
    field('text', 'text', paragraph),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
  ],
  tool: {
    title: 'Sign',
    hint: 'Click where the sign stands; drag towards its readers',
    shortcut: null,
    icon: ['M12 3l8 12H4zM12 15v6M9 21h6M12 7.5v3.5', 'M11.1 13a0.9 0.9 0 1 0 1.8 0a0.9 0.9 0 1 0 -1.8 0z'],
  },
};
