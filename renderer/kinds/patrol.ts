import type { KindWindow } from './kind-window.ts';
import { field, flag, text } from './parts/field-forms.ts';

export const kindWindow: KindWindow<'patrol'> = {
  kind: 'patrol',
  words: { name: 'Patrol route', add: 'Draw a patrol route' },
  fields: [field('name', 'name', text), field('period', 'period', text), field('closed', 'round', flag)],
  tool: null,
};
