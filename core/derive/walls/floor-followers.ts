import { type Box, boxOf } from '../../geometry/box.ts';
import { FloorIndex } from '../../plan/floor-index.ts';
import type { IdOf, PlanRecord, RecordOf } from '../../plan/kinds/index.ts';
import { isKind } from '../../plan/plan.ts';
import type { Derivation } from '../derivation.ts';

type Area = RecordOf<'area'>;

/** Where the areas of a floor are that follow their walls. */
export const floorFollowers: Derivation<IdOf<'floor'>, FloorIndex<Area['id']>> = {
  name: 'floorFollowers',
  keyText: (floor) => floor,
  inputs: (floor) => [{ kinds: ['area'], floor, box: null, ids: null }],
  compute: (given) =>
    FloorIndex.of(
      given.of('area').flatMap((area) => {
        const box = placeOf(area);
        return box ? [[area.id, box] as const] : [];
      }),
    ),
  follow: (index, changes) => {
    const places = new Map<Area['id'], Box | null>();
    for (const [id, { after }] of changes) places.set(id as Area['id'], placeOf(after));
    return index.with(places);
  },
};

function placeOf(record: PlanRecord | null): Box | null {
  return record && isKind(record, 'area') && record.follows === 'walls' ? boxOf(record.ring) : null;
}
