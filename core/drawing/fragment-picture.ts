import { middleOf } from '../geometry/box.ts';
import { everything, type Lens, recordsShown } from '../picture/lens.ts';
import { boundsOfFragment, type Fragment, planOfFragment } from '../plan/parts/fragment.ts';
import { kindOf } from '../plan/plan.ts';
import { strata } from './composition.ts';
import type { Page } from './draw-item.ts';
import { sceneOf } from './scene.ts';
import { shrinkOf, shrunkItems } from './sheet/shrink.ts';

/** Share of the picture that the fragment fills. */
const FILLED = 0.88;

/** All that was kept, whatever its state, without what it sees. */
const lens: Lens = { ...everything, coverage: null };

/** A small picture of a fragment without its words, in paper millimetres; null when nothing in it has a place. */
export function fragmentPicture(
  fragment: Fragment,
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
): Page | null {
  const box = boundsOfFragment(fragment);
  if (!box) return null;
  const width = Math.max(box.maxX - box.minX, 1);
  const height = Math.max(box.maxY - box.minY, 1);
  const factor = FILLED * Math.min(widthMm / width, heightMm / height);
  const scale = 1000 / factor;
  const scene = sceneOf(planOfFragment(fragment), { scale, rotation: 0 });
  const records = recordsShown(scene.plan, lens);
  const items = strata
    .flatMap(({ kind, draw }) =>
      records.filter(({ id }) => kindOf(id) === kind).map((record) => draw(record, scene)),
    )
    .flatMap(({ body, labels }) => [...body, ...labels.flatMap(({ items }) => items)])
    .flatMap((item) => shrunkItems([item], shrinkOf(scale)))
    .filter(({ type }) => type !== 'text' && type !== 'image');
  const middle = middleOf(box);
  const toPaper = [
    ...([factor, 0, 0, -factor] as const),
    widthMm / 2 - factor * middle.x,
    heightMm / 2 + factor * middle.y,
  ] as const;
  return { widthMm, heightMm, title: '', groups: [{ items, toPaper, clip: null }] };
}
