import { levelProfileOf } from '../../catalogue/level-profiles.ts';
import { derive } from '../../derive/derive.ts';
import type { Point } from '../../geometry/point.ts';
import type { AnyId, IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { getRecord, inOrder, type Plan, settingsOf } from '../../plan/plan.ts';
import type { CameraCoverage, CameraResult, Surface } from '../coverage/camera-coverage.ts';
import { floorCoverage } from '../coverage/floor-coverage.ts';
import { DEFAULT_MODEL } from '../image/density-models.ts';
import type { SeenStates } from '../scene/floor-standing.ts';
import { cameraFailures } from '../zones/failures.ts';
import {
  decisiveCheck,
  type FloorZones,
  floorZones,
  type ZoneLight,
  type ZoneResult,
} from '../zones/floor-zones.ts';
import { coverageRefusalSentence, zoneRefusalSentence, zoneRemarkSentence } from './coverage-sentences.ts';

/** What a report of coverage is asked. */
export type CoverageQuestion = {
  readonly states: SeenStates;
  /** Metres above the floor; null for 0 of cameras and its own of each zone. */
  readonly targetHeight: number | null;
  /** Null for all zones. */
  readonly zone: IdOf<'coverageZone'> | null;
};

type Named = { readonly id: AnyId; readonly tag: string | null };

/** What a report says of a camera. Areas in m², null where they have no bound; lengths in metres, null for infinite. */
export type CameraReport = Named & {
  readonly floor: string;
  /** Why nothing is known of it; null for nothing wrong. */
  readonly problem: string | null;
  readonly model: string | null;
  /** What was counted as its views: `picture`, `sensors`, `presets` or `reach`. */
  readonly countedAs: string | null;
  /** What of it does not count. */
  readonly leftOut: readonly string[];
  readonly visibleArea: number | null;
  readonly levels: readonly { readonly key: string; readonly name: string; readonly area: number | null }[];
  readonly nearEdge: number | null;
  readonly farEdge: number | null;
};

/** What a report says of a zone. Shares in per cent of its open surface; null where there is no answer. */
export type ZoneReport = Named & {
  readonly floor: string;
  readonly problem: string | null;
  readonly level: string;
  readonly minimumPercent: number;
  readonly minimumCameras: number;
  readonly targetHeight: number;
  readonly when: string;
  readonly pass: boolean | null;
  readonly percent: number | null;
  /** m². */
  readonly openArea: number | null;
  readonly worst: Point | null;
  readonly worstIs: string | null;
  readonly cameras: readonly { readonly tag: string | null; readonly percent: number }[];
  /** By each light that it was checked by. */
  readonly checks: readonly {
    readonly light: ZoneLight;
    readonly percent: number;
    readonly pass: boolean;
    readonly uncoveredArea: number;
    readonly overlapArea: number;
    readonly remarks: readonly string[];
  }[];
};

/** All that coverage says of a plan, as the command line prints it. */
export type CoverageReport = {
  readonly profile: string;
  readonly model: string;
  readonly targetHeight: number;
  readonly states: SeenStates;
  readonly cameras: readonly CameraReport[];
  readonly zones: readonly ZoneReport[];
  readonly failures: readonly {
    readonly camera: string | null;
    readonly zones: readonly {
      readonly tag: string | null;
      readonly percent: number;
      readonly fails: boolean;
    }[];
  }[];
};

/** The coverage of all floors of a plan, computed here and now. O(cameras and zones). */
export function coverageReport(plan: Plan, question: CoverageQuestion): CoverageReport {
  const settings = settingsOf(plan);
  const { states, targetHeight } = question;
  const floors = inOrder(plan, 'floor').map((floor) => {
    const zones = asked(derive(plan, floorZones, { floor: floor.id, states, targetHeight }), question.zone);
    const coverage = derive(plan, floorCoverage, {
      floor: floor.id,
      states,
      targetHeight: targetHeight ?? 0,
    });
    return { floor, zones, coverage };
  });
  return {
    profile: settings.levelProfile,
    model: settings.densityModel ?? DEFAULT_MODEL,
    targetHeight: targetHeight ?? 0,
    states,
    cameras: floors.flatMap(({ floor, coverage }) =>
      [...coverage.cameras]
        // Those of other floors stand with their own.
        .filter(([id]) => plan.tables.camera.get(id)?.floor === floor.id)
        .map(([id, result]) => cameraReport(plan, { id, floor: floor.name }, result))
        .sort(byTag),
    ),
    zones: floors.flatMap(({ floor, zones }) =>
      [...zones]
        .map(([id, result]) => zoneReport(plan, { id, floor: floor.name, targetHeight }, result))
        .sort(byTag),
    ),
    failures: floors.flatMap(({ zones }) => failuresOf(plan, zones)),
  };
}

function asked(zones: FloorZones, wanted: IdOf<'coverageZone'> | null): FloorZones {
  return wanted === null ? zones : new Map([...zones].filter(([id]) => id === wanted));
}

function tagOf(plan: Plan, id: AnyId): string | null {
  const record = getRecord(plan, id);
  return record && 'tag' in record ? record.tag : null;
}

/** As people count: C-2 before C-10, what has no tag last. */
const byTag = (one: Named, other: Named): number =>
  (one.tag ?? '\uffff').localeCompare(other.tag ?? '\uffff', 'en', { numeric: true }) ||
  (one.id < other.id ? -1 : 1);

const named = (plan: Plan, id: AnyId): Named => ({ id, tag: tagOf(plan, id) });

type CameraIn = { readonly id: IdOf<'camera'>; readonly floor: string };

function cameraReport(plan: Plan, { id, floor }: CameraIn, result: CameraResult): CameraReport {
  const own = { ...named(plan, id), floor };
  if (!result.ok) {
    const nothing = { model: null, countedAs: null, leftOut: [], visibleArea: null, levels: [] };
    return {
      ...own,
      problem: coverageRefusalSentence(result.error),
      ...nothing,
      nearEdge: null,
      farEdge: null,
    };
  }
  const { model, countedAs, leftOut, visible, near, far } = result.value;
  return {
    ...own,
    problem: null,
    model,
    countedAs,
    leftOut,
    visibleArea: areaOf(visible),
    levels: levelsOf(plan, result.value),
    nearEdge: near === null ? null : rounded(near),
    farEdge: far === null ? null : rounded(far),
  };
}

function levelsOf(plan: Plan, { levels }: CameraCoverage): CameraReport['levels'] {
  const known = levelProfileOf(settingsOf(plan)).levels;
  return levels.map((level) => {
    const name = known.find(({ key }) => key === level.key)?.name ?? level.key;
    return { key: level.key, name, area: areaOf(level) };
  });
}

/** To a millimetre, or the thousandth of a square metre or of one per cent: more is not known. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const areaOf = ({ area }: Surface): number | null => (area === null ? null : rounded(area));

type ZoneIn = {
  readonly id: IdOf<'coverageZone'>;
  readonly floor: string;
  readonly targetHeight: number | null;
};

function zoneReport(plan: Plan, { id, floor, targetHeight }: ZoneIn, result: ZoneResult): ZoneReport {
  const record = getRecord(plan, id) as RecordOf<'coverageZone'>;
  const { level, minimumPercent, minimumCameras, when } = record;
  const own = {
    ...named(plan, id),
    floor,
    level,
    minimumPercent,
    minimumCameras,
    when,
    targetHeight: targetHeight ?? record.targetHeight,
  };
  if (!result.ok) {
    const nothing = { pass: null, percent: null, openArea: null, worst: null, worstIs: null };
    return { ...own, problem: zoneRefusalSentence(result.reason), ...nothing, cameras: [], checks: [] };
  }
  const { checks, percent, isMet, openArea } = result;
  // The light by which it is covered least says where to look.
  const decisive = decisiveCheck(result);
  const worst = decisive?.worst ?? null;
  return {
    ...own,
    problem: null,
    pass: isMet,
    percent: rounded(percent),
    openArea: rounded(openArea),
    worst: worst && { x: rounded(worst.at.x), y: rounded(worst.at.y) },
    worstIs: worst?.reason ?? null,
    cameras: (decisive?.cameras ?? []).map((camera) => ({
      tag: tagOf(plan, camera.id),
      percent: rounded(camera.percent),
    })),
    checks: checks.map((check) => ({
      light: check.light,
      percent: rounded(check.percent),
      pass: check.isMet,
      uncoveredArea: rounded(check.uncovered.area),
      overlapArea: rounded(check.overlap.area),
      remarks: check.remarks.map((remark) => zoneRemarkSentence(plan, remark)),
    })),
  };
}

function failuresOf(plan: Plan, zones: FloorZones): CoverageReport['failures'] {
  const minimumOf = (id: IdOf<'coverageZone'>) => plan.tables.coverageZone.get(id)?.minimumPercent ?? 100;
  return cameraFailures(zones, minimumOf).map(({ camera, zones: losses }) => ({
    camera: tagOf(plan, camera),
    zones: losses.map(({ zone, percent, fails }) => ({
      tag: tagOf(plan, zone),
      percent: rounded(percent),
      fails,
    })),
  }));
}
