import type { Attack } from '../attack.ts';
import { backups } from './backups.ts';
import { dataFolder } from './data-folder.ts';
import { diskFull } from './disk-full.ts';

/** THE list of attacks, in the order of the table. */
export const attacks: readonly Attack[] = [dataFolder, backups, diskFull];
