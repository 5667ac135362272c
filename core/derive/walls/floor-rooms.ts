import type { IdOf } from '../../plan/kinds/index.ts';
import type { Derivation } from '../derivation.ts';
import { type Room, roomsWithin } from './rooms.ts';

/** The rooms that the walls of a floor close off, in no particular order; null where too many lie over each other. */
export const floorRooms: Derivation<IdOf<'floor'>, { readonly rooms: readonly Room[] | null }> = {
  name: 'floorRooms',
  keyText: (floor) => floor,
  inputs: (floor) => [{ kinds: ['wall'], floor, box: null, ids: null }],
  compute: (given) => ({ rooms: roomsWithin(given.of('wall')) }),
  follow: null,
};
