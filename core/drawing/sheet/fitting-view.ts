import { type Box, boxOf, grownBox, holdsBox, middleOf, unionOfBoxes } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { apply, invert } from '../../geometry/transform.ts';
import { type Lens, recordsShown } from '../../picture/lens.ts';
import type { PlacedRecord } from '../../plan/kinds/index.ts';
import { newViewport, type SheetViewport } from '../../plan/parts/viewports.ts';
import type { Plan } from '../../plan/plan.ts';
import { boundsOfRecords } from '../../plan/shape.ts';
import { shownCoverage } from '../coverage/shown-coverage.ts';
import { sceneOf } from '../scene.ts';
import { reachBox, reachOf } from './reach.ts';
import { fittingScale, inFrame, type Paper, viewOf } from './sheet-view.ts';
import { areWithin, cornersOf, toPaperMatrix } from './view-fit.ts';

/** How a viewport lies and what it shows, before its scale and centre are known. */
export type Unfitted = Pick<SheetViewport, 'floor' | 'rotation' | 'frame'> & { readonly lens: Lens };

type Fitting = Pick<SheetViewport, 'scale' | 'centre'>;

// What a floor without records shows.
const EMPTY = { minX: 0, minY: 0, maxX: 50, maxY: 30 };

/** What reaches farther from the records does not count, unless they are wider, metres. */
const NEAR_SITE = 50;

// Each is a smaller scale, at which words reach farther over the ground: some never fit.
const MOST_TRIES = 6;

/**
 * Centre and scale that bring what a lens shows of a floor into a viewport that is turned by an angle: the records,
 * and with them what they see, detect, light and say.
 *
 * Records with which all of that fits stay in the middle. What reaches farther from them than they are wide, and than
 * 50 m, is left to be cut: a camera that sees for a kilometre would make the site a dot.
 */
export function fittingView(plan: Plan, paper: Paper, shown: Unfitted): Fitting {
  const records = recordsShown(plan, shown.lens);
  const ids = records.map(({ id }) => id);
  const site = boundsOfRecords(plan, ids);
  let fitting = siteFitting(plan, paper, { ...shown, box: site ?? EMPTY });
  for (let tries = 0; site && tries < MOST_TRIES; tries++) {
    const wider = widerFitting({ plan, paper, shown, records, site }, fitting);
    if (!wider || wider.scale <= fitting.scale) return wider ? { ...wider, scale: fitting.scale } : fitting;
    fitting = wider;
  }
  return fitting;
}

/** Brings a box into a viewport, whatever is drawn beyond it. */
function siteFitting(
  plan: Plan,
  paper: Paper,
  { box, rotation, frame }: Pick<Unfitted, 'rotation' | 'frame'> & { readonly box: Box },
): Fitting {
  const [across, up] = [box.maxX - box.minX, box.maxY - box.minY];
  const [cos, sin] = [Math.abs(Math.cos(rotation)), Math.abs(Math.sin(rotation))];
  const size = { width: across * cos + up * sin, height: across * sin + up * cos };
  return { scale: fittingScale(plan, paper, size, { frame }), centre: middleOf(box) };
}

type Drawn = {
  readonly plan: Plan;
  readonly paper: Paper;
  readonly shown: Unfitted;
  readonly records: readonly PlacedRecord[];
  /** The box around the records. */
  readonly site: Box;
};

/** A fitting for what is drawn as it is in another one; null where all of it lies in that. */
function widerFitting(
  { plan, paper, shown: unfitted, records, site }: Drawn,
  fitting: Fitting,
): Fitting | null {
  const { floor, rotation, frame, lens } = unfitted;
  const viewport = newViewport({ floor, rotation, frame, states: lens.states, ...fitting });
  const view = inFrame(viewOf(paper, plan), viewport);
  const matrix = toPaperMatrix(viewport, view);
  const shown = shownCoverage(plan, lens);
  const onPaper = { scene: sceneOf(plan, viewport, lens.states), shown, matrix };
  const beyond = records.filter((record) => {
    const most = reachBox(record, plan);
    return !most || !holdsBox(site, most);
  });
  const reached = beyond.flatMap((record) => reachOf(record, onPaper));
  const corners = cornersOf(site).map((corner) => apply(matrix, corner));
  const back = invert(matrix);
  const around = boxOf(corners);
  if (!around || !back) return null;
  const widest = Math.max(site.maxX - site.minX, site.maxY - site.minY, NEAR_SITE);
  const counted = boxOf(reached.map(into(grownBox(around, (widest * 1000) / fitting.scale))));
  const drawn = counted ? unionOfBoxes(around, counted) : around;
  if (areWithin(cornersOf(drawn), view)) return null;
  const metresPerMm = fitting.scale / 1000;
  const size = {
    width: (drawn.maxX - drawn.minX) * metresPerMm,
    height: (drawn.maxY - drawn.minY) * metresPerMm,
  };
  return { scale: fittingScale(plan, paper, size, { frame }), centre: apply(back, middleOf(drawn)) };
}

/** Takes a point to the nearest one in a box. */
const into =
  ({ minX, minY, maxX, maxY }: Box) =>
  ({ x, y }: Point): Point => ({
    x: Math.min(Math.max(x, minX), maxX),
    y: Math.min(Math.max(y, minY), maxY),
  });
