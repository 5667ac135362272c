import type { DrawItem, SymbolItem, TextItem } from '../../core/drawing/draw-item.ts';
import { grownMark, movedLabels } from '../../core/drawing/labels/label-group.ts';
import { FARTHEST_MM, LabelPage } from '../../core/drawing/labels/label-page.ts';
import { CELL_MM } from '../../core/drawing/labels/occupancy.ts';
import { type RecordLabel, SELECTED_RANK } from '../../core/drawing/labels/record-label.ts';
import type { Point } from '../../core/geometry/point.ts';
import { PIXELS_PER_MILLIMETRE } from '../editor/viewport.ts';
import { boxUnder, type CanvasView, isDetailShown } from './canvas-view.ts';
import type { Chunk } from './drawings/chunk.ts';
import { isTextShown, textPx } from './paint-symbols.ts';

type LabelItem = TextItem | SymbolItem;

/** What of a drawing's texts is painted, and the leaders and marks that go with them. */
export type ClearLabels = { readonly texts: readonly TextItem[]; readonly symbols: readonly SymbolItem[] };

/** A label where it was placed last: how far from where its drawer put it, and the line that leads there. */
type Kept = { readonly by: Point; readonly leader: SymbolItem | null };

/** Beneath a tag that does not shrink with the drawing there is room for a note from this share on. */
const NOTE_SHARE = 0.9;
/** Leaders are for a drawing that is read: from farther out they would only add to the crowd. */
const FARTHEST_WHEN_SMALL_MM = 6.5;
/** As many texts may cover each other. */
const MOST_ON_EACH_OTHER = 1500;
/** Nothing is told apart that is smaller; what can be read is not. */
const SMALLEST_CELL_PX = 1.2;
/** Places of the page begin at whole multiples of this, so that they are the same wherever the view is. */
const PAGE_STEP_MM = 6;

/**
 * The labels of the window, each where it covers no other. While the scale stays they stay where they are,
 * however the view is moved and whatever is edited, as long as nothing takes their place.
 */
export class WindowLabels {
  #scale = 0;
  #kept = new Map<string, Kept>();

  /** Places the labels of chunks, those that are lifted from them first; O(labels and symbols shown). */
  place(chunks: readonly Chunk[], lifted: readonly RecordLabel[], view: CanvasView): ClearLabels {
    const { pixelsPerMetre } = view.viewport;
    if (this.#scale !== pixelsPerMetre) this.#kept = new Map();
    this.#scale = pixelsPerMetre;
    const page = pageOf(view);
    const fixed = takeFixed(page, chunks, view);
    if (!isDetailShown('near', view)) return { texts: fixed, symbols: [] };
    for (const { lines } of chunks) for (const line of lines) page.avoid(line);
    for (const label of lifted) page.add({ ...label, rank: SELECTED_RANK }, shownItems(label, view));
    for (const { labels } of chunks) for (const label of labels) page.add(label, shownItems(label, view));
    const places = new Map([...this.#kept].map(([key, { by }]) => [key, by]));
    const { placed } = page.place(places);
    for (const { key, by, leader } of placed) this.#kept.set(key, { by, leader });
    const isLifted = new Set(lifted.map(({ key }) => key));
    const own = placed.filter(({ key }) => !isLifted.has(key));
    const items = own.flatMap((label) => label.items);
    return {
      texts: [...fixed, ...items.filter(isText)],
      symbols: [...own.flatMap(({ leader }) => leader ?? []), ...items.filter(isSymbol)],
    };
  }

  /** The items of a label where it was placed last, for the overlay. */
  asPlaced(label: RecordLabel, view: CanvasView): readonly LabelItem[] {
    const items = shownItems(label, view);
    const kept = this.#scale === view.viewport.pixelsPerMetre ? this.#kept.get(label.key) : undefined;
    if (!kept) return items;
    const [first] = items;
    const leader = kept.leader && first ? [{ ...kept.leader, at: first.at }] : [];
    return [...leader, ...movedLabels({ items }, kept.by)];
  }
}

const isText = (item: DrawItem): item is TextItem => item.type === 'text';
const isSymbol = (item: DrawItem): item is SymbolItem => item.type === 'symbol';

/** The part of the plan under the canvas as a page of paper millimetres from the plan's origin. */
function pageOf(view: CanvasView): LabelPage {
  const { viewport, area, pixelsPerMm } = view;
  const scale = viewport.pixelsPerMetre / pixelsPerMm;
  const under = boxUnder(viewport, area, 0);
  const left = Math.floor((under.minX * scale) / PAGE_STEP_MM) * PAGE_STEP_MM;
  const top = Math.floor((-under.maxY * scale) / PAGE_STEP_MM) * PAGE_STEP_MM;
  return new LabelPage({
    matrix: [scale, 0, 0, -scale, 0, 0],
    area: { left, top, width: under.maxX * scale - left, height: -under.minY * scale - top },
    outside: 'free',
    // By the screen: how large a site is seen on it does not matter.
    cellMm: Math.max(CELL_MM, SMALLEST_CELL_PX / pixelsPerMm),
    symbolShare: pixelsPerMm / PIXELS_PER_MILLIMETRE,
    farthestMm: pixelsPerMm < PIXELS_PER_MILLIMETRE ? FARTHEST_WHEN_SMALL_MM : FARTHEST_MM,
  });
}

/**
 * Notes and dimensions stay where they are; those that meet give way while the drawing is smaller than 1:500, or
 * there are more than anybody reads.
 */
function takeFixed(page: LabelPage, chunks: readonly Chunk[], view: CanvasView): readonly TextItem[] {
  const shown = chunks.flatMap((chunk) => chunk.texts).filter((text) => isTextShown(text, view));
  const givesWay = view.pixelsPerMm < PIXELS_PER_MILLIMETRE || shown.length > MOST_ON_EACH_OTHER;
  const texts: TextItem[] = [];
  for (const text of shown) {
    const sized = inShownSize(text, view);
    if (givesWay && !page.isFree(sized)) continue;
    page.take(sized);
    texts.push(text);
  }
  if (isDetailShown('near', view))
    for (const { symbols } of chunks) for (const symbol of symbols) page.take(symbol);
  return texts;
}

/** A text in the size in which it is painted at this zoom, and as far from its place: lines keep their distance. */
function inShownSize(text: TextItem, view: CanvasView): TextItem {
  const share = shownShare(text, view);
  const { x, y } = text.offsetMm;
  return { ...text, sizeMm: text.sizeMm * share, offsetMm: { x: x * share, y: y * share } };
}

/** How much larger than on paper of this scale a text is painted, so that it can be read. */
const shownShare = (text: TextItem, view: CanvasView): number =>
  textPx(text, view) / view.pixelsPerMm / text.sizeMm;

/** What of a label is shown at this zoom: far out its tag alone, without a note. */
function shownItems({ role, items }: RecordLabel, view: CanvasView): readonly LabelItem[] {
  const hasNotes = role !== 'tag' || view.pixelsPerMm >= NOTE_SHARE * PIXELS_PER_MILLIMETRE;
  const tag = items.find(isText);
  const share = tag ? shownShare(tag, view) : 1;
  return items.flatMap((item): readonly LabelItem[] => {
    if (item.type === 'symbol') return [grownMark(item, share)];
    return hasNotes || item === tag ? [inShownSize(item, view)] : [];
  });
}
