import type { RecordOf } from '../../plan/records/index.ts';
import { inkOf, uprightAngle } from '../appearance.ts';
import type { DrawItem } from '../draw-item.ts';
import type { Scene } from '../scene.ts';
import { lookingSymbol, postSymbol } from '../symbols/device-symbols.ts';
import { tagItems } from '../tag.ts';

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
