import type { Attack } from '../attack.ts';
import { ipc } from './ipc.ts';
import { network } from './network.ts';
import { secondStarts } from './second-starts.ts';

/** THE list of attacks, in the order of the table. */
export const attacks: readonly Attack[] = [secondStarts, network, ipc];
