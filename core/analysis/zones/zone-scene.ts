import { levelOf } from '../../catalogue/level-profiles.ts';
import type { Given, Inputs } from '../../derive/derivation.ts';
import { type Box, boxesTouch, boxOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { isInPolygon, type Polygon } from '../../geometry/polygon.ts';
import { outlineOfPath } from '../../geometry/polyline.ts';
import type { IdOf, RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import { drawnLine } from '../../plan/wall-line.ts';
import { type CoverageScene, coverageInputs, coverageScene } from '../coverage/coverage-scene.ts';
import type { SeenStates } from '../scene/floor-standing.ts';
import { numberOf } from '../scene/sight-scene.ts';
import { obstacleSolid } from '../scene/standing-pieces.ts';

type Zone = RecordOf<'coverageZone'>;
type Light = RecordOf<'light'>;

/** Which zones are checked, as what, and at which height in metres; null for the height of each zone. */
export type ZonesKey = {
  readonly floor: IdOf<'floor'>;
  readonly states: SeenStates;
  readonly targetHeight: number | null;
};

/** A zone of a scene, with the height at which it is checked. */
export type SceneZone = Pick<
  Zone,
  'id' | 'ring' | 'level' | 'minimumPercent' | 'targetHeight' | 'when' | 'minimumCameras'
> & {
  /** For its content: another number is another zone, or the same one otherwise. */
  readonly number: number;
  /** px/m; null where the profile of the plan has no such level. */
  readonly pixelsPerMetre: number | null;
  /** What walls, buildings and obstacles take of it. */
  readonly bodies: readonly Polygon[];
};

/** A light of a scene. */
export type SceneLight = Pick<Light, 'id' | 'at' | 'height' | 'illuminanceLux' | 'range'> & {
  readonly number: number;
  /** Radians: of one that shines on the half plane ahead; null for all round. */
  readonly ahead: number | null;
  /** Whether it hangs on a wall. */
  readonly isOnWall: boolean;
};

/** All that the zones of a floor are checked with. */
export type ZoneScene = {
  /** By target height: what cameras are asked there. */
  readonly coverage: ReadonlyMap<number, CoverageScene>;
  readonly zones: readonly SceneZone[];
  readonly lights: readonly SceneLight[];
};

/** What the zones of a floor follow from. */
export function zoneInputs(floor: IdOf<'floor'>): readonly Inputs[] {
  return [...coverageInputs(), { kinds: ['coverageZone', 'light'], floor, box: null, ids: null }];
}

/** Gathers a scene; O(records of the floor). */
export function zoneScene(given: Given, { floor, states, targetHeight }: ZonesKey): ZoneScene {
  const [settings] = given.of('settings');
  if (!settings) throw new Error('The plan has no settings record: it was not checked before use.');
  const isThere = ({ state }: Zone | Light): boolean => isInStateView(state, states);
  const bodies = bodiesOf(given, states);
  const zones = given
    .of('coverageZone')
    .filter((zone) => zone.floor === floor && isThere(zone))
    .map((zone): SceneZone => {
      const { id, ring, level, minimumPercent, when, minimumCameras } = zone;
      return {
        id,
        ring,
        level,
        minimumPercent,
        when,
        minimumCameras,
        targetHeight: targetHeight ?? zone.targetHeight,
        number: numberOf(zone),
        pixelsPerMetre: levelOf(settings, level)?.pixelsPerMetre ?? null,
        bodies: bodiesIn(ring, bodies),
      };
    });
  const heights = new Set(zones.map((zone) => zone.targetHeight));
  return {
    coverage: new Map(
      [...heights].map((height) => [height, coverageScene(given, { floor, states, targetHeight: height })]),
    ),
    zones,
    lights: given.of('light').filter(isThere).map(sceneLight),
  };
}

function sceneLight(light: Light): SceneLight {
  const { id, at, height, illuminanceLux, range, type, direction } = light;
  const isAhead = type === 'wall' || type === 'flood';
  return {
    id,
    at,
    height,
    illuminanceLux,
    range,
    number: numberOf(light),
    ahead: isAhead ? direction : null,
    isOnWall: type === 'wall',
  };
}

/** What takes ground; a building takes none of a zone that lies in it: there it is rooms. */
type Body = { readonly polygon: Polygon; readonly box: Box };

const known = new WeakMap<object, Body | null>();

/** The ground that a record takes, kept as long as it is the same record. */
function bodyOf<R extends object>(record: R, polygonOf: (record: R) => Polygon | null): Body | null {
  const there = known.get(record);
  if (there !== undefined) return there;
  const polygon = polygonOf(record);
  const box = polygon && boxOf(polygon.ring);
  const body = polygon && box ? { polygon, box } : null;
  known.set(record, body);
  return body;
}

type Bodies = { readonly solid: readonly Body[]; readonly buildings: readonly Body[] };

function bodiesOf(given: Given, states: SeenStates): Bodies {
  const isThere = ({ state }: { readonly state: Zone['state'] }): boolean => isInStateView(state, states);
  const there = (all: readonly (Body | null)[]) => all.filter((body) => body !== null);
  return {
    solid: there([
      ...given
        .of('wall')
        .filter(isThere)
        .map((wall) => bodyOf(wall, wallBody)),
      ...given
        .of('obstacle')
        .filter(isThere)
        .map((obstacle) => bodyOf(obstacle, obstacleBody)),
    ]),
    buildings: there(
      given
        .of('building')
        .filter(isThere)
        .map((building) => bodyOf(building, (each) => each)),
    ),
  };
}

function wallBody(wall: RecordOf<'wall'>): Polygon | null {
  const ring = outlineOfPath(drawnLine(wall), wall.thickness);
  return ring && { ring, holes: [] };
}

function obstacleBody(obstacle: RecordOf<'obstacle'>): Polygon | null {
  const [ring] = obstacleSolid(obstacle)?.rings ?? [];
  return ring ? { ring, holes: [] } : null;
}

function bodiesIn(ring: readonly Point[], { solid, buildings }: Bodies): readonly Polygon[] {
  const around = boxOf(ring);
  if (!around) return [];
  const isAround = ({ box }: Body): boolean => boxesTouch(box, around);
  const outside = buildings.filter(({ polygon }) => !ring.every((corner) => isInPolygon(corner, polygon)));
  return [...solid, ...outside].filter(isAround).map(({ polygon }) => polygon);
}
