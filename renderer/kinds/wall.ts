import { wallAlignments, wallMaterials } from '../../core/plan/kinds/wall.ts';
import type { KindWindow } from './kind-window.ts';
import { field, length, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'wall'> = {
  kind: 'wall',
  words: { name: 'Wall', add: 'Draw a wall' },
  fields: [
    field('a', 'a', point),
    field('b', 'b', point),
    field('bulge', 'bulge', { type: 'number', unit: '', stepBy: 0.05 }),
    field('thickness', 'thickness', length),
    field('alignment', 'alignment', choice(wallAlignments)),
    { ...field('height', 'height', length), mayBeNull: true, whenEmpty: 'inspector.toFloorAbove' },
    field('material', 'material', choice(wallMaterials)),
  ],
  tool: null,
};
