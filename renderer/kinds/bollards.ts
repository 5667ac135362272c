import { bollardModes } from '../../core/plan/kinds/bollards.ts';
import type { KindWindow } from './kind-window.ts';
import { field, length, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'bollards'> = {
  kind: 'bollards',
  words: { name: 'Bollards', add: 'Place bollards' },
  fields: [
    field('mode', 'mode', choice(bollardModes)),
    { ...field('rating', 'crashRating', text), mayBeNull: true },
    field('diameter', 'diameter', length),
    field('spacing', 'spacing', length),
    field('height', 'height', length),
  ],
  tool: null,
};
