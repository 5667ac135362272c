import type { Point } from '../../geometry/point.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { viewportDefaults } from '../../plan/kinds/sheet.ts';
import { type SheetViewport, viewportOf } from '../../plan/parts/viewports.ts';
import { type Plan, settingsOf } from '../../plan/plan.ts';
import type { Rectangle } from './furniture.ts';
import { largestUsualScale, paperSize } from './papers.ts';
import { sheetFrame } from './sheet-frame.ts';

type Sheet = RecordOf<'sheet'>;

/** What decides how large the view of a sheet is, and what it shows. */
export type Paper = Pick<Sheet, 'paper' | 'orientation'>;

/** Share of the view that a drawing may fill when the scale is chosen for it. */
const FILLED = 0.96;

/** The field of a sheet on which its viewport lies, millimetres. */
export function viewOf({ paper, orientation }: Paper, plan: Plan): Rectangle {
  return sheetFrame(paperSize(paper, orientation), settingsOf(plan).marking !== null).view;
}

/** Where a viewport lies on the field of a sheet. */
export function inFrame(
  { left, top, width, height }: Rectangle,
  { frame }: Pick<SheetViewport, 'frame'>,
): Rectangle {
  return {
    left: left + frame.left * width,
    top: top + frame.top * height,
    width: Math.min(frame.width, 1 - frame.left) * width,
    height: Math.min(frame.height, 1 - frame.top) * height,
  };
}

/** How much of the plan the viewport of a sheet shows along its own sides, metres. */
export function sheetExtent(sheet: Paper & Pick<Sheet, 'viewports'>, plan: Plan) {
  const viewport = viewportOf(sheet);
  const view = inFrame(viewOf(sheet, plan), viewport);
  const metresPerMm = viewport.scale / 1000;
  return { width: view.width * metresPerMm, height: view.height * metresPerMm };
}

/** The corners of what a sheet shows, from its upper left one clockwise as it is read, plan metres. */
export function sheetCorners(sheet: Paper & Pick<Sheet, 'viewports'>, plan: Plan) {
  const { width, height } = sheetExtent(sheet, plan);
  const { rotation, centre } = viewportOf(sheet);
  // A turned sheet is read along a line that falls by its rotation (see the matrix of plan-view.ts).
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  const { x, y } = centre;
  const corner = (along: number, up: number): Point => ({
    x: x + (along * width * cos) / 2 + (up * height * sin) / 2,
    y: y - (along * width * sin) / 2 + (up * height * cos) / 2,
  });
  return [corner(-1, 1), corner(1, 1), corner(1, -1), corner(-1, -1)] as const;
}

/** The largest usual scale at which a part of the plan fits on a paper, N of 1:N. */
export function fittingScale(
  plan: Plan,
  paper: Paper,
  { width, height }: { width: number; height: number },
  { frame }: Pick<SheetViewport, 'frame'> = viewportDefaults,
): number {
  const view = inFrame(viewOf(paper, plan), { frame });
  const room = { widthMm: view.width * FILLED, heightMm: view.height * FILLED };
  return largestUsualScale({ width, height }, room, settingsOf(plan).displayUnit);
}
