import type { SeenStates } from '../../analysis/scene/floor-standing.ts';
import { levelProfileOf } from '../../catalogue/level-profiles.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import { inOrder, type Plan, settingsOf } from '../../plan/plan.ts';
import { err, ok, type Result } from '../../result.ts';
import { pictureGroup } from '../camera-picture.ts';
import type { DrawItem, Page, PageGroup } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { pathItem, stroke } from '../paths.ts';
import { bannerItems } from './banner.ts';
import { type CameraBlock, cameraBlock, modelIn } from './camera-block.ts';
import { edgeOf, fittingSize, type Rectangle, rule, words, wrapped } from './furniture.ts';
import type { SheetError } from './layout-sheet.ts';
import { isPaperName, paperSize } from './papers.ts';
import { type SheetFrame, sheetFrame } from './sheet-frame.ts';

/** What a camera sheet is made from, and on which paper. */
export type CameraSheetChoice = {
  readonly paper: string | null;
  readonly states: SeenStates;
  /** Day of issue as it is printed. */
  readonly day: string;
};

type Named = { readonly plan: Plan; readonly planName: string; readonly siteName: string };

/** Heights in units; see `sheetFrame`. */
const HEAD = 17;
const FOOT = 10;
/** At least, and at most where there is more room. */
const BLOCK = 78;
const TALLEST = 110;
const PADDING = 3;
const SMALL = 2;

/**
 * The pages of a camera sheet: one block for each camera of a state of the plan, floor by floor and by tag, with its
 * picture, upright on A4 unless another paper is chosen.
 *
 * `onBlock` hears after each camera how many are done.
 */
export function layoutCameraSheet(
  named: Named,
  { paper, states, day }: CameraSheetChoice,
  onBlock: (done: number, total: number) => void = () => undefined,
): Result<readonly Page[], SheetError> {
  const name = paper ?? 'A4';
  if (!isPaperName(name))
    return err({
      code: 'refused',
      message: `There is no paper "${name}". Choose A4 to A0, ANSI A to E or ARCH A to E1.`,
    });
  const { plan } = named;
  const cameras = camerasOf(plan, states);
  if (cameras.length === 0)
    return err({
      code: 'refused',
      message:
        states === 'today'
          ? 'The plan has no cameras today: place one, or look at the proposal.'
          : 'The plan has no cameras: place one first.',
    });
  const size = paperSize(name, 'portrait');
  const frame = sheetFrame(size, settingsOf(plan).marking !== null);
  const room = frame.border.height - (HEAD + FOOT) * frame.unit;
  const perPage = Math.max(Math.floor(room / (BLOCK * frame.unit)), 1);
  const count = Math.ceil(cameras.length / perPage);
  const height = Math.min(room / perPage, TALLEST * frame.unit);
  const pages: Page[] = [];
  for (let number = 1; number <= count; number++) {
    const shown = cameras.slice((number - 1) * perPage, number * perPage);
    const groups = shown.flatMap((camera, index) => {
      const top = frame.border.top + HEAD * frame.unit + index * height;
      const box = { ...frame.border, top, height };
      const laid = blockGroups(cameraBlock(plan, camera, states), box, frame.unit);
      onBlock((number - 1) * perPage + index + 1, cameras.length);
      return laid;
    });
    const around = pageItems(named, { frame, day, states, page: `Page ${number} of ${count}`, shown });
    pages.push({
      ...size,
      title: [named.siteName, named.planName, 'Camera sheet'].filter(Boolean).join(' · '),
      groups: [...groups, onPaper(around)],
    });
  }
  return ok(pages);
}

const onPaper = (items: readonly DrawItem[]): PageGroup => ({
  items,
  toPaper: [1, 0, 0, 1, 0, 0],
  clip: null,
});

function camerasOf(plan: Plan, states: SeenStates): readonly RecordOf<'camera'>[] {
  const floors = new Map(inOrder(plan, 'floor').map(({ id }, index) => [id, index]));
  const byTag = new Intl.Collator('en', { numeric: true });
  return [...plan.tables.camera.values()]
    .filter(({ state }) => isInStateView(state, states))
    .toSorted(
      (one, other) =>
        (floors.get(one.floor) ?? 0) - (floors.get(other.floor) ?? 0) ||
        byTag.compare(one.tag ?? '\uffff', other.tag ?? '\uffff'),
    );
}

type Around = {
  readonly frame: SheetFrame;
  readonly day: string;
  readonly states: SeenStates;
  readonly page: string;
  readonly shown: readonly RecordOf<'camera'>[];
};

