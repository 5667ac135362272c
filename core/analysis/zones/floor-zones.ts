import type { FlatDerivation } from '../../derive/derivation.ts';
import { boxesTouch } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import type { IdOf } from '../../plan/kinds/index.ts';
import type { CameraCoverage, CameraResult } from '../coverage/camera-coverage.ts';
import type { SceneCamera } from '../coverage/coverage-scene.ts';
import { keeper } from '../coverage/floor-coverage.ts';
import {
  boxOfRings,
  inBoth,
  noSteps,
  type Steps,
  stepsOfPolygon,
  stepsOfRings,
  united,
} from '../coverage/ring-clipping.ts';
import { countedViews } from '../image/counted-views.ts';
import { densityAt } from '../image/density.ts';
import type { DensityModel } from '../image/density-models.ts';
import { numberOf } from '../scene/sight-scene.ts';
import { isKnownLight, litSurface, shineOver } from './light-regions.ts';
import {
  type OpenZone,
  openZone,
  type ZoneCamera,
  type ZoneCoverage,
  type ZoneRefusal,
  zoneCoverage,
} from './zone-check.ts';
import {
  type SceneLight,
  type SceneZone,
  type ZoneScene,
  type ZonesKey,
  zoneInputs,
  zoneScene,
} from './zone-scene.ts';

/** By which light a zone is looked at. */
export type ZoneLight = 'day' | 'night';

/** What does not count in an answer, or counts less exactly, to be said. */
export type ZoneRemark =
  /** Cameras whose least light and infrared range are not known, by night; or whose figures no camera can have. */
  | { readonly type: 'cameras-unknown' | 'cameras-refused'; readonly cameras: readonly IdOf<'camera'>[] }
  /** Lights near the zone whose illuminance or range is not known. */
  | { readonly type: 'lights-unknown'; readonly lights: readonly IdOf<'light'>[] }
  /** Where only several lights together are bright enough, that was followed by squares of this side, metres. */
  | { readonly type: 'summed'; readonly side: number };

/** How a zone is covered by a light. */
export type ZoneCheck = ZoneCoverage & { readonly light: ZoneLight; readonly remarks: readonly ZoneRemark[] };

/** The answer for a zone: by each light that it is checked by; or why there is none. */
export type ZoneResult =
  | {
      readonly ok: true;
      /** m², less walls and solids. */
      readonly openArea: number;
      readonly checks: readonly ZoneCheck[];
      /** The smallest share of the checks. */
      readonly percent: number;
      readonly isMet: boolean;
    }
  | { readonly ok: false; readonly reason: ZoneRefusal };

/** The check that the answer of a zone is: by the light by which it is covered least. */
export function decisiveCheck({ checks, percent }: Extract<ZoneResult, { ok: true }>): ZoneCheck | null {
  return checks.find((check) => check.percent === percent) ?? null;
}

/** The zones of a floor, each with its answer. */
export type FloorZones = ReadonlyMap<IdOf<'coverageZone'>, ZoneResult>;

/** How the zones of a floor are covered; an edit computes what it touches. */
export const floorZones: FlatDerivation<ZonesKey, ZoneScene, FloorZones> = {
  name: 'floorZones',
  keyText: ({ floor, states, targetHeight }) => `${floor} ${states} ${targetHeight}`,
  inputs: ({ floor }) => zoneInputs(floor),
  gather: zoneScene,
  computeFlat: (scene) => checkZones(scene),
  compute: (given, key) => checkZones(zoneScene(given, key)),
  follow: null,
};

/** So many answers are kept, those that were asked for last. */
const MOST_KEPT = 2000;
const kept = new Map<string, ZoneResult>();

function checkZones(scene: ZoneScene): FloorZones {
  return new Map(scene.zones.map((zone) => [zone.id, checkedZone(zone, scene)] as const));
}

