import type { KindWindow } from './kind-window.ts';
import { angle, field, point, text } from './parts/field-forms.ts';

export const kindWindow: KindWindow<'underlay'> = {
  kind: 'underlay',
  words: { name: 'Underlay', add: null },
  fields: [
    field('name', 'name', text),
    field('at', 'lowerLeft', point),
    field('rotation', 'rotation', angle),
    field('opacity', 'opacity', { type: 'number', unit: '', stepBy: 0.05 }),
    field('metresPerPixel', 'scale', { type: 'number', unit: 'm/px' }),
  ],
  tool: null,
};
