import type { DrawItem, PathItem, PathStep } from '../draw-item.ts';
import { inPaintOrder } from '../paint-order.ts';

/** Paths with more steps than this are slower to show than several smaller ones. */
const MOST_STEPS = 4000;

function styleOf({ stroke, fill }: PathItem): string {
  const line = stroke ? `${stroke.ink} ${stroke.widthMm} ${stroke.dash}` : '';
  return `${line}|${fill ? `${fill.ink} ${fill.pattern}` : ''}`;
}

/** Whether paths of this style look the same together as one after the other. */
function isJoinable({ fill }: PathItem): boolean {
  return !fill || (fill.opacity === 1 && fill.pattern === 'solid');
}

/**
 * The items of one kind with paths of equal style joined, in the order in which the styles first appear, as
 * the window paints them: gaps over all walls, surfaces over all edges of roads. Smaller files, too.
 */
export function joinedPaths(items: readonly DrawItem[]): readonly DrawItem[] {
  const batches = new Map<string, { first: PathItem; paths: PathStep[][] }>();
  const others: DrawItem[] = [];
  for (const item of items) {
    if (item.type !== 'path' || !isJoinable(item)) {
      others.push(item);
      continue;
    }
    const style = styleOf(item);
    const batch = batches.get(style) ?? { first: item, paths: [[]] };
    batches.set(style, batch);
    const last = batch.paths.at(-1);
    if (last && last.length + item.path.length <= MOST_STEPS) last.push(...item.path);
    else batch.paths.push([...item.path]);
  }
  const joined = [...batches.values()].flatMap(({ first, paths }) =>
    paths.filter((path) => path.length > 0).map((path) => ({ ...first, path })),
  );
  return [...inPaintOrder(joined), ...others];
}
