import type { Derivation } from '../../derive/derivation.ts';
import { Layered } from '../../derive/layered.ts';
import { boxOf } from '../../geometry/box.ts';
import type { Point } from '../../geometry/point.ts';
import { distanceToSegment } from '../../geometry/segment.ts';
import { FloorIndex } from '../../plan/floor-index.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { err, ok, type Result } from '../../result.ts';
import { KeptResults } from '../kept-results.ts';
import {
  floorStanding,
  type HostId,
  hostsOf,
  type Standing,
  type StandingKey,
  standingKinds,
} from '../scene/floor-standing.ts';
import { type Medium, numberOf, sightScene } from '../scene/sight-scene.ts';
import { prepareSight } from '../sight/prepare-sight.ts';
import type { SightRefusal } from '../sight/sight-pieces.ts';
import { beamCrossings, type SensedLine } from './beam-crossings.ts';
import { type SensedArea, type SensedScene, sensedArea } from './sensed-area.ts';
import { type Watched, watchedBox, watchedBy } from './sensor-watch.ts';

type Sensor = RecordOf<'sensor'>;
type DetectorWatch = Extract<Watched, { readonly shape: 'area' }>;

/** What a detector reaches, with the records that it ends at and that weaken it, by their ids. */
export type DetectorSensing = Omit<SensedArea, 'cutBy' | 'weakenedBy'> & {
  readonly cutBy: readonly HostId[];
  readonly weakenedBy: readonly HostId[];
};

/** What a sensor senses of what it watches, or why that is not known. */
export type Sensing = Result<DetectorSensing | SensedLine, SightRefusal>;

/** m²: less is not told from all of it in the figures that are shown. */
const LEAST_CUT = 0.05;
/** So many sensings are kept, those that were asked for last. */
const MOST_KEPT = 4000;
/** Of more records in reach the whole floor is prepared, once for all sensors. */
const MOST_ALONE = 300;

const kept = new KeptResults<Sensing>(MOST_KEPT);

type Standings = Layered<HostId, Standing>;

/**
 * What stands on a floor, ready for the sensors there to be asked about. What a sensor senses is computed when it is
 * asked for, of what stands in its reach, and kept by that: an edit costs what it touches.
 */
export class FloorSensing {
  readonly #standing: Standings;
  readonly #places: FloorIndex<HostId>;
  readonly #whole = new Map<Medium, Result<SensedScene, SightRefusal>>();

  private constructor(standing: Standings, places: FloorIndex<HostId>) {
    this.#standing = standing;
    this.#places = places;
  }

  static of(standing: Standings): FloorSensing {
    const places = [...standing.entries()].flatMap(([id, each]) => {
      const box = boxOfStanding(each);
      return box ? [[id, box] as const] : [];
    });
    return new FloorSensing(standing, FloorIndex.of(places));
  }

  /** The same where some records stand otherwise. O(changed). */
  with(standing: Standings, changed: ReadonlySet<HostId>): FloorSensing {
    const boxes = [...changed].map((id) => [id, boxOfStanding(standing.get(id))] as const);
    return new FloorSensing(standing, this.#places.with(new Map(boxes)));
  }

  /** What a sensor on the floor senses, one of the plan or not; null where it watches nothing that could be stopped. */
  of(sensor: Sensor): Sensing | null {
    const watched = watchedBy(sensor);
    const box = watched && watchedBox(watched);
    if (!watched || !box) return null;
    const around = [...this.#places.query(box)].flatMap((id) => {
      const standing = this.#standing.get(id);
      return standing ? [{ id, standing, number: numberOf(standing) }] : [];
    });
    around.sort((one, other) => one.number - other.number);
    const text = `${JSON.stringify(watched)} ${around.map(({ number }) => number).join()}`;
    return kept.get(text, () => this.#sensed(watched, around));
  }

  #sensed(watched: Watched, around: readonly Neighbour[]): Sensing {
    if (watched.shape === 'line') {
      const standing = around.map((each) => [each.id, each.standing] as const);
      return ok(beamCrossings(watched, standing));
    }
    const { medium } = watched;
    const isCrowd = around.length > MOST_ALONE;
    const scene = isCrowd ? this.#wholeScene(medium) : prepared(layered(around), medium);
    const sensed = scene.ok ? sensedArea(watched, scene.value) : scene;
    if (!sensed.ok) return err(sensed.error);
    const { area, free } = sensed.value;
    const { cutBy, weakenedBy } = isCrowd ? sensed.value : allEndings(sensed.value, around, watched);
    const ids = new Map(around.map(({ id, number }) => [number, id]));
    const named = (numbers: readonly number[]) => numbers.flatMap((number) => ids.get(number) ?? []).sort();
    return ok({
      ...sensed.value,
      cutBy: free - area < LEAST_CUT ? [] : named(cutBy),
      weakenedBy: named(weakenedBy),
    });
  }

