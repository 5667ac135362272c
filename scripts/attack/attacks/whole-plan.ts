import { MOST_PASSES, massTimes } from '../../bench/mass.ts';
import { openReference } from '../../bench/open-plan.ts';
import { median } from '../../bench/result.ts';
import type { Attack } from '../attack.ts';

const RUNS = 3;

/**
 * Moves all of a campus plan at once, and takes it back and forth: how long each takes until it is seen,
 * against a pass that copies and shifts every record.
 */
export const wholePlan: Attack = {
  name: 'whole-plan',
  forms: ['long'],
  failedOn: '59a65ef',
  run: async ({ tried, failed }) => {
    const opened = await openReference('campus');
    const { pass, ...edits } = await massTimes(opened, RUNS);
    for (const [name, times] of Object.entries(edits)) {
      tried(times.length);
      const ratio = median(times) / median(pass);
      if (ratio > MOST_PASSES)
        failed(`${name} on all of the campus plan is seen after ${ratio.toFixed(1)} plain passes`);
    }
    if (opened.driver.complaints.length > 0) failed(`the window complained: ${opened.driver.complaints[0]}`);
    await opened.driver.close();
  },
};