/** The answer for a zone, kept by what it follows from. */
function checkedZone(zone: SceneZone, scene: ZoneScene): ZoneResult {
  const open = openZone(zone);
  if (typeof open === 'string') return { ok: false, reason: open };
  if (zone.pixelsPerMetre === null) return { ok: false, reason: 'no-such-level' };
  const asked = askedOf(zone, open, scene);
  const key = [zone.number, zone.targetHeight, zone.pixelsPerMetre, ...asked.numbers].join();
  const result = kept.get(key) ?? answer(zone, open, asked);
  kept.delete(key);
  kept.set(key, result);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return result;
}

type AskedCamera = { readonly camera: SceneCamera; readonly result: CameraResult };
type Asked = {
  readonly cameras: readonly AskedCamera[];
  readonly lights: readonly SceneLight[];
  readonly shine: ReturnType<typeof shineOver> | null;
  readonly model: DensityModel | null;
  readonly numbers: readonly number[];
};

/** What a zone is covered by: the cameras that may see it, the lights that may shine on it. */
function askedOf(zone: SceneZone, { box }: OpenZone, scene: ZoneScene): Asked {
  const coverage = scene.coverage.get(zone.targetHeight);
  if (!coverage) throw new Error('A zone was gathered without the cameras at its height.');
  const results = keeper.camerasOf(coverage);
  const cameras = coverage.cameras.flatMap((camera) => {
    const result = results.get(camera.id);
    const isNear = result && (!result.ok || boxesTouch(boxOfRings(result.value.visible.rings), box));
    return isNear ? [{ camera, result }] : [];
  });
  const isByNight = zone.when !== 'day';
  const lights = isByNight ? scene.lights.filter((light) => isNear(light, box)) : [];
  const prepared = isByNight ? keeper.preparedFor(coverage) : null;
  const shine = prepared?.sight.ok ? shineOver(prepared.sight.value, zone.targetHeight) : null;
  const owners =
    prepared && lights.length > 0 ? lights.flatMap((light) => prepared.ownersIn(reachOfLight(light))) : [];
  return {
    cameras,
    lights,
    shine,
    model: coverage.model,
    numbers: [
      ...cameras.map(({ result }) => numberOf(result)),
      -1,
      ...lights.map(({ number }) => number),
      -1,
      ...owners,
    ],
  };
}

function isNear(light: SceneLight, box: OpenZone['box']): boolean {
  return boxesTouch(reachOfLight(light), box);
}

/** Around what a light reaches; one whose range is not known is looked at where it stands. */
function reachOfLight({ at, range }: SceneLight) {
  const reach = range ?? 0;
  return { minX: at.x - reach, minY: at.y - reach, maxX: at.x + reach, maxY: at.y + reach };
}

const lightsOf = ({ when }: SceneZone): readonly ZoneLight[] => (when === 'both' ? ['day', 'night'] : [when]);

function answer(zone: SceneZone, open: OpenZone, asked: Asked): ZoneResult {
  const checks = lightsOf(zone).map((light) => check(zone, open, asked, light));
  return {
    ok: true,
    openArea: open.region.area,
    checks,
    percent: Math.min(...checks.map(({ percent }) => percent)),
    isMet: checks.every(({ isMet }) => isMet),
  };
}

function check(zone: SceneZone, open: OpenZone, asked: Asked, light: ZoneLight): ZoneCheck {
  const refused = asked.cameras.filter(({ result }) => !result.ok).map(({ camera }) => camera.id);
  const seeing = asked.cameras.flatMap(({ camera, result }) =>
    result.ok ? (zoneCamera(camera, result.value, { zone, open, model: asked.model }) ?? []) : [],
  );
  const remarks: ZoneRemark[] = refused.length > 0 ? [{ type: 'cameras-refused', cameras: refused }] : [];
  if (light === 'day')
    return {
      light,
      ...zoneCoverage(
        open,
        zone,
        seeing.map(({ own }) => own),
      ),
      remarks,
    };
  const night = byNight(seeing, { zone, open, asked });
  return { light, ...zoneCoverage(open, zone, night.cameras), remarks: [...remarks, ...night.remarks] };
}

