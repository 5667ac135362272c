import type { Attack } from '../attack.ts';
import { backups } from './backups.ts';
import { dataFolder } from './data-folder.ts';
import { diskFull } from './disk-full.ts';
import { equalPlans } from './equal-plans.ts';
import { farAway } from './far-away.ts';
import { fuzzReaders } from './fuzz-readers.ts';
import { fuzzWriters } from './fuzz-writers.ts';
import { hostileFilesAttack } from './hostile-files.ts';
import { hostilePlans } from './hostile-plans.ts';
import { ipc } from './ipc.ts';
import { journal } from './journal.ts';
import { kills } from './kills.ts';
import { largestPlans } from './largest-plans.ts';
import { network } from './network.ts';
import { secondStarts } from './second-starts.ts';
import { soak } from './soak.ts';
import { wholePlan } from './whole-plan.ts';

/** THE list of attacks, in the order of the table. */
export const attacks: readonly Attack[] = [
  backups,
  dataFolder,
  diskFull,
  equalPlans,
  farAway,
  fuzzReaders,
  fuzzWriters,
  hostileFilesAttack,
  hostilePlans,
  ipc,
  journal,
  kills,
  largestPlans,
  network,
  secondStarts,
  soak,
  wholePlan,
];
