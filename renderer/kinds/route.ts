import { routeUses } from '../../core/plan/kinds/route.ts';
import type { KindWindow } from './kind-window.ts';
import { field, length, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'route'> = {
  kind: 'route',
  words: { name: 'Route', add: 'Draw a route' },
  fields: [
    field('name', 'name', text),
    field('use', 'use', choice(routeUses)),
    field('width', 'clearWidth', length),
  ],
  tool: null,
};
