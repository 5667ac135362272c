import type { RecordOf } from '../../../plan/records/index.ts';
import { inkOf } from '../../appearance.ts';
import type { DrawItem } from '../../draw-item.ts';
import type { Scene } from '../../scene.ts';
import { readerSymbol } from '../../symbols/reader-symbol.ts';
import { type TagPlace, tagItems } from '../../tag.ts';

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
