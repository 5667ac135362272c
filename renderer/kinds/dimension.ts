import type { KindWindow } from './kind-window.ts';
import { bearing, field, length, text } from './parts/field-forms.ts';

export const kindWindow: KindWindow<'dimension'> = {
  kind: 'dimension',
  words: { name: 'Dimension', add: 'Place a dimension' },
  fields: [
    { ...field('text', 'words', text), mayBeNull: true, whenEmpty: 'inspector.asMeasured' },
    { ...field('direction', 'direction', bearing), needs: 'direction' },
    field('offset', 'dimensionOffset', length),
  ],
  tool: null,
};
