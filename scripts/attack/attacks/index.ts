import type { Attack } from '../attack.ts';
import { hostileFilesAttack } from './hostile-files.ts';

/** THE list of attacks, in the order of the table. */
export const attacks: readonly Attack[] = [hostileFilesAttack];
