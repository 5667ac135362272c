import type { KindWindow } from './kind-window.ts';
import { field, length, text } from './parts/field-forms.ts';

export const kindWindow: KindWindow<'building'> = {
  kind: 'building',
  words: { name: 'Building', add: 'Draw a building' },
  fields: [field('name', 'name', text), field('height', 'height', length)],
  tool: null,
};
