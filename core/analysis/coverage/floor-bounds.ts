import type { Given } from '../../derive/derivation.ts';
import { isInPolygon, type Polygon } from '../../geometry/polygon.ts';
import type { RecordOf } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import type { StandingKey } from '../scene/floor-standing.ts';
import { floorsBeside, outdoorFloor } from '../scene/sight-standing.ts';

type Camera = RecordOf<'camera'>;

/** Where what a camera sees of a floor can lie, beside what hides: in some polygons (null for anywhere), and not in others. */
export type Bounds = { readonly within: readonly Polygon[] | null; readonly except: readonly Polygon[] };

/** How a camera is to be seen from a floor: how much higher its own floor lies, and what bounds its view. */
export type SeenCamera = { readonly shift: number; readonly bounds: Bounds };

const anywhere: Bounds = { within: null, except: [] };

/**
 * Which cameras can see a floor, and within what. Its own ones can: one in a building within that building, where the
 * floor is not outdoors. So can, through the openings of outer walls, those outdoors a floor within the buildings, and
 * those of floors outdoors, but for the ground of the building that they are in: their own floor lies there.
 *
 * @returns null for a camera that cannot see the floor
 */
export function boundsOfFloor(
  given: Pick<Given, 'of'>,
  { floor, states }: StandingKey,
): (camera: Camera) => SeenCamera | null {
  const beside = new Map(floorsBeside(given, floor).map((each) => [each.floor.id, each.shift]));
  const outdoors = outdoorFloor(given);
  const buildings = given
    .of('building')
    .filter((building) => building.floor === outdoors?.id && isInStateView(building.state, states));
  const isOutdoors = outdoors === null || outdoors.id === floor;
  const around = ({ at }: Camera) => buildings.filter((building) => isInPolygon(at, building));
  return (camera) => {
    if (camera.floor === floor) {
      const own = isOutdoors ? [] : around(camera);
      return { shift: 0, bounds: own.length > 0 ? { within: own, except: [] } : anywhere };
    }
    const shift = beside.get(camera.floor);
    if (shift === undefined) return null;
    return {
      shift,
      bounds: isOutdoors ? { within: null, except: around(camera) } : { within: buildings, except: [] },
    };
  };
}
