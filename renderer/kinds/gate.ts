import { gateTypes, gateUses } from '../../core/plan/kinds/gate.ts';
import type { KindWindow } from './kind-window.ts';
import { bearing, field, flag, length, point } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'gate'> = {
  kind: 'gate',
  words: { name: 'Gate', add: 'Place a gate' },
  fields: [
    field('type', 'type', choice(gateTypes)),
    field('use', 'use', choice(gateUses)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('width', 'width', length),
    field('fence', 'fence', { type: 'reference' }),
    field('open', 'open', flag),
  ],
  tool: null,
};
