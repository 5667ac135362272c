import { levelProfiles } from '../../catalogue/levels.ts';
import { settingsOf } from '../../plan/plan.ts';
import { label } from '../appearance.ts';
import type { DrawItem, TextItem } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, linePath, pathItem, ringPath, stroke } from '../paths.ts';
import type { FrameContent, Size } from './frame-content.ts';
import { legendItems } from './legend.ts';
import { barItems } from './scale-bars.ts';

const MARGIN_MM = 8;
const BANNER_MM = 6;
const TITLE_HEIGHT_MM = 34;
const LEGEND_WIDTH_MM = 62;

type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The part of a page that shows the plan, millimetres from the upper left corner. */
export function sheetFrame({ widthMm, heightMm }: Size): Frame {
  return {
    left: MARGIN_MM,
    top: MARGIN_MM + BANNER_MM,
    width: widthMm - 2 * MARGIN_MM - LEGEND_WIDTH_MM,
    height: heightMm - 2 * (MARGIN_MM + BANNER_MM) - TITLE_HEIGHT_MM,
  };
}

function box(left: number, bottom: number, width: number, height: number) {
  return ringPath([
    { x: left, y: bottom },
    { x: left + width, y: bottom },
    { x: left + width, y: bottom + height },
    { x: left, y: bottom + height },
  ]);
}

const plain = (content: string, x: number, y: number, look: Partial<TextItem> = {}): TextItem => ({
  ...label(content, { x, y }, { anchor: 'start', weight: 'regular', sizeMm: 2.3, detail: 'always' }),
  halo: false,
  ...look,
});

/** Border, marking, title block, legend and bars; in millimetres from the page's lower left corner, y up. */
export function frameItems(content: FrameContent): readonly DrawItem[] {
  const { size, plan } = content;
  const frame = sheetFrame(size);
  const bottom = MARGIN_MM + BANNER_MM;
  const legendLeft = frame.left + frame.width;
  const line = stroke('ink', lineWeights.symbol);
  const inner = { width: size.widthMm - 2 * MARGIN_MM, height: size.heightMm - 2 * (MARGIN_MM + BANNER_MM) };
  return [
    pathItem(box(MARGIN_MM, bottom, inner.width, inner.height), {
      stroke: stroke('ink', lineWeights.perimeter),
    }),
    pathItem(
      linePath({ x: MARGIN_MM, y: bottom + TITLE_HEIGHT_MM }, { x: legendLeft, y: bottom + TITLE_HEIGHT_MM }),
      { stroke: line },
    ),
    pathItem(linePath({ x: legendLeft, y: bottom }, { x: legendLeft, y: bottom + inner.height }), {
      stroke: line,
    }),
    ...markingItems(settingsOf(plan).marking, size),
    ...titleItems(content, { left: MARGIN_MM, bottom, width: frame.width }),
    ...legendItems(content, { left: legendLeft + 4, top: bottom + inner.height - 6, bottom: bottom + 8 }),
  ];
}

function markingItems(marking: string | null, { widthMm, heightMm }: Size): readonly DrawItem[] {
  if (marking === null) return [];
  const banner = (y: number): readonly DrawItem[] => [
    pathItem(box(MARGIN_MM, y, widthMm - 2 * MARGIN_MM, BANNER_MM - 1), { fill: fill('ink') }),
    plain(marking, widthMm / 2, y + (BANNER_MM - 1) / 2, {
      anchor: 'middle',
      weight: 'semibold',
      ink: 'paper',
      sizeMm: 2.8,
    }),
  ];
  return [...banner(MARGIN_MM), ...banner(heightMm - MARGIN_MM - BANNER_MM + 1)];
}

function titleItems(
  content: FrameContent,
  place: { left: number; bottom: number; width: number },
): readonly DrawItem[] {
  const { plan, sheet, siteName, planName, day } = content;
  const { titleBlock, origin, displayUnit, levelProfile } = settingsOf(plan);
  const top = place.bottom + TITLE_HEIGHT_MM;
  const right = place.left + place.width;
  const cell = (name: string, value: string, x: number, y: number): DrawItem[] => [
    plain(name, x, y, { sizeMm: 1.8, ink: 'muted' }),
    plain(value || '–', x, y - 3.4),
  ];
  const columns = [
    place.left + 4,
    place.left + place.width * 0.36,
    place.left + place.width * 0.56,
    right - 44,
  ];
  const [first = 0, second = 0, third = 0, fourth = 0] = columns;
  const basis = origin ? `WGS 84 ${origin.lat.toFixed(5)}, ${origin.lon.toFixed(5)}` : 'Local plan grid';
  const rules = [second, third, fourth].map((x) =>
    pathItem(linePath({ x: x - 4, y: place.bottom }, { x: x - 4, y: top }), {
      stroke: stroke('ink', lineWeights.hatch),
    }),
  );
  return [
    ...rules,
    plain(siteName || planName, first, top - 6, { sizeMm: 4.2, weight: 'semibold' }),
    plain(`${planName} · ${sheet.name}`, first, top - 12, { sizeMm: 2.8 }),
    ...barItems({ left: first, bottom: place.bottom + 4, scale: sheet.scale, displayUnit }),
    ...cell('Agency', titleBlock.agency, second, top - 5),
    ...cell('Project', titleBlock.project, second, top - 15),
    ...cell(
      'Coverage model',
      `${levelProfiles[levelProfile].title}, flat; walls not considered`,
      second,
      top - 25,
    ),
    ...cell('Drawn by', titleBlock.author, third, top - 5),
    ...cell('Checked by', titleBlock.checker, third, top - 15),
    ...cell('Coordinates', basis, third, top - 25),
    ...cell('Sheet', sheet.number, fourth, top - 5),
    ...cell('Date', day, fourth, top - 15),
    ...cell('Scale', `1:${sheet.scale} on ${sheet.paper}`, fourth, top - 25),
  ];
}
