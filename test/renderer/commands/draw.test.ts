import { expect, test } from 'vitest';
import { drawCommands } from '../../../renderer/commands/draw.ts';

test('the tools are armed by the keys that people know, in the order of the tool bar', () => {
  const keys = drawCommands.map(({ id, shortcut }) => `${id.slice('tool.'.length)} ${shortcut ?? '-'}`);
  expect(keys).toEqual([
    ...['select V', 'measure M', 'draw-property-line L', 'draw-building B', 'draw-wall W', 'place-opening D'],
    ...['draw-fence F', 'place-gate G', 'draw-road R', 'draw-route U', 'draw-parking K', 'draw-area A'],
    ...['draw-obstacle O', 'place-barrier J', 'place-bollards Y', 'place-camera C', 'place-post P'],
    ...['draw-patrol N', 'place-light H', 'place-sensor S', 'place-reader E', 'place-screening X'],
    ...[
      'place-sign -',
      'place-equipment Shift+Q',
      'draw-coverage-zone Z',
      'place-asset -',
      'draw-approach -',
    ],
    ...['place-text T', 'place-dimension Shift+D', 'place-callout Shift+T', 'place-template Shift+B'],
    'calibrate I',
  ]);
  const begins = drawCommands.filter(({ startsGroup }) => startsGroup).map(({ tool }) => tool);
  expect(begins).toEqual(['draw-property-line', 'place-barrier', 'draw-coverage-zone', 'place-text']);
});
