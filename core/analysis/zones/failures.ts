import type { IdOf } from '../../plan/kinds/index.ts';
import type { FloorZones, ZoneResult } from './floor-zones.ts';

/** What is left of a zone without a camera, in per cent of its open surface, and whether it is still enough. */
export type ZoneLoss = {
  readonly zone: IdOf<'coverageZone'>;
  readonly percent: number;
  /** m² that are covered with it and not without. */
  readonly lost: number;
  /** It passes with the camera and fails without. */
  readonly fails: boolean;
};

/** What is lost when one camera fails. */
export type CameraFailure = { readonly camera: IdOf<'camera'>; readonly zones: readonly ZoneLoss[] };

/**
 * For each camera that a zone leans on what is left without it, the weakest first: the one whose failure lets most
 * zones fail, and of several the one that most of the surface is lost with. Cameras without which nothing is lost come
 * last, with no zones.
 *
 * @param minimumOf per cent that a zone must have
 */
export function cameraFailures(
  zones: FloorZones,
  minimumOf: (zone: IdOf<'coverageZone'>) => number,
): readonly CameraFailure[] {
  const losses = new Map<IdOf<'camera'>, ZoneLoss[]>();
  for (const [zone, result] of zones) {
    if (!result.ok) continue;
    for (const camera of new Set(result.checks.flatMap(({ cameras }) => cameras.map(({ id }) => id)))) {
      const list = losses.get(camera) ?? [];
      losses.set(camera, list);
      const loss = lossOf(zone, result, { camera, minimum: minimumOf(zone) });
      if (loss) list.push(loss);
    }
  }
  const failures = [...losses].map(([camera, list]) => ({ camera, zones: list }));
  return failures.sort((one, other) => failing(other) - failing(one) || lost(other) - lost(one));
}

const failing = ({ zones }: CameraFailure): number => zones.filter(({ fails }) => fails).length;
const lost = ({ zones }: CameraFailure): number => zones.reduce((sum, zone) => sum + zone.lost, 0);

function lossOf(
  zone: IdOf<'coverageZone'>,
  { checks, openArea, percent: all, isMet }: Extract<ZoneResult, { ok: true }>,
  { camera, minimum }: { readonly camera: IdOf<'camera'>; readonly minimum: number },
): ZoneLoss | null {
  const left = checks.map((check) => ({
    with: check.percent,
    without: check.without.find(({ id }) => id === camera)?.percent ?? check.percent,
  }));
  const percent = Math.min(...left.map(({ without }) => without));
  const most = Math.max(...left.map((check) => check.with - check.without));
  if (!(most > ROUNDING)) return null;
  return {
    zone,
    percent: Math.min(percent, all),
    lost: (most * openArea) / 100,
    fails: isMet && percent < minimum - ROUNDING,
  };
}

/** Per cent: less is what rounding leaves. */
const ROUNDING = 1e-3;
