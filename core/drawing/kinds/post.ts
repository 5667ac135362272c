import type { RecordOf } from '../../plan/kinds/index.ts';
import { inkOf, uprightAngle } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import type { Scene } from '../scene.ts';
import { lookingSymbol, postSymbol } from '../symbols/device-symbols.ts';
import { tagItems } from '../tag.ts';
import type { KindLook } from './look.ts';
import { one } from './parts/sample-shapes.ts';

/** The upright shield, a tick where its guard looks, its tag and hours. */
export function drawPost(post: RecordOf<'post'>, scene: Scene): DrawItem[] {
  const { at, direction, hours, type } = post;
  const ink = inkOf(post, scene);
  const place = { offsetMm: { x: 2.8, y: hours ? 1.3 : 0 }, side: 'right' } as const;
  const angle = uprightAngle(scene);
  const shield: DrawItem = { type: 'symbol', at, angle, parts: postSymbol(ink, type), detail: 'always' };
  if (scene.isFar) return [shield];
  return [
    shield,
    { type: 'symbol', at, angle: direction, parts: lookingSymbol(ink), detail: 'normal' },
    ...tagItems(post, at, { ...place, ...(hours ? { note: hours } : {}) }, scene),
  ];
}

/** What its types are called in the legend; null for what explains itself. */
const postNames = { fixed: 'Guard post', booth: 'Guard booth', vehicle: 'Guard vehicle' } as const;

export const postLook: KindLook<'post'> = {
  draw: drawPost,
  lies: 'above-coverage',
  isGhosted: false,
  isMarked: false,
  label: { role: 'tag', rank: 2 },
  avoided: 0,
  legend: {
    group: 'devices',
    name: ({ type }) => postNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0 }],
    count: one,
  },
};
