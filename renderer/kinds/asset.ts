import { criticalities } from '../../core/plan/kinds/asset.ts';
import type { KindWindow } from './kind-window.ts';
import { field, length, point, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'asset'> = {
  kind: 'asset',
  words: { name: 'Asset', add: 'Mark an asset' },
  fields: [
    field('name', 'name', text),
    field('criticality', 'criticality', choice(criticalities)),
    { ...field('standoff', 'standoff', length), mayBeNull: true, whenEmpty: 'inspector.noneRequired' },
    { ...field('at', 'at', point), needs: 'at' },
  ],
  tool: null,
};
