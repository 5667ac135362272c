import { percentText } from '../../analysis/report/percent-text.ts';
import { decisiveCheck, type FloorZones, type ZoneResult } from '../../analysis/zones/floor-zones.ts';
import { levelOf } from '../../catalogue/level-profiles.ts';
import { labelPoint } from '../../geometry/label-point.ts';
import type { Point } from '../../geometry/point.ts';
import { type Lens, shows } from '../../picture/lens.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { type Plan, settingsOf } from '../../plan/plan.ts';
import { label } from '../appearance.ts';
import type { Path, PathItem, SymbolItem } from '../draw-item.ts';
import type { RecordLabel } from '../labels/record-label.ts';
import { lineWeights } from '../line-weights.ts';
import { fill, pathItem, ringPath, stroke } from '../paths.ts';
import { ringsPath } from './field-items.ts';

type Zone = RecordOf<'coverageZone'>;

/** What is drawn of the answer for a zone, over the zone itself. */
export type DrawnAnswer = { readonly body: readonly PathItem[]; readonly label: RecordLabel | null };

/** What answers are drawn with: what of the plan is shown, and radians by which texts are turned so that they stand upright. */
export type AnswersView = { readonly plan: Plan; readonly lens: Lens; readonly angle: number };

/**
 * The answers for the zones that a lens shows: a zone that fails has a heavy broken edge, what is not covered of it is
 * hatched; one that passes has a plain edge. A triangle or a tick and the share stand beside its tag.
 */
export function drawAnswers(zones: FloorZones, { plan, lens, angle }: AnswersView): readonly DrawnAnswer[] {
  return [...zones].flatMap(([id, result]) => {
    const zone = plan.tables.coverageZone.get(id);
    return zone && shows(lens, zone, plan) ? [drawAnswer(zone, result, { plan, angle })] : [];
  });
}

type Page = Pick<AnswersView, 'plan' | 'angle'>;

function drawAnswer(zone: Zone, result: ZoneResult, page: Page): DrawnAnswer {
  const isMet = result.ok && result.isMet;
  const edge = isMet ? stroke('pass', lineWeights.cut) : stroke('fail', lineWeights.perimeter, 'dash-dot');
  const body = [pathItem(ringPath(zone.ring), { fill: null, stroke: edge })];
  if (result.ok && !isMet) {
    const decisive = decisiveCheck(result);
    if (decisive && decisive.uncovered.area > 0) {
      const look = { fill: fill('fail', 0.8, 'hatch'), stroke: stroke('fail', lineWeights.hatch) };
      body.unshift(pathItem(ringsPath(decisive.uncovered.rings), look));
    }
  }
  return { body, label: answerLabel(zone, result, page) };
}

/** As it is said: "Z-1 · Identify · 82 % of 95 %". */
export function answerWords(zone: Zone, result: ZoneResult, plan: Plan): string {
  const level = levelOf(settingsOf(plan), zone.level)?.name ?? zone.level;
  const share = result.ok
    ? `${percentText(result.percent, zone.minimumPercent)} % of ${percentText(zone.minimumPercent)} %`
    : 'no answer';
  return [zone.tag, level, share].filter(Boolean).join(' · ');
}

const [SIZE_MM, MARK_MM, GAP_MM, DROP_MM] = [1.8, 0.9, 0.7, 5.2];
/** Beneath where the tag of the zone begins, and before it: what is found out is what a reader looks for. */
const START_MM = -4;
const RANK = 14;

const triangle = ({ x, y }: Point): Path =>
  ringPath([
    { x: x - MARK_MM, y: y - 0.8 * MARK_MM },
    { x: x + MARK_MM, y: y - 0.8 * MARK_MM },
    { x, y: y + MARK_MM },
  ]);
const tick = ({ x, y }: Point): Path => [
  ['M', x - MARK_MM, y],
  ['L', x - 0.3 * MARK_MM, y - 0.7 * MARK_MM],
  ['L', x + MARK_MM, y + 0.9 * MARK_MM],
];

function answerLabel(zone: Zone, result: ZoneResult, { plan, angle }: Page): RecordLabel | null {
  const at = labelPoint({ ring: zone.ring, holes: [] }, 0.5);
  if (!at) return null;
  const isMet = result.ok && result.isMet;
  const [ink, width] = isMet ? (['pass', lineWeights.cut] as const) : (['fail', lineWeights.symbol] as const);
  const centre = { x: START_MM + MARK_MM, y: -DROP_MM };
  const mark: SymbolItem['parts'][number] = {
    path: isMet ? tick(centre) : triangle(centre),
    stroke: stroke(ink, width),
    fill: isMet ? null : fill(ink),
  };
  const offsetMm = { x: START_MM + 2 * MARK_MM + GAP_MM, y: -DROP_MM };
  return {
    key: `answer ${zone.id}`,
    role: 'tag',
    rank: RANK,
    items: [
      { type: 'symbol', at, angle, parts: [mark], detail: 'near' },
      label(answerWords(zone, result, plan), at, { angle, anchor: 'start', offsetMm, sizeMm: SIZE_MM, ink }),
    ],
    hasSymbol: false,
    extent: null,
    shortSide: null,
  };
}
