import type { Attack } from '../attack.ts';
import { dataFolder } from './data-folder.ts';

/** THE list of attacks, in the order of the table. */
export const attacks: readonly Attack[] = [dataFolder];
