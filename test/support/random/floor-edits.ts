import { copyToFloor } from '../../../core/operations/floors/copy-to-floor.ts';
import { moveToFloor } from '../../../core/operations/floors/move-to-floor.ts';
import { insertInPlaces } from '../../../core/operations/fragment/insert-fragment.ts';
import { moveToLayer } from '../../../core/operations/layers/move-to-layer.ts';
import { orderRecords, orderWays } from '../../../core/operations/order/order-records.ts';
import { tagSource } from '../../../core/operations/tags/tag-source.ts';
import type { AnyId } from '../../../core/plan/kinds/index.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { kindOf, type Plan } from '../../../core/plan/plan.ts';
import { among, type Choice, type OperationEdits, pickId, pickMany } from './choice.ts';

/** Some records with all walls or fences, so that what lies in them comes into it. */
function someWithHosts(plan: Plan, { picks, flag }: Choice): readonly AnyId[] {
  const hosts = flag ? plan.tables.wall.keys() : plan.tables.fence.keys();
  return [...pickMany(plan, picks), ...hosts].slice(0, 12);
}

const lastOf = ({ picks }: Choice): number => picks.at(-1) ?? 0;

/** The operations that bring records to other floors and layers, and above and beneath each other. */
export const floorEdits: OperationEdits = {
  insertInPlaces: {
    insertInPlaces: (plan, { picks, point, flag, angle }, newId) => {
      const fragment = fragmentOf(plan, pickMany(plan, picks));
      const to = flag ? { at: point, angle } : null;
      const tagOf = tagSource(plan).keepFree(fragment.records);
      const result = insertInPlaces(plan, fragment, {
        to,
        nameOf: (id) => newId(kindOf(id)),
        placeOf: (record) => record,
        tagOf,
      });
      return result.ok ? { ok: true, value: result.value.diff } : result;
    },
  },
  copyToFloor: {
    copyToFloor: (plan, choice, newId) => {
      const floor = pickId(plan, 'floor', lastOf(choice));
      const result = floor && copyToFloor(plan, someWithHosts(plan, choice), { floor, newId });
      return result?.ok ? { ok: true, value: result.value.diff } : result;
    },
  },
  moveToFloor: {
    moveToFloor: (plan, choice) => {
      const floor = pickId(plan, 'floor', lastOf(choice));
      return floor && moveToFloor(plan, pickMany(plan, choice.picks), floor);
    },
    moveHostsToFloor: (plan, choice) => {
      const floor = pickId(plan, 'floor', lastOf(choice));
      return floor && moveToFloor(plan, someWithHosts(plan, choice), floor);
    },
  },
  moveToLayer: {
    moveToLayer: (plan, choice) => {
      const layer = pickId(plan, 'layer', lastOf(choice));
      return layer && moveToLayer(plan, pickMany(plan, choice.picks), layer);
    },
  },
  orderRecords: {
    order: (plan, choice) =>
      orderRecords(plan, pickMany(plan, choice.picks), among(orderWays, lastOf(choice))),
  },
};
