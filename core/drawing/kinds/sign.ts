import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf, uprightAngle } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import type { Scene } from '../scene.ts';
import { signSymbol, signTickSymbol } from '../symbols/sign-symbol.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { one } from './parts/sample-shapes.ts';

const LONGEST_NOTE = 32;

/** The first line of what the sign says, as far as a label has room. */
function noteOf({ text }: RecordOf<'sign'>): { note?: string } {
  const [line = ''] = text.split('\n');
  if (line === '') return {};
  return { note: line.length > LONGEST_NOTE ? `${line.slice(0, LONGEST_NOTE - 1).trimEnd()}…` : line };
}

/** The upright plate of its type with a tick where its readers stand; an arrow points where it sends them. */
export function drawSign(sign: RecordOf<'sign'>, scene: Scene): DrawItem[] {
  const { at, direction, type } = sign;
  const ink = inkOf(sign, scene);
  const place = { offsetMm: { x: 2.4, y: 1.6 }, side: 'right', ...noteOf(sign) } as const;
  const points = type === 'direction';
  const angle = points ? direction : uprightAngle(scene);
  const tick = {
    type: 'symbol',
    at,
    angle: direction,
    parts: signTickSymbol(ink),
    detail: 'normal',
  } as const;
  return [
    { type: 'symbol', at, angle, parts: signSymbol(ink, type), detail: 'always' },
    ...(points ? [] : [tick]),
    ...tagItems(sign, at, place, scene),
  ];
}

/** What its types are called in the legend; null for what explains itself. */
const signNames = {
  warning: 'Warning sign',
  prohibition: 'Prohibition sign',
  information: 'Information sign',
  direction: 'Direction sign',
  traffic: 'Traffic sign',
} as const;

export const signLook: KindLook<'sign'> = {
  draw: drawSign,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 12 },
  avoided: 0,
  legend: {
    group: 'devices',
    name: ({ type }) => signNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0, text: '' }],
    count: one,
  },
};
