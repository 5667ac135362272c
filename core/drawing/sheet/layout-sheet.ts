import type { Lens } from '../../picture/lens.ts';
import { lensAsShown, lensOfViewport, type ShownInWindow } from '../../picture/lenses.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import { viewportDefaults } from '../../plan/kinds/sheet.ts';
import type { StateView } from '../../plan/parts/state-view.ts';
import { newViewport, type SheetViewport, viewportOf } from '../../plan/parts/viewports.ts';
import { getRecord, inOrder, type Plan, settingsOf } from '../../plan/plan.ts';
import { err, ok, type Result } from '../../result.ts';
import type { DrawItem, Page } from '../draw-item.ts';
import { lineWeights } from '../line-weights.ts';
import { pathItem, stroke } from '../paths.ts';
import { bannerItems } from './banner.ts';
import { fittingView } from './fitting-view.ts';
import type { FrameContent, SheetSpec } from './frame-content.ts';
import { edgeOf, rule } from './furniture.ts';
import { legendItems } from './legend.ts';
import { noteItems, notesTop, outsideSentence } from './notes.ts';
import { isPaperName, paperSize } from './papers.ts';
import { planView } from './plan-view.ts';
import { type SheetFrame, sheetFrame } from './sheet-frame.ts';
import { inFrame, type Paper } from './sheet-view.ts';
import { titleBlockItems } from './title-block.ts';
import { viewBarItems } from './view-bar.ts';

/** What to lay out: a sheet record, or the given values, or what fits. */
export type SheetChoice = {
  readonly sheetId: string | null;
  /** N of 1:N; null for the sheet's own, or the largest usual one at which the site fits. */
  readonly scale: number | null;
  readonly paper: string | null;
  readonly orientation: 'landscape' | 'portrait' | null;
  readonly floorId: string | null;
  /** What is shown of today and of the proposal; null for the sheet's own. */
  readonly states: StateView | null;
  /** What the window shows, for a page that no sheet describes; null for all that prints. */
  readonly shown: ShownInWindow | null;
  /** Day of issue as it is printed, e.g. 2026-11-24. */
  readonly day: string;
};

/** A page, and what of the plan does not fit it: a sentence, null where all of it does. */
export type LaidSheet = Page & { readonly cutOff: string | null };

export type SheetError = { readonly code: 'refused'; readonly message: string };

type Named = { readonly plan: Plan; readonly planName: string; readonly siteName: string };

function refuse(message: string): Result<never, SheetError> {
  return err({ code: 'refused', message });
}

/** What a sheet has that no record describes. */
const unsaved = { name: 'Security layout', number: '' } as const;

/** The sheet record that is meant, or one made from the choice and the extent of the site. */
function sheetOf({ plan }: Named, choice: SheetChoice): Result<SheetSpec, SheetError> {
  const record = choice.sheetId === null ? undefined : plan.tables.sheet.get(choice.sheetId as IdOf<'sheet'>);
  if (choice.sheetId !== null && !record)
    return refuse('There is no such sheet in the plan. Choose one of its sheets.');
  const paper = choice.paper ?? record?.paper ?? 'A3';
  if (!isPaperName(paper))
    return refuse(`There is no paper "${paper}". Choose A4 to A0, ANSI A to E or ARCH A to E1.`);
  const orientation = choice.orientation ?? record?.orientation ?? 'landscape';
  const own = record && viewportOf(record);
  const floor = (own?.floor ?? choice.floorId ?? inOrder(plan, 'floor')[0]?.id) as IdOf<'floor'>;
  if (!getRecord(plan, floor)) return refuse('There is no such floor in the plan.');
  const { name, number } = record ?? unsaved;
  const states = choice.states ?? own?.states ?? viewportDefaults.states;
  const lens = own
    ? lensOfViewport(plan, { ...own, states })
    : lensOnFloor(plan, { floor, states }, choice.shown);
  const placed = own ?? fitted(plan, { paper, orientation }, { floor, lens });
  const viewport = { ...placed, scale: choice.scale ?? placed.scale, states };
  return ok({ name, number: number || 'S-01', paper, orientation, viewport, lens });
}

function lensOnFloor(
  plan: Plan,
  seen: Pick<SheetViewport, 'floor' | 'states'>,
  shown: ShownInWindow | null,
): Lens {
  return shown ? lensAsShown(plan, seen, shown) : lensOfViewport(plan, { ...viewportDefaults, ...seen });
}

/** A viewport of all that a lens shows of a floor. */
function fitted(
  plan: Plan,
  paper: Paper,
  { floor, lens }: { readonly floor: IdOf<'floor'>; readonly lens: Lens },
): SheetViewport {
  const { frame, rotation } = viewportDefaults;
  return newViewport({ floor, ...fittingView(plan, paper, { floor, rotation, frame, lens }) });
}

/** The page of a sheet in paper millimetres: the plan at exact scale, frame, title block, legend and bars. */
export function layoutSheet(named: Named, choice: SheetChoice): Result<LaidSheet, SheetError> {
  const chosen = sheetOf(named, choice);
  if (!chosen.ok) return chosen;
  const sheet = chosen.value;
  const size = paperSize(sheet.paper, sheet.orientation);
  const { marking } = settingsOf(named.plan);
  const frame = sheetFrame(size, marking !== null);
  const { group, ...laid } = planView(
    named.plan,
    sheet.viewport,
    inFrame(frame.view, sheet.viewport),
    sheet.lens,
  );
  const content: FrameContent = { ...named, ...laid, sheet, day: choice.day };
  const sentence = outsideSentence(content);
  return ok({
    ...size,
    cutOff: sentence && `Sheet ${sheet.number}: ${sentence}`,
    title: [named.siteName, named.planName, sheet.number].filter(Boolean).join(' · '),
    groups: [group, { items: frameItems(content, frame, marking), toPaper: [1, 0, 0, 1, 0, 0], clip: null }],
  });
}

/** Border, marking, title block, legend, notes and the bar beneath the view. */
function frameItems(content: FrameContent, frame: SheetFrame, marking: string | null): readonly DrawItem[] {
  const { unit, view, viewBar, border, legend, notes, titleBlock } = frame;
  const isLandscape = view.width < border.width;
  const bottom = border.top + border.height;
  // Notes that need more room take it from the legend above them.
  const legendHeight = Math.min(legend.height, notesTop(content, notes, unit) - legend.top);
  const sideTop = isLandscape ? border.top : titleBlock.top;
  return [
    rule([view.left, viewBar.top], [view.left + view.width, viewBar.top], lineWeights.object),
    ...(isLandscape
      ? []
      : [rule([border.left, titleBlock.top], [titleBlock.left, titleBlock.top], lineWeights.object)]),
    rule([titleBlock.left, sideTop], [titleBlock.left, bottom], lineWeights.object),
    ...viewBarItems(content, viewBar, unit),
    ...legendItems(content, { ...legend, height: legendHeight }, unit),
    ...noteItems(content, notes, unit),
    ...titleBlockItems(content, titleBlock, unit),
    pathItem(edgeOf(border), { stroke: stroke('ink', lineWeights.perimeter) }),
    ...(marking === null ? [] : bannerItems(marking, frame)),
  ];
}