function pageItems({ plan, planName, siteName }: Named, around: Around): readonly DrawItem[] {
  const { frame, day, states, page, shown } = around;
  const { border, unit } = frame;
  const settings = settingsOf(plan);
  const { agency, project } = settings.titleBlock;
  const [left, right] = [border.left + PADDING * unit, border.left + border.width - PADDING * unit];
  const bottom = border.top + border.height;
  const end = { anchor: 'end' } as const;
  const models = [...new Set(shown.map((camera) => modelIn(plan, camera)))].join(' and ');
  const notes = `${levelProfileOf(settings).title}; distances along the axis by the ${models} model, whatever stands between. Pictures: ${states === 'today' ? 'what stands today' : 'what stands in the proposal'}, no distortion of lenses.`;
  const half = (border.width - 3 * PADDING * unit) / 2;
  const fitted = (text: string, sizeMm: number, weight: 'regular' | 'semibold') =>
    ({ weight, sizeMm: fittingSize(text, { sizeMm: sizeMm * unit, width: half, weight }) }) as const;
  const site = siteName || planName;
  const who = [agency, project].filter(Boolean).join(' · ');
  return [
    words('Camera sheet', left, border.top + 6 * unit, { sizeMm: 4.2 * unit, weight: 'semibold' }),
    words(who, left, border.top + 12 * unit, fitted(who, 2.3, 'regular')),
    words(site, right, border.top + 6 * unit, { ...end, ...fitted(site, 3.2, 'semibold') }),
    words(planName, right, border.top + 12 * unit, { ...end, ...fitted(planName, 2.3, 'regular') }),
    rule([border.left, border.top + HEAD * unit], [border.left + border.width, border.top + HEAD * unit]),
    rule([border.left, bottom - FOOT * unit], [border.left + border.width, bottom - FOOT * unit]),
    ...wrapped(notes, border.width - 50 * unit, SMALL * unit).map((line, index) =>
      words(line, left, bottom - (FOOT - 2.8 - 2.8 * index) * unit, { sizeMm: SMALL * unit, ink: 'muted' }),
    ),
    words(page, right, bottom - (FOOT - 3) * unit, { ...end, sizeMm: 2.6 * unit, weight: 'semibold' }),
    words(day, right, bottom - (FOOT - 7) * unit, { ...end, sizeMm: SMALL * unit }),
    pathItem(edgeOf(border), { stroke: stroke('ink', lineWeights.perimeter) }),
    ...(settings.marking === null ? [] : bannerItems(settings.marking, frame)),
  ];
}

/** One camera: what there is to say on the left, its picture on the right. */
function blockGroups(block: CameraBlock, box: Rectangle, unit: number): readonly PageGroup[] {
  const left = box.left + PADDING * unit;
  const column = 68 * unit;
  const room = {
    left: left + column + PADDING * unit,
    top: box.top + 9 * unit,
    width: box.width - column - 3 * PADDING * unit,
    height: box.height - 19 * unit,
  };
  const picture = block.picture ? fittedTo(block.picture, room) : room;
  const shown = block.picture ? [pictureGroup(block.picture.items, block.picture, picture)] : [];
  const lines = wrapped(block.caption, room.width, SMALL * unit);
  const caption = lines
    .slice(0, 3)
    .map((line, index) => (index === 2 && lines.length > 3 ? `${line} …` : line));
  const captionTop = block.picture ? picture.top + picture.height + 2.6 * unit : picture.top + 3 * unit;
  const titleSize = fittingSize(block.title, {
    sizeMm: 3 * unit,
    width: box.width - 2 * PADDING * unit,
    weight: 'semibold',
  });
  const items = [
    words(block.title, left, box.top + 5 * unit, { sizeMm: titleSize, weight: 'semibold' }),
    ...factItems(block, { left, top: box.top + 11 * unit, width: column }, unit),
    ...caption.map((line, index) =>
      words(line, picture.left, captionTop + 2.8 * index * unit, { sizeMm: SMALL * unit }),
    ),
    rule([box.left, box.top + box.height], [box.left + box.width, box.top + box.height], lineWeights.hatch),
  ];
  return [...shown, onPaper(items)];
}

/** What of a box a picture fills from its upper left corner on. */
function fittedTo(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  box: Rectangle,
): Rectangle {
  const width = Math.min(box.width, (box.height * widthPx) / heightPx);
  return { ...box, width, height: (width * heightPx) / widthPx };
}

type Column = Omit<Rectangle, 'height'>;

function factItems({ facts, levels }: CameraBlock, { left, top, width }: Column, unit: number) {
  const names = 17 * unit;
  const line = 4.1 * unit;
  const levelTop = top + facts.length * line + 3.5 * unit;
  const rows = [['Level', 'At', 'Across'] as const, ...levels];
  const step = Math.min(line, (BLOCK * unit - (levelTop - top) - 14 * unit) / rows.length);
  const size = Math.min(2.1 * unit, step * 0.72);
  return [
    ...facts.flatMap(([name, value], index) => {
      const y = top + index * line;
      const sizeMm = fittingSize(value, { sizeMm: 2.1 * unit, width: width - names, weight: 'regular' });
      return [
        words(name, left, y, { sizeMm: SMALL * unit, ink: 'muted' }),
        words(value, left + names, y, { sizeMm }),
      ];
    }),
    ...rows.flatMap(([name, distance, across], index) => {
      const y = levelTop + index * step;
      const look = { sizeMm: size, ink: index === 0 ? 'muted' : 'ink' } as const;
      return [
        words(name, left, y, look),
        words(distance, left + width * 0.66, y, { ...look, anchor: 'end' }),
        words(across, left + width, y, { ...look, anchor: 'end' }),
      ];
    }),
  ];
}
