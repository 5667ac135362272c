import type { Size } from './frame-content.ts';
import type { Rectangle } from './furniture.ts';

/** The parts of a page; furniture grows with the paper by `unit`, which is 1 on A3. */
export type SheetFrame = {
  readonly unit: number;
  readonly page: Rectangle;
  readonly border: Rectangle;
  /** Above and below the border; null on a plan without a marking. */
  readonly banners: readonly Rectangle[];
  readonly view: Rectangle;
  readonly viewBar: Rectangle;
  readonly legend: Rectangle;
  readonly notes: Rectangle;
  readonly titleBlock: Rectangle;
};

const MARGIN_MM = 10;
const BANNER_MM = 6;
const VIEW_BAR_MM = 16;
const COLUMN_MM = 66;
const TITLE_MM = 84;
const NOTES_MM = 21;
const A3_SHORT_SIDE_MM = 297;

/** Furniture grows with the root of the paper's shorter side, as lettering does from A4 to A1. */
function unitOf({ widthMm, heightMm }: Size): number {
  return Math.min(Math.max(Math.sqrt(Math.min(widthMm, heightMm) / A3_SHORT_SIDE_MM), 0.84), 1.45);
}

function inset({ left, top, width, height }: Rectangle, x: number, y: number): Rectangle {
  return { left: left + x, top: top + y, width: width - 2 * x, height: height - 2 * y };
}

/*  landscape                       portrait
 *  ┌───────────────┬────────┐      ┌───────────────┐
 *  │ view          │ legend │      │ view          │
 *  │               │ notes  │      ├───────────────┤ view bar
 *  ├───────────────┤────────│      ├────────┬──────┤
 *  │ view bar      │ title  │      │ legend │ title│
 *  └───────────────┴────────┘      │ notes  │      │
 *                                  └────────┴──────┘  */

/** Where everything stands on a page. */
export function sheetFrame(size: Size, hasMarking: boolean): SheetFrame {
  const unit = unitOf(size);
  const margin = MARGIN_MM * Math.min(unit, 1);
  const page = { left: 0, top: 0, width: size.widthMm, height: size.heightMm };
  const bannerHeight = BANNER_MM * unit;
  const gap = 1.5;
  const border = inset(page, margin, hasMarking ? margin + bannerHeight + gap : margin);
  const banner = (top: number): Rectangle => ({ ...border, top, height: bannerHeight });
  const bottom = border.top + border.height;
  const banners = hasMarking ? [banner(margin), banner(bottom + gap)] : [];
  const parts = size.widthMm >= size.heightMm ? landscape(border, unit) : portrait(border, unit);
  return { unit, page, border, banners, ...parts };
}

type Parts = Pick<SheetFrame, 'view' | 'viewBar' | 'legend' | 'notes' | 'titleBlock'>;

function landscape({ left, top, width, height }: Rectangle, unit: number): Parts {
  const column = COLUMN_MM * unit;
  const bar = VIEW_BAR_MM * Math.max(unit, 0.94);
  const [title, notes] = [TITLE_MM * unit, NOTES_MM * unit];
  const right = { left: left + width - column, width: column };
  const titleTop = top + height - title;
  return {
    view: { left, top, width: width - column, height: height - bar },
    viewBar: { left, top: top + height - bar, width: width - column, height: bar },
    legend: { ...right, top, height: height - title - notes },
    notes: { ...right, top: titleTop - notes, height: notes },
    titleBlock: { ...right, top: titleTop, height: title },
  };
}

function portrait({ left, top, width, height }: Rectangle, unit: number): Parts {
  const column = COLUMN_MM * unit;
  const bar = VIEW_BAR_MM * Math.max(unit, 0.94);
  const [title, notes] = [TITLE_MM * unit, NOTES_MM * unit * 0.7];
  const stripTop = top + height - title;
  const beside = { left, width: width - column };
  return {
    view: { left, top, width, height: height - title - bar },
    viewBar: { left, top: stripTop - bar, width, height: bar },
    legend: { ...beside, top: stripTop, height: title - notes },
    notes: { ...beside, top: stripTop + title - notes, height: notes },
    titleBlock: { left: left + width - column, top: stripTop, width: column, height: title },
  };
}
