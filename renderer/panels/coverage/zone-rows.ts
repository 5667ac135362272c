import { zoneRefusalSentence, zoneRemarkSentence } from '../../../core/analysis/report/coverage-sentences.ts';
import type { ZoneCheck, ZoneResult } from '../../../core/analysis/zones/floor-zones.ts';
import { decisiveCheck } from '../../../core/analysis/zones/floor-zones.ts';
import { levelOf } from '../../../core/catalogue/level-profiles.ts';
import type { IdOf, RecordOf } from '../../../core/plan/kinds/index.ts';
import { type Plan, settingsOf } from '../../../core/plan/plan.ts';
import { answerOf, type FloorAnswer, type ZonesStatus } from '../../editor/zones-watch.ts';
import { recordTitle } from '../../hooks/record-title.ts';

type Zone = RecordOf<'coverageZone'>;

/** A coverage zone with its answer. Unless `state` is current, the answer is that of an earlier plan. */
export type ZoneRow = {
  readonly id: Zone['id'];
  readonly zone: Zone;
  /** Its tag and name, or what else tells it from others. */
  readonly title: string;
  readonly level: string;
  readonly state: FloorAnswer['state'];
  readonly result: ZoneResult | null;
  /** By the light by which it is covered least; null where there is no answer. */
  readonly check: ZoneCheck | null;
  /** Why there is no answer. */
  readonly problem: string | null;
  /** What does not count in the answer, or counts less exactly. */
  readonly remarks: readonly string[];
};

/** The zone with what is known of it; null where it is not checked: it is not there in the state that is looked at. */
export function zoneRow(plan: Plan, status: ZonesStatus, zone: Zone): ZoneRow | null {
  const answer = answerOf(status, zone);
  if (!answer) return null;
  const { state, result } = answer;
  const settings = settingsOf(plan);
  const checks = result?.ok ? result.checks : [];
  return {
    id: zone.id,
    zone,
    title: [zone.tag, zone.name].filter(Boolean).join(' ') || recordTitle(zone, plan, settings.displayUnit),
    level: levelOf(settings, zone.level)?.name ?? zone.level,
    state,
    result,
    check: result?.ok ? decisiveCheck(result) : null,
    problem: result && !result.ok ? zoneRefusalSentence(result.reason) : null,
    remarks: [
      ...new Set(checks.flatMap(({ remarks }) => remarks.map((remark) => zoneRemarkSentence(plan, remark)))),
    ],
  };
}

/** The zones of a floor that are checked, as people count their tags, and how many are not there in the state that is looked at. */
export function zoneRows(
  plan: Plan,
  status: ZonesStatus,
  floor: IdOf<'floor'>,
): { readonly rows: readonly ZoneRow[]; readonly leftOut: number } {
  const zones = [...plan.tables.coverageZone.values()]
    .filter((zone) => zone.floor === floor)
    .sort((one, other) => one.order - other.order);
  const rows = zones
    .flatMap((zone) => zoneRow(plan, status, zone) ?? [])
    .sort((one, other) => byTag(one.zone, other.zone));
  return { rows, leftOut: zones.length - rows.length };
}

/** Z-2 before Z-10, what has no tag last. */
const byTag = (one: Zone, other: Zone): number =>
  (one.tag ?? '\uffff').localeCompare(other.tag ?? '\uffff', 'en', { numeric: true });

/** Whether a zone has not what it asks for, or no answer that says so. */
export const isFailing = ({ result }: Pick<ZoneRow, 'result'>): boolean =>
  result !== null && !(result.ok && result.isMet);

/** How many zones there are and fail, of those that were answered for; null unless all is that of the plan. */
export function zoneCounts({
  floors,
}: ZonesStatus): { readonly all: number; readonly failing: number } | null {
  let all = 0;
  let failing = 0;
  for (const { state, zones } of floors.values()) {
    if (state !== 'current') return null;
    all += zones.size;
    for (const result of zones.values()) if (isFailing({ result })) failing += 1;
  }
  return { all, failing };
}
