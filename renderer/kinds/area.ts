import { areaUses } from '../../core/plan/kinds/area.ts';
import type { KindWindow } from './kind-window.ts';
import { field, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'area'> = {
  kind: 'area',
  words: { name: 'Area', add: 'Draw an area' },
  fields: [field('name', 'name', text), field('use', 'use', choice(areaUses))],
  tool: null,
};