type Seeing = { readonly camera: SceneCamera; readonly own: ZoneCamera };

function zoneCamera(
  camera: SceneCamera,
  coverage: CameraCoverage,
  {
    zone,
    open,
    model,
  }: { readonly zone: SceneZone; readonly open: OpenZone; readonly model: DensityModel | null },
): Seeing | null {
  const level = coverage.levels.find(({ key }) => key === zone.level);
  const views = countedViews(camera.optics);
  if (!level || !views.ok || level.rings.ends.length === 0 || !boxesTouch(boxOfRings(level.rings), open.box))
    return null;
  const density = (place: Point): number =>
    Math.max(
      ...views.value.views.map(({ view }) =>
        densityAt(view, place, zone.targetHeight, model ?? views.value.model),
      ),
    );
  return {
    camera,
    own: { id: camera.id, steps: stepsOfRings(level.rings, open.steps.around), densityAt: density },
  };
}

/** What cameras see by night: where it is as light as they need, or as far as their own infrared light reaches. */
function byNight(
  seeing: readonly Seeing[],
  { zone, open, asked }: { readonly zone: SceneZone; readonly open: OpenZone; readonly asked: Asked },
): { readonly cameras: readonly ZoneCamera[]; readonly remarks: readonly ZoneRemark[] } {
  const lights = asked.lights.filter(isKnownLight);
  const dark = asked.lights.filter((light) => !isKnownLight(light)).map(({ id }) => id);
  const unknown = seeing.filter(({ camera }) => !seesByNight(camera)).map(({ camera }) => camera.id);
  let coarsest = 0;
  const litTo = new Map<number, Steps>();
  const lit = (lux: number): Steps => {
    const known = litTo.get(lux);
    if (known || !asked.shine) return known ?? noSteps(open.steps.around);
    const { steps, summedBy } = litSurface(open.steps, {
      lights,
      lux,
      targetHeight: zone.targetHeight,
      shine: asked.shine,
      box: open.box,
    });
    coarsest = Math.max(coarsest, summedBy ?? 0);
    litTo.set(lux, steps);
    return steps;
  };
  const cameras = seeing.map(({ camera, own }) => ({ ...own, steps: nightSteps(camera, own.steps, lit) }));
  const remarks: ZoneRemark[] = [];
  if (unknown.length > 0) remarks.push({ type: 'cameras-unknown', cameras: unknown });
  if (dark.length > 0) remarks.push({ type: 'lights-unknown', lights: dark });
  if (coarsest > 0) remarks.push({ type: 'summed', side: coarsest });
  return { cameras, remarks };
}

/** Warmth needs no light. */
const needsNoLight = ({ optics: { type, minimumLux } }: SceneCamera): boolean =>
  type === 'thermal' || minimumLux === 0;

const seesByNight = (camera: SceneCamera): boolean =>
  needsNoLight(camera) || camera.optics.minimumLux !== null || camera.optics.infraredRange !== null;

function nightSteps(camera: SceneCamera, steps: Steps, lit: (lux: number) => Steps): Steps {
  const { minimumLux, infraredRange, at } = camera.optics;
  if (needsNoLight(camera)) return steps;
  const { around } = steps;
  const byLight = minimumLux === null ? noSteps(around) : inBoth(steps, lit(minimumLux));
  const byOwn =
    infraredRange === null
      ? noSteps(around)
      : inBoth(steps, stepsOfPolygon({ ring: discOf(at, infraredRange), holes: [] }, around));
  return united([byLight, byOwn], around);
}

/** A circle by chords that are at most a millimetre beside it. */
function discOf(at: Point, radius: number): readonly Point[] {
  const count = Math.max(12, Math.ceil(Math.PI / Math.acos(1 - Math.min(0.001 / radius, 0.5))));
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count;
    return { x: at.x + radius * Math.cos(angle), y: at.y + radius * Math.sin(angle) };
  });
}