  #wholeScene(medium: Medium): Result<SensedScene, SightRefusal> {
    const scene = this.#whole.get(medium) ?? prepared(this.#standing, medium);
    this.#whole.set(medium, scene);
    return scene;
  }
}

type Neighbour = { readonly id: HostId; readonly standing: Standing; readonly number: number };

type Endings = Pick<SensedArea, 'cutBy' | 'weakenedBy'>;
/** m² that are as good as none. */
const NO_AREA = 1e-3;

/*  Behind the strip that a low piece hides a high one ends the rest, without an edge of its own. As long as less is
 *  reached than what has been named leaves, the nearest that takes of it is named too.  */
function allEndings(sensed: SensedArea, around: readonly Neighbour[], watched: DetectorWatch): Endings {
  const all = new Set([...sensed.cutBy, ...sensed.weakenedBy]);
  const left = (added: number | null) => {
    const there = around.filter(({ number }) => number === added || all.has(number));
    const scene = prepared(layered(there), watched.medium);
    const reached = scene.ok ? sensedArea(watched, scene.value) : scene;
    return reached.ok ? reached.value : sensed;
  };
  const [cutBy, weakenedBy] = [[...sensed.cutBy], [...sensed.weakenedBy]];
  let known = left(null);
  for (const { number } of nearestFirst(around, watched.sector.centre)) {
    if (isSame(known, sensed)) break;
    const now = all.has(number) ? known : left(number);
    if (isSame(now, known)) continue;
    (now.area < known.area - NO_AREA ? cutBy : weakenedBy).push(number);
    all.add(number);
    known = now;
  }
  return { cutBy, weakenedBy };
}

const isSame = (one: SensedArea, other: SensedArea): boolean =>
  Math.abs(one.area - other.area) <= NO_AREA && Math.abs(one.weakened - other.weakened) <= NO_AREA;

function nearestFirst(around: readonly Neighbour[], to: Point): readonly Neighbour[] {
  const distances = around.map((each) => {
    const distance = Math.min(...each.standing.pieces.map(({ a, b }) => distanceToSegment(to, a, b)));
    return { each, distance };
  });
  return distances.sort((one, other) => one.distance - other.distance).map(({ each }) => each);
}

const layered = (around: readonly Neighbour[]): Standings =>
  new Layered(new Map(around.map(({ id, standing }) => [id, standing])));

/** Any share tells what mesh weakens from what it does not: by how much is not known of a detector. */
const WEAKENED = 0.5;

function prepared(standing: Standings, medium: Medium): Result<SensedScene, SightRefusal> {
  const scene = sightScene(standing, medium, WEAKENED);
  const sight = prepareSight(scene.pieces);
  return sight.ok ? ok({ ...scene, sight: sight.value }) : err(sight.error);
}

const boxOfStanding = (standing: Standing | undefined) =>
  standing ? boxOf(standing.pieces.flatMap(({ a, b }) => [a, b])) : null;

/** What the sensors of a floor sense; see `FloorSensing`. Sensors are no inputs: any can be asked about. */
export const floorSensing: Derivation<StandingKey, FloorSensing> = {
  name: 'floorSensing',
  keyText: ({ floor, states }) => `${floor} ${states}`,
  inputs: ({ floor }) => [{ kinds: standingKinds, floor, box: null, ids: null }],
  compute: (given, key) => FloorSensing.of(given.from(floorStanding, key)),
  follow: (before, changes, { key, given }) =>
    before.with(given.from(floorStanding, key), hostsOf(changes, given.of('building'))),
};
