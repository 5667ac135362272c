import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import type { Scene } from '../scene.ts';
import { readerSymbol } from '../symbols/reader-symbol.ts';
import { type TagPlace, tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { one } from './parts/sample-shapes.ts';

/** Beside the case, away from the face that it hangs on. */
function tagPlace(direction: number): TagPlace {
  const [x, y] = [Math.cos(direction), Math.sin(direction)];
  const isRight = x >= -0.2;
  const aside = Math.max(Math.abs(x) * 3.2, 1.9);
  return { offsetMm: { x: isRight ? aside : -aside, y: y * 1.6 }, side: isRight ? 'right' : 'left' };
}

/** The case in front of the face it hangs on, with the sign of its type and its tag. */
export function drawReader(reader: RecordOf<'reader'>, scene: Scene): DrawItem[] {
  const { at, direction, type } = reader;
  const parts = readerSymbol(inkOf(reader, scene), type);
  return [
    { type: 'symbol', at, angle: direction, parts, detail: 'always' },
    ...tagItems(reader, at, tagPlace(direction + scene.view.rotation), scene),
  ];
}

/** What its types are called in the legend; null for what explains itself. */
const readerNames = {
  card: 'Card reader',
  keypad: 'Keypad',
  biometric: 'Biometric reader',
  intercom: 'Intercom',
  'request-to-exit': 'Request to exit',
} as const;

export const readerLook: KindLook<'reader'> = {
  draw: drawReader,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 9 },
  avoided: 0,
  legend: {
    group: 'devices',
    name: ({ type }) => readerNames[type],
    sample: (r, at) => [{ ...r, at: { x: at.x - 0.25, y: at.y }, direction: 0, controls: null }],
    count: one,
  },
};
