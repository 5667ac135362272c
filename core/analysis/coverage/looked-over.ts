import type { Given, Inputs } from '../../derive/derivation.ts';
import { type Box, boxOf, unionOfBoxes } from '../../geometry/box.ts';
import type { Polygon } from '../../geometry/polygon.ts';
import type { IdOf, PlacedRecord } from '../../plan/kinds/index.ts';
import { isInStateView } from '../../plan/parts/state-view.ts';
import type { StandingKey } from '../scene/floor-standing.ts';

/** Where blind spots are looked for: within the property line, else the coverage zones, else around all that stands. */
export type LookedOver = {
  readonly by: 'property-line' | 'zones' | 'all-around';
  readonly places: readonly Polygon[];
};

/** What that follows from, beside what coverage does. */
export const lookedOverInputs: Inputs = {
  kinds: ['propertyLine', 'coverageZone'],
  floor: null,
  box: null,
  ids: null,
};

/** Where on a floor blind spots are looked for. */
export function lookedOver(given: Pick<Given, 'of'>, { floor, states }: StandingKey): LookedOver {
  const isThere = (record: PlacedRecord) => isInStateView(record.state, states);
  const isHere = (record: PlacedRecord) => record.floor === floor && isThere(record);
  const polygons = (records: readonly { readonly ring: Polygon['ring'] }[]) =>
    records.map(({ ring }) => ({ ring, holes: [] }));
  const lines = given.of('propertyLine').filter(isHere);
  if (lines.length > 0) return { by: 'property-line', places: polygons(lines) };
  const zones = given.of('coverageZone').filter(isHere);
  if (zones.length > 0) return { by: 'zones', places: polygons(zones) };
  const box = boxAround(given, floor, isThere);
  return { by: 'all-around', places: box ? [{ ring: cornersOf(box), holes: [] }] : [] };
}

function boxAround(
  given: Pick<Given, 'of'>,
  floor: IdOf<'floor'>,
  isThere: (record: PlacedRecord) => boolean,
): Box | null {
  const boxes = [
    ...given
      .of('wall')
      .filter((wall) => wall.floor === floor && isThere(wall))
      .map(({ a, b }) => boxOf([a, b])),
    ...given
      .of('building')
      .filter((each) => each.floor === floor && isThere(each))
      .map(({ ring }) => boxOf(ring)),
    ...given
      .of('fence')
      .filter((each) => each.floor === floor && isThere(each))
      .map(({ path }) => boxOf(path)),
    ...given
      .of('camera')
      .filter((each) => each.floor === floor && isThere(each))
      .map(({ at }) => boxOf([at])),
  ].filter((box) => box !== null);
  const [first] = boxes;
  return first ? boxes.reduce(unionOfBoxes, first) : null;
}

const cornersOf = ({ minX, minY, maxX, maxY }: Box) => [
  { x: minX, y: minY },
  { x: maxX, y: minY },
  { x: maxX, y: maxY },
  { x: minX, y: maxY },
];
