import { openingTypes } from '../../core/plan/kinds/opening.ts';
import type { KindWindow } from './kind-window.ts';
import { field, flag, length } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'opening'> = {
  kind: 'opening',
  words: { name: 'Opening', add: 'Place a door or window' },
  fields: [
    field('type', 'type', choice(openingTypes)),
    field('offset', 'offset', length),
    field('width', 'width', length),
    field('height', 'height', length),
    field('sill', 'sill', length),
    field('hinge', 'hinge', choice(['a', 'b'])),
    field('swing', 'swing', choice(['left', 'right'])),
    field('open', 'open', flag),
  ],
  tool: null,
};
