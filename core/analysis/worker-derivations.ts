import { floorRooms } from '../derive/walls/floor-rooms.ts';

/** THE list of what a worker can be asked. */
export const workerDerivations = [floorRooms] as const;
