import { readerTypes } from '../../core/plan/kinds/reader.ts';
import type { KindWindow } from './kind-window.ts';
import { bearing, field, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'reader'> = {
  kind: 'reader',
  words: { name: 'Reader', add: 'Place a reader' },
  fields: [
    field('type', 'type', choice(readerTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('controls', 'controls', { type: 'reference', offers: ['opening', 'gate'] }),
  ],
  tool: null,
};
