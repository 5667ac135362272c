import { barrierTypes } from '../../core/plan/kinds/barrier.ts';
import type { KindWindow } from './kind-window.ts';
import { field, length, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'barrier'> = {
  kind: 'barrier',
  words: { name: 'Barrier', add: 'Place a barrier' },
  fields: [
    field('type', 'type', choice(barrierTypes)),
    field('mode', 'mode', choice(['passive', 'active'])),
    { ...field('rating', 'crashRating', text), mayBeNull: true },
    field('width', 'width', length),
    field('height', 'height', length),
    field('gate', 'gate', { type: 'reference', offers: ['gate'] }),
  ],
  tool: null,
};
