import type { Given } from '../../derive/derivation.ts';
import { derive } from '../../derive/derive.ts';
import { inputRecords } from '../../derive/input-records.ts';
import { type Box, boxesTouch, boxOf, grownBox } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { edgesOf, type Polygon } from '../../geometry/polygon.ts';
import { outlineOfPath } from '../../geometry/polyline.ts';
import { distanceToSegment, type Segment } from '../../geometry/segment.ts';
import type { AnyId, IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import { getRecord, type Plan } from '../../plan/plan.ts';
import { drawnLine } from '../../plan/wall-line.ts';
import { err, ok, type Result } from '../../result.ts';
import { fromDegrees, normaliseAngle } from '../../units.ts';
import { ringsOfSteps, stepsOfPolygon, united } from '../coverage/ring-clipping.ts';
import { outdoorFloor } from '../scene/sight-standing.ts';
import { openZone, type ZoneRefusal } from '../zones/zone-check.ts';
import { zoneInputs, zoneScene } from '../zones/zone-scene.ts';
import type { ProposedCamera } from './advise.ts';
import type { AdviceLens, AdviceQuestion, PlaceLine } from './question.ts';

type Camera = RecordOf<'camera'>;

/** What a person chose to be asked about a zone of a plan; lengths in metres. */
export type AdviceChoice = {
  readonly zone: IdOf<'coverageZone'>;
  /** The fields of a camera that its model governs. */
  readonly lens: Pick<Camera, Exclude<keyof AdviceLens, 'tilts' | keyof typeof NO_MORE>> &
    Partial<Pick<Camera, keyof typeof NO_MORE>>;
  /** Of the lens above the floor. */
  readonly height: number;
  readonly on: readonly ('wall' | 'pole')[];
  /** Records whose path may carry cameras. */
  readonly paths: readonly AnyId[];
  readonly percent: number;
  readonly most: number;
};

/** What a model leaves open. */
const NO_MORE = {
  roll: 0,
  sensors: [],
  presets: [],
  tiltRange: null,
  minimumLux: null,
  infraredRange: null,
} as const;

/** How far below the horizontal cameras may look: the best of these is taken. */
const TILTS = [10, 20, 30, 45].map(fromDegrees);
/** A round camera hangs level on a wall or looks straight down. */
const ROUND_TILTS = [15, 90].map(fromDegrees);

/** What is asked, and how many walls, buildings and poles were left out because they are lower than the camera. */
export type Asked = { readonly question: AdviceQuestion; readonly tooLow: number };

/**
 * The question about a zone as numbers. Cameras that are there, and those proposed, count as they are by day.
 *
 * @returns why the zone itself cannot be checked
 */
export function adviceQuestion(plan: Plan, choice: AdviceChoice): Result<Asked, ZoneRefusal> {
  const record = getRecord(plan, choice.zone);
  if (!record) throw new Error(`There is no zone ${choice.zone}.`);
  const { floor } = record as RecordOf<'coverageZone'>;
  const given = inputRecords(plan, zoneInputs(floor), derive);
  const { zones, coverage } = zoneScene(given, { floor, states: 'proposed', targetHeight: null });
  const zone = zones.find(({ id }) => id === choice.zone);
  const scene = zone && coverage.get(zone.targetHeight);
  // A zone that is to be removed is not asked about.
  if (!zone || !scene) return err('nothing-open');
  const open = openZone(zone);
  if (typeof open === 'string') return err(open);
  if (zone.pixelsPerMetre === null) return err('no-such-level');
  const { lines, tooLow } = linesOf(plan, choice, { floor, box: grownBox(open.box, FARTHEST_PLACE) });
  const { type } = choice.lens;
  const tilts = type === 'panoramic' ? ROUND_TILTS : TILTS;
  return ok({
    tooLow,
    question: {
      scene: { pieces: scene.pieces, owners: scene.owners, solids: scene.solids },
      buildings: buildingsAround(given, floor),
      zone: open.region.rings,
      pixelsPerMetre: zone.pixelsPerMetre,
      targetHeight: zone.targetHeight,
      height: choice.height,
      model: scene.model,
      atLeast: zone.minimumCameras,
      lens: { ...NO_MORE, ...choice.lens, tilts },
      present: scene.cameras.map(({ optics, mount, bounds }) => ({ optics, mount, bounds })),
      places: { lines, free: null },
      percent: choice.percent,
      most: choice.most,
    },
  });
}

/** The buildings that a floor is in; none where it is outdoors. */
function buildingsAround(given: Pick<Given, 'of'>, floor: IdOf<'floor'>): readonly Polygon[] {
  const outdoors = outdoorFloor(given);
  if (!outdoors || outdoors.id === floor) return [];
  return given.of('building').filter((building) => isThere(building, outdoors.id));
}

/** Farther from a zone nothing is gathered that a camera could be on, metres. */
const FARTHEST_PLACE = 500;

type Around = { readonly floor: IdOf<'floor'>; readonly box: Box };

function linesOf(
  plan: Plan,
  choice: AdviceChoice,
  around: Around,
): { readonly lines: readonly PlaceLine[]; readonly tooLow: number } {
  const lines: PlaceLine[] = [];
  let tooLow = 0;
  if (choice.on.includes('wall')) {
    const bodies = hostsOn(plan, around);
    const high = bodies.filter(({ height }) => height >= choice.height);
    tooLow += bodies.length - high.length;
    lines.push(...facesOf(high.map(({ ring }) => ring)));
  }
  if (choice.on.includes('pole')) {
    const poles = polesOn(plan, around);
    const high = poles.filter(({ height }) => height >= choice.height);
    tooLow += poles.length - high.length;
    for (const { at } of high) lines.push({ on: 'pole', points: [at], closed: false });
  }
  for (const id of choice.paths) lines.push(...pathOf(plan, id));
  return { lines, tooLow };
}

type HostBody = {
  readonly id: IdOf<'wall'> | IdOf<'building'>;
  readonly ring: readonly Point[];
  readonly height: number;
};

/** Walls and buildings, with their outlines. */
function hostsOn(plan: Plan, { floor, box }: Around): readonly HostBody[] {
  const walls = [...plan.tables.wall.values()].flatMap((wall) => {
    const ring = isThere(wall, floor) ? outlineOfPath(drawnLine(wall), wall.thickness) : null;
    return ring ? [{ id: wall.id, ring, height: wall.height ?? Number.POSITIVE_INFINITY }] : [];
  });
  const buildings = [...plan.tables.building.values()]
    .filter((building) => isThere(building, floor))
    .map(({ id, ring, height }) => ({ id, ring, height }));
  return [...walls, ...buildings].filter(({ ring }) => {
    const own = boxOf(ring);
    return own !== null && boxesTouch(own, box);
  });
}

function polesOn(plan: Plan, { floor, box }: Around): readonly RecordOf<'light'>[] {
  return [...plan.tables.light.values()].filter(
    (light) => light.type === 'pole' && isThere(light, floor) && boxesTouch(boxOf([light.at]) ?? box, box),
  );
}

const isThere = (
  { state, floor }: { readonly state: Camera['state']; readonly floor: IdOf<'floor'> },
  on: IdOf<'floor'>,
): boolean => floor === on && isInStateView(state, 'proposed');

/** The outlines of bodies together: where they meet there is no face. The outside is on the right. */
function facesOf(bodies: readonly (readonly Point[])[]): readonly PlaceLine[] {
  const [around] = bodies[0] ?? [];
  if (!around) return [];
  const all = united(
    bodies.map((ring) => stepsOfPolygon({ ring, holes: [] }, around)),
    around,
  );
  const { coordinates, ends } = ringsOfSteps(all).rings;
  let start = 0;
  return Array.from(ends, (end) => {
    const points: Point[] = [];
    for (let at = start; at < end; at += 2)
      points.push({ x: coordinates[at] ?? 0, y: coordinates[at + 1] ?? 0 });
    start = end;
    return { on: 'wall', points, closed: true } as const;
  });
}

function pathOf(plan: Plan, id: AnyId): readonly PlaceLine[] {
  const record = getRecord(plan, id);
  if (!record || !('path' in record) || !record.path) return [];
  return [{ on: 'line', points: record.path, closed: 'closed' in record && record.closed === true }];
}

/** Whether a camera could be placed along a record. */
export function carriesCameras(plan: Plan, id: AnyId): boolean {
  return pathOf(plan, id).length > 0;
}

/** Metres from a face within which a camera is on it: records are kept to the millimetre. */
const ON_FACE = 0.01;

/** The fields of a camera record for what was proposed. */
export function fieldsOfProposed(
  plan: Plan,
  { zone, lens, height }: AdviceChoice,
  { place, direction, tilt }: Pick<ProposedCamera, 'place' | 'direction' | 'tilt'>,
) {
  const { floor } = getRecord(plan, zone) as RecordOf<'coverageZone'>;
  return {
    ...lens,
    at: place.at,
    direction: normaliseAngle(direction),
    tilt,
    height,
    floor,
    state: 'proposed',
    mountedOn: place.on === 'wall' ? hostAt(plan, floor, place.at) : null,
  } as const;
}

function hostAt(plan: Plan, floor: IdOf<'floor'>, at: Point): HostBody['id'] | null {
  const box = grownBox({ minX: at.x, minY: at.y, maxX: at.x, maxY: at.y }, ON_FACE);
  const near = hostsOn(plan, { floor, box }).map(({ id, ring }) => ({
    id,
    distance: Math.min(...edgesOf(ring).map(([a, b]: Segment) => distanceToSegment(at, a, b))),
  }));
  const [nearest] = near.sort((one, other) => one.distance - other.distance);
  return nearest && nearest.distance <= ON_FACE ? nearest.id : null;
}
