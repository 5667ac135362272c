import type { KindWindow } from './kind-window.ts';

export const kindWindow: KindWindow<'propertyLine'> = {
  kind: 'propertyLine',
  words: { name: 'Property line', add: 'Draw the property line' },
  fields: [],
  tool: null,
};
