import type { StateView } from '../../plan/parts/state-view.ts';
import { getRecord, settingsOf } from '../../plan/plan.ts';
import { METRES_PER_FOOT } from '../../units.ts';
import type { DrawItem, Path } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { textWidth } from '../measure-text.ts';
import { circlePath, fill, linePath, pathItem, ringPath, stroke } from '../paths.ts';
import type { FrameContent } from './frame-content.ts';
import { edgeOf, fittingSize, type Rectangle, words } from './furniture.ts';

const CHECK_MM = 100;
const CHECK_TICK_MM = 1.2;
const BAR_HEIGHT_MM = 1.5;
/** Parts of a bar whose length begins with this digit, so that each is a round length too. */
const barParts: { readonly [digit: string]: number } = { '1': 5, '2': 4, '5': 5 };

/** The largest of 1, 2, 5, 10 … that is not above `most`. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}

/** A scale bar of a round length, at most 100 mm, in metres or feet. */
function scaleBar(content: FrameContent, left: number, top: number): readonly DrawItem[] {
  const isMetric = settingsOf(content.plan).displayUnit === 'm';
  const mmPerUnit = ((isMetric ? 1 : METRES_PER_FOOT) * 1000) / content.sheet.viewport.scale;
  const total = roundLength(CHECK_MM / mmPerUnit);
  const parts = barParts[String(total).replaceAll(/[0.]/g, '')] ?? 1;
  const part = (total * mmPerUnit) / parts;
  const box = { left, top, width: part * parts, height: BAR_HEIGHT_MM };
  const filled = Array.from({ length: Math.ceil(parts / 2) }, (_, index) =>
    edgeOf({ ...box, left: left + 2 * index * part, width: part }),
  ).flat();
  const unit = isMetric ? ' m' : ' ft';
  const numbers = Array.from({ length: parts + 1 }, (_, index) => {
    const value = String(Math.round(((total * index) / parts) * 1000) / 1000);
    const text = index === parts ? value + unit : value;
    return words(text, left + index * part, top - 1.8, { anchor: 'middle', sizeMm: 1.9 });
  });
  return [
    pathItem(filled, { fill: fill('ink') }),
    pathItem(edgeOf(box), { stroke: stroke('ink', lineWeights.hatch) }),
    ...numbers,
  ];
}

/** A line of exactly 100 mm by which a print is checked, open where its name stands. */
function checkBar(left: number, y: number): readonly DrawItem[] {
  const right = left + CHECK_MM;
  const [text, sizeMm] = ['100 mm – print at 100 %', 1.9];
  const gap = textWidth(text, sizeMm, 'regular') / 2 + 1.5;
  const middle = left + CHECK_MM / 2;
  const tick = (x: number): Path => linePath({ x, y: y - CHECK_TICK_MM }, { x, y: y + CHECK_TICK_MM });
  const halves = [
    ...linePath({ x: left, y }, { x: middle - gap, y }),
    ...linePath({ x: middle + gap, y }, { x: right, y }),
  ];
  return [
    pathItem([...halves, ...tick(left), ...tick(right)], { stroke: stroke('ink', lineWeights.symbol) }),
    words(text, middle, y, { anchor: 'middle', sizeMm }),
  ];
}

/** A compass needle to true north, its letter outside its circle. */
function northArrow(
  { plan, sheet }: FrameContent,
  at: { x: number; y: number },
  unit: number,
): readonly DrawItem[] {
  const angle = settingsOf(plan).north + sheet.viewport.rotation;
  const radius = 4.4 * unit;
  const needle = (side: 1 | -1) =>
    ringPath([
      { x: 0, y: radius },
      { x: side * radius * 0.46, y: -radius * 0.78 },
      { x: 0, y: -radius * 0.44 },
    ]);
  const line = stroke('ink', lineWeights.symbol);
  const parts = [
    { path: circlePath({ x: 0, y: 0 }, radius), stroke: line, fill: null },
    { path: needle(-1), stroke: line, fill: fill('ink') },
    { path: needle(1), stroke: line, fill: fill('paper') },
  ];
  const away = radius + 1.9 * unit;
  return [
    { type: 'symbol', at, angle, parts, detail: 'always' },
    words('N', at.x - away * Math.sin(angle), at.y - away * Math.cos(angle), {
      anchor: 'middle',
      weight: 'semibold',
      sizeMm: 2.6 * unit,
    }),
  ];
}

/** What a sheet says of itself that does not show all. */
const stateTitles: { readonly [S in StateView]: string } = {
  both: '',
  today: 'As it stands today',
  proposed: 'As proposed',
};

/** Beneath the view: its name and scale, the scale bar, the bar by which a print is checked, and north. */
export function viewBarItems(content: FrameContent, box: Rectangle, unit: number): readonly DrawItem[] {
  const { plan, sheet } = content;
  const middle = box.top + box.height / 2;
  const right = box.left + box.width;
  const bars = right - 16 * unit - CHECK_MM - 4;
  const title = sheet.name;
  const room = bars - box.left - 12 * unit;
  const sizeMm = fittingSize(title, { sizeMm: 3.6 * unit, width: room, weight: 'semibold' });
  const { viewport } = sheet;
  const floor = getRecord(plan, viewport.floor)?.name ?? '';
  const isMetric = settingsOf(plan).displayUnit === 'm';
  const inch = viewport.scale / 12;
  const scale =
    isMetric || !Number.isInteger(inch) ? `1:${viewport.scale}` : `1" = ${inch}'-0" (1:${viewport.scale})`;
  const shown = [floor, stateTitles[viewport.states], scale].filter(Boolean).join(' · ');
  return [
    words(title, box.left + 5 * unit, middle - 2 * unit, { weight: 'semibold', sizeMm }),
    words(shown, box.left + 5 * unit, middle + 3 * unit, { sizeMm: 2.3 * unit }),
    ...scaleBar(content, bars, middle - 1.6),
    ...checkBar(bars, middle + 4),
    ...northArrow(content, { x: right - 8.5 * unit, y: middle + 1 * unit }, unit),
  ];
}
