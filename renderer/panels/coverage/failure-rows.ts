import { percentText } from '../../../core/analysis/report/percent-text.ts';
import { type CameraFailure, cameraFailures, type ZoneLoss } from '../../../core/analysis/zones/failures.ts';
import type { FloorZones } from '../../../core/analysis/zones/floor-zones.ts';
import type { AnyId, IdOf } from '../../../core/plan/kinds/index.ts';
import { getRecord, isPlaced, type Plan, settingsOf } from '../../../core/plan/plan.ts';
import { formatArea } from '../../../core/quantity.ts';
import { recordTitle } from '../../hooks/record-title.ts';
import { text } from '../../messages/text.ts';

/** What becomes of a zone when one camera fails; `nothing` of a camera without which no zone loses anything. */
export type Effect = 'fails' | 'fails-anyway' | 'holds' | 'nothing';

/** One camera and one zone that loses by its failure, or a camera that no zone needs. */
export type FailureRow = {
  readonly id: string;
  readonly camera: IdOf<'camera'>;
  readonly cameraTitle: string;
  readonly zone: IdOf<'coverageZone'> | null;
  readonly zoneTitle: string;
  /** Per cent that the zone asks for, has, and has without the camera; null for no zone. */
  readonly figures: { readonly minimum: number; readonly all: number; readonly without: number } | null;
  /** m². */
  readonly lost: number;
  readonly effect: Effect;
};

const failuresOf = (plan: Plan, zones: FloorZones): readonly CameraFailure[] =>
  cameraFailures(zones, (zone) => plan.tables.coverageZone.get(zone)?.minimumPercent ?? 100);

/** What is left of each zone without each camera, the weakest first. What is no longer in the plan is left out. */
export function failureRows(plan: Plan, zones: FloorZones): readonly FailureRow[] {
  return failuresOf(plan, zones).flatMap(({ camera, zones: losses }) => {
    if (!getRecord(plan, camera)) return [];
    const own = { camera, cameraTitle: titleOf(plan, camera) };
    if (losses.length === 0) {
      const none = { zone: null, zoneTitle: '', figures: null, lost: 0, effect: 'nothing' } as const;
      return [{ id: camera, ...own, ...none }];
    }
    return losses.flatMap((loss) => lossRow(plan, zones, { ...own, loss }) ?? []);
  });
}

type Losing = Pick<FailureRow, 'camera' | 'cameraTitle'> & { readonly loss: ZoneLoss };

function lossRow(plan: Plan, zones: FloorZones, { loss, ...own }: Losing): FailureRow | null {
  const { zone, percent, lost, fails } = loss;
  const result = zones.get(zone);
  const record = getRecord(plan, zone);
  if (!result?.ok || !record) return null;
  return {
    id: `${own.camera} ${zone}`,
    ...own,
    zone,
    zoneTitle: titleOf(plan, zone),
    figures: { minimum: record.minimumPercent, all: result.percent, without: percent },
    lost,
    effect: fails ? 'fails' : result.isMet ? 'holds' : 'fails-anyway',
  };
}

/** The single failure by which the plan loses most, in a sentence; null where no zone has an answer. */
export function weakestSentence(plan: Plan, zones: FloorZones): string | null {
  const answered = [...zones.values()].filter((result) => result.ok);
  if (answered.length === 0) return null;
  const [weakest] = failuresOf(plan, zones);
  if (!weakest) return text('coverage.weakest.noCamera');
  const { camera, zones: losses } = weakest;
  const failing = losses.filter(({ fails }) => fails);
  const named = cameraAt(plan, camera);
  if (failing.length > 0) {
    const key = failing.length === 1 ? 'coverage.weakest.oneFails' : 'coverage.weakest.fail';
    return text(key, { camera: named, count: failing.length, zones: lossesText(plan, failing) });
  }
  const isAnyMet = answered.some(({ isMet }) => isMet);
  const first = text(isAnyMet ? 'coverage.weakest.noneFails' : 'coverage.weakest.nonePasses');
  if (losses.length === 0) return `${first} ${text('coverage.weakest.nothingLost')}`;
  const { displayUnit } = settingsOf(plan);
  const area = formatArea(
    losses.reduce((sum, { lost }) => sum + lost, 0),
    displayUnit,
  );
  const most = text('coverage.weakest.most', { camera: named, area, zones: lossesText(plan, losses) });
  return `${first} ${most}`;
}

function lossesText(plan: Plan, losses: readonly ZoneLoss[]): string {
  return losses
    .map(({ zone, percent }) => {
      const minimum = getRecord(plan, zone)?.minimumPercent ?? 100;
      const values = { percent: percentText(percent, minimum), minimum: percentText(minimum) };
      return text('coverage.weakest.left', { zone: titleOf(plan, zone), ...values });
    })
    .join(', ');
}

/** A camera by its title, with its floor where the plan has several. */
function cameraAt(plan: Plan, id: IdOf<'camera'>): string {
  const title = titleOf(plan, id);
  const camera = getRecord(plan, id);
  const floor = camera && plan.tables.floor.size > 1 ? getRecord(plan, camera.floor)?.name : null;
  return floor ? text('coverage.onFloor', { what: title, floor }) : title;
}

/** As people call a record; those without a tag by what tells them from others. */
export function titleOf(plan: Plan, id: AnyId): string {
  const record = getRecord(plan, id);
  return record && isPlaced(record) ? recordTitle(record, plan, settingsOf(plan).displayUnit) : '';
}
