import { obstacleTypes } from '../../core/plan/kinds/obstacle.ts';
import type { KindWindow } from './kind-window.ts';
import { field, length } from './parts/field-forms.ts';
import { choice } from './parts/field-spec.ts';

export const kindWindow: KindWindow<'obstacle'> = {
  kind: 'obstacle',
  words: { name: 'Obstacle', add: 'Draw an obstacle' },
  fields: [
    field('type', 'type', choice(obstacleTypes)),
    field('height', 'height', length),
    { ...field('width', 'width', length), needs: 'path' },
  ],
  tool: null,
};
