import type { DrawItem, Path, SymbolItem, TextItem } from '../draw-item.ts';
import { circlePath, fill } from '../paths.ts';

/** The scale down to which symbols keep their size on paper. */
const SMALLEST_CONSTANT_SCALE = 500;
/** Shares of the full size below which marks and notes, fine detail, and symbols themselves go. */
const NEAR = 0.55;
const NORMAL = 0.35;
const SYMBOL = 0.4;
const DOT_MM = 0.5;
const SMALL_LABEL_MM = 1.9;

/** The share of its full size that a symbol has at 1:N: 1 up to 1:500, then less. */
export function shrinkOf(scale: number): number {
  return Math.min(1, SMALLEST_CONSTANT_SCALE / scale);
}

/** The items of one record as they look at a share of their size: symbols smaller, then dots; less detail. */
export function shrunkItems(items: readonly DrawItem[], share: number): readonly DrawItem[] {
  if (share === 1) return items;
  const shown = items.filter(({ detail }) => detail !== 'normal' || share >= NORMAL);
  const symbols = shown.flatMap((item): readonly DrawItem[] =>
    item.type === 'symbol' ? shrunkSymbol(item, share) : [item],
  );
  if (share >= NEAR) return symbols;
  // Of a tag with a note only the tag stays, close to its dot; a note without a tag does not.
  const label = symbols.find(
    (item) => item.type === 'text' && item.detail === 'near' && item.weight === 'semibold',
  );
  return symbols.flatMap((item): readonly DrawItem[] => {
    if (item.type !== 'text' || item.detail !== 'near') return [item];
    return item === label ? [smallLabel(item, share)] : [];
  });
}

function smallLabel(label: TextItem, share: number): TextItem {
  const { x, y } = label.offsetMm;
  return {
    ...label,
    sizeMm: Math.min(label.sizeMm, SMALL_LABEL_MM),
    offsetMm: { x: x * share, y: y * share },
  };
}

function shrunkSymbol(symbol: SymbolItem, share: number): readonly SymbolItem[] {
  if (symbol.detail === 'near') return share < NEAR ? [] : [symbol];
  return share < SYMBOL ? dotOf(symbol) : [smaller(symbol, share)];
}

/** A symbol at a share of its size. */
export function smaller(symbol: SymbolItem, share: number): SymbolItem {
  return { ...symbol, parts: symbol.parts.map((part) => ({ ...part, path: scaled(part.path, share) })) };
}

const kept = new WeakMap<Path, Map<number, Path>>();

/** A path in a smaller size; equal symbols share theirs. */
function scaled(path: Path, share: number): Path {
  const known = kept.get(path) ?? new Map<number, Path>();
  kept.set(path, known);
  const made =
    known.get(share) ??
    path.map((step): Path[number] => {
      if (step[0] === 'Z') return step;
      if (step[0] === 'A')
        return ['A', step[1] * share, step[2] * share, step[3] * share, step[4], step[5], step[6]];
      if (step[0] !== 'C') return [step[0], step[1] * share, step[2] * share];
      const [, x1, y1, x2, y2, x, y] = step;
      return ['C', x1 * share, y1 * share, x2 * share, y2 * share, x * share, y * share];
    });
  known.set(share, made);
  return made;
}

function dotOf(symbol: SymbolItem): readonly SymbolItem[] {
  if (symbol.detail !== 'always') return [];
  const inks = symbol.parts.flatMap(({ fill: filled, stroke }) => [filled?.ink, stroke?.ink]);
  const ink = inks.find((each) => each !== undefined && each !== 'paper') ?? 'ink';
  return [
    { ...symbol, parts: [{ path: circlePath({ x: 0, y: 0 }, DOT_MM), stroke: null, fill: fill(ink) }] },
  ];
}
