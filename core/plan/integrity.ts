import { type Point, samePoint } from '../geometry/point.ts';
import type { AnyId, Kind, PlanRecord, RecordOf } from './kinds/index.ts';
import { builtInProfileIds } from './kinds/settings.ts';
import { DEEPEST_GROUP, groupProblem } from './parts/groups.ts';
import { distanceToPath } from './path-place.ts';
import { allRecords, getRecord, isKind, kindOf, type Plan } from './plan.ts';
import { referencesOf } from './relations.ts';
import { wallLength } from './wall-line.ts';

/** What can be wrong with a plan. */
export type IntegrityReason =
  | 'no-settings'
  | 'no-floor'
  | 'no-layer'
  | 'missing-reference'
  | 'opening-does-not-fit'
  | 'gate-off-fence'
  | 'wall-without-length'
  | 'path-without-length'
  | 'ring-without-area'
  | 'no-shape'
  | 'two-shapes'
  | 'wrong-anchors'
  | 'group-in-itself'
  | 'groups-too-deep'
  | 'no-such-profile'
  | 'profiles-of-one-name'
  | 'levels-of-one-name';

/** What does not hold: in which record (null when one is missing altogether), in which of its fields. */
export type IntegrityProblem = {
  readonly record: AnyId | null;
  readonly field: string | null;
  readonly reason: IntegrityReason;
};

/** How the rules look other records up: in a plan, or in a draft of one. */
export type Lookup = (id: AnyId) => PlanRecord | undefined;

/** How far stored figures may lie beside each other, metres: the step they are quantised to, and rounding. */
export const TOLERANCE = 0.001 + 1e-9;

/** Whatever does not hold in the plan, in the order of its tables; empty for a sound plan. O(n). */
export function checkIntegrity(plan: Plan): readonly IntegrityProblem[] {
  const problems: IntegrityProblem[] = [];
  if (!plan.tables.settings.has('settings:plan')) problems.push(problemOf(null, null, 'no-settings'));
  if (plan.tables.floor.size === 0) problems.push(problemOf(null, null, 'no-floor'));
  if (plan.tables.layer.size === 0) problems.push(problemOf(null, null, 'no-layer'));
  const lookup: Lookup = (id) => getRecord(plan, id);
  for (const record of allRecords(plan)) problems.push(...checkRecord(record, lookup));
  return problems;
}

/** What does not hold in one record and in what it refers to. */
export function checkRecord(record: PlanRecord, lookup: Lookup): readonly IntegrityProblem[] {
  const problems: IntegrityProblem[] = [];
  for (const { field, id } of referencesOf(record)) {
    if (!lookup(id)) problems.push(problemOf(record.id, field, 'missing-reference'));
  }
  const shapeProblem = shapeProblemOf(record, lookup);
  if (shapeProblem) problems.push(problemOf(record.id, shapeProblem.field, shapeProblem.reason));
  return problems;
}

function problemOf(record: AnyId | null, field: string | null, reason: IntegrityReason): IntegrityProblem {
  return { record, field, reason };
}

type ShapeProblem = { readonly field: string; readonly reason: IntegrityReason } | null;
type ShapeRules = { readonly [K in Kind]?: (record: RecordOf<K>, lookup: Lookup) => ShapeProblem };

// Kinds that are not here have a single point or no place: their schema says all there is to say.
const shapeRules: ShapeRules = {
  settings: profileProblem,
  group: (group, lookup) => {
    const reason = groupProblem(group, lookup);
    return reason && { field: 'parent', reason };
  },
  propertyLine: ({ ring }) => ringProblem('ring', ring),
  building: ({ ring, holes }) => ringProblem('ring', ring) ?? holesProblem(holes),
  wall: (wall) => (wallLength(wall) > 0 ? null : { field: 'b', reason: 'wall-without-length' }),
  opening: openingProblem,
  fence: ({ path }) => pathProblem(path),
  gate: gateProblem,
  road: ({ path }) => pathProblem(path),
  parking: ({ ring }) => ringProblem('ring', ring),
  area: ({ ring, holes }) => ringProblem('ring', ring) ?? holesProblem(holes),
  obstacle: obstacleProblem,
  route: ({ path }) => pathProblem(path),
  barrier: ({ path }) => pathProblem(path),
  dimension: anchorsProblem,
  patrol: ({ path }) => pathProblem(path),
  sensor: ({ at, path }) => oneShapeProblem('path', at, path) ?? (path && pathProblem(path)),
  asset: ({ at, ring }) => oneShapeProblem('ring', at, ring) ?? (ring && ringProblem('ring', ring)),
  approach: ({ path }) => pathProblem(path),
  coverageZone: ({ ring }) => ringProblem('ring', ring),
};

/** What does not hold in where a record is; what it refers to is not looked at for itself. */
export function shapeProblemOf(record: PlanRecord, lookup: Lookup): ShapeProblem {
  const rule = shapeRules[kindOf(record.id)] as
    | ((record: PlanRecord, lookup: Lookup) => ShapeProblem)
    | undefined;
  return rule?.(record, lookup) ?? null;
}

