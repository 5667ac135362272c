import { expect, test } from 'vitest';
import { err, ok } from '../../../core/result.ts';
import { openFiles } from '../../../electron/starts/open-files.ts';

async function opened(...files: string[]) {
  const [shown, told]: [string[], string[]] = [[], []];
  await openFiles(files, {
    receive: async (file) =>
      file.startsWith('bad')
        ? err({ code: 'unreadable', message: `${file} cannot be read.` })
        : ok({ planId: file, known: false, remarks: [`remark of ${file}`] }),
    show: ({ planId }) => shown.push(planId),
    tell: (message) => told.push(message),
  });
  return { shown, told };
}

test('the last plan is shown; remarks of the others and failures are told', async () => {
  expect(await opened('a', 'bad1', 'b', 'bad2')).toEqual({
    shown: ['b'],
    told: ['remark of a', 'bad1 cannot be read.', 'bad2 cannot be read.'],
  });
});

test('many failures are one sentence, and without a plan none is shown', async () => {
  expect(await opened('bad1', 'bad2', 'bad3', 'bad4')).toEqual({
    shown: [],
    told: ['4 of 4 files were not opened. The first: bad1 cannot be read.'],
  });
  expect(await opened()).toEqual({ shown: [], told: [] });
});
