import { floorRooms } from '../walls/floor-rooms.ts';
import { floorOpaque } from '../walls/opaque-segments.ts';

/** THE list of what a worker can be asked. */
export const workerDerivations = [floorRooms, floorOpaque] as const;