/** Levels are named by their keys, profiles by theirs: a plan that has two of one name says nothing with it. */
function profileProblem({ levelProfile, ownProfiles }: RecordOf<'settings'>): ShapeProblem {
  const ids: readonly string[] = [...builtInProfileIds, ...ownProfiles.map(({ id }) => id)];
  if (new Set(ids).size < ids.length) return { field: 'ownProfiles', reason: 'profiles-of-one-name' };
  if (!ids.includes(levelProfile)) return { field: 'levelProfile', reason: 'no-such-profile' };
  const isTold = ownProfiles.every(
    ({ levels }) => new Set(levels.map(({ key }) => key)).size === levels.length,
  );
  return isTold ? null : { field: 'ownProfiles', reason: 'levels-of-one-name' };
}

function distinctPoints(points: readonly Point[], enough: number): boolean {
  const distinct: Point[] = [];
  for (const point of points) {
    if (!distinct.some((known) => samePoint(known, point))) distinct.push(point);
    if (distinct.length === enough) return true;
  }
  return false;
}

function pathProblem(path: readonly Point[]): ShapeProblem {
  return distinctPoints(path, 2) ? null : { field: 'path', reason: 'path-without-length' };
}

function ringProblem(field: string, ring: readonly Point[]): ShapeProblem {
  return distinctPoints(ring, 3) ? null : { field, reason: 'ring-without-area' };
}

function holesProblem(holes: readonly (readonly Point[])[]): ShapeProblem {
  return holes.every((hole) => distinctPoints(hole, 3))
    ? null
    : { field: 'holes', reason: 'ring-without-area' };
}

/** Whether an opening lies within its wall, give or take the quantising step. */
export function openingFits(
  opening: Pick<RecordOf<'opening'>, 'offset' | 'width'>,
  wall: RecordOf<'wall'>,
): boolean {
  const { offset, width } = opening;
  return offset - width / 2 >= -TOLERANCE && offset + width / 2 <= wallLength(wall) + TOLERANCE;
}

function openingProblem(opening: RecordOf<'opening'>, lookup: Lookup): ShapeProblem {
  const wall = lookup(opening.wall);
  if (!wall || !isKind(wall, 'wall')) return null;
  return openingFits(opening, wall) ? null : { field: 'offset', reason: 'opening-does-not-fit' };
}

function gateProblem(gate: RecordOf<'gate'>, lookup: Lookup): ShapeProblem {
  const fence = gate.fence === null ? undefined : lookup(gate.fence);
  if (!fence || !isKind(fence, 'fence')) return null;
  return distanceToPath(gate.at, fence) <= TOLERANCE ? null : { field: 'at', reason: 'gate-off-fence' };
}

function obstacleProblem({ path, width, ring }: RecordOf<'obstacle'>): ShapeProblem {
  if (path && ring) return { field: 'ring', reason: 'two-shapes' };
  if (ring) return ringProblem('ring', ring);
  if (!path || width === null) return { field: path ? 'width' : 'path', reason: 'no-shape' };
  return pathProblem(path);
}

const fewestAnchors = {
  linear: 2,
  aligned: 2,
  chain: 2,
  angle: 3,
  radius: 2,
  area: 1,
  coordinate: 1,
} as const;
const mostAnchors = {
  linear: 2,
  aligned: 2,
  chain: Number.POSITIVE_INFINITY,
  angle: 4,
  radius: 2,
  area: Number.POSITIVE_INFINITY,
  coordinate: 1,
};

function anchorsProblem({ type, anchors }: RecordOf<'dimension'>): ShapeProblem {
  const count = anchors.length;
  const isCounted = count >= fewestAnchors[type] && count <= mostAnchors[type];
  // A surface is that of one record, or the one between free points.
  const isSurface = type !== 'area' || count >= 3 || (count === 1 && anchors[0]?.type === 'attached');
  return isCounted && isSurface ? null : { field: 'anchors', reason: 'wrong-anchors' };
}

/** A record that lies at a place or along points has one of the two. */
function oneShapeProblem(field: string, at: Point | null, points: readonly Point[] | null): ShapeProblem {
  if (at && points) return { field, reason: 'two-shapes' };
  return at || points ? null : { field: 'at', reason: 'no-shape' };
}

const sentences: { readonly [R in IntegrityReason]: string } = {
  'no-settings': 'The plan has no settings record',
  'no-floor': 'The plan has no floor',
  'no-layer': 'The plan has no layer',
  'missing-reference': 'refers to a record that does not exist',
  'opening-does-not-fit': 'does not fit in its wall',
  'gate-off-fence': 'does not lie on its fence',
  'wall-without-length': 'has both ends at one point',
  'path-without-length': 'has all its points in one place',
  'ring-without-area': 'has fewer than three different points',
  'wrong-anchors': 'has too few or too many points for what it measures',
  'no-shape': 'has no geometry: no place, no outline and no path with a width',
  'two-shapes': 'has two geometries of which only one can be meant',
  'group-in-itself': 'is a group within itself',
  'no-such-profile': 'names a profile of levels that is neither built in nor among its own',
  'profiles-of-one-name': 'has two profiles of levels of one name, or one named as one that is built in',
  'levels-of-one-name': 'has a profile with two levels of one name',
  'groups-too-deep': `is a group within more than ${DEEPEST_GROUP - 1} others`,
};

/** One sentence that says what is wrong and where. */
export function describeProblem({ record, field, reason }: IntegrityProblem): string {
  if (record === null) return `${sentences[reason]}.`;
  return `The record ${record} ${sentences[reason]}${field === null ? '' : ` (field "${field}")`}.`;
}

/** The same as the rest of a sentence about the record, which somebody has named already. */
export function problemWords({ field, reason }: IntegrityProblem): string {
  return `it ${sentences[reason]}${field === null ? '' : `, field "${field}"`}`;
}
