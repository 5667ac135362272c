import { floorRooms } from '../derive/walls/floor-rooms.ts';
import { floorCoverage } from './coverage/floor-coverage.ts';
import { floorZones } from './zones/floor-zones.ts';

/** THE list of what a worker can be asked. */
export const workerDerivations = [floorRooms, floorCoverage, floorZones] as const;
