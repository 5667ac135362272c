import { zoneTimes } from '../../core/plan/kinds/coverage-zone.ts';
import type { KindWindow } from './kind-window.ts';
import { count, field, length, text } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'coverageZone'> = {
  kind: 'coverageZone',
  words: { name: 'Coverage zone', add: 'Draw a coverage zone' },
  fields: [
    field('name', 'name', text),
    field('task', 'task', text),
    field('level', 'requiredLevel', { type: 'level' }),
    field('minimumPercent', 'minimumPercent', { type: 'number', unit: '%' }),
    field('targetHeight', 'targetHeight', length),
    field('when', 'when', choice(zoneTimes)),
    field('minimumCameras', 'minimumCameras', count),
  ],
  tool: null,
};
