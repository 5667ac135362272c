import type { Handlers } from '../../../core/contract/contract.ts';
import { partFormats } from '../../../core/contract/formats.ts';
import { err, ok } from '../../../core/result.ts';
import type { BringingIn } from '../../jobs/bringing-in.ts';
import { type FileReading, noForeign } from '../../jobs/file-reading.ts';
import type { Dialogs } from '../../windows/dialogs.ts';
import { fileFilters } from './file-filters.ts';
import { HeldPages } from './held-pages.ts';

export type ImportHandlersSetup = {
  readonly dialogs: Dialogs;
  readonly bringing: BringingIn;
  readonly reading: FileReading;
};

const heldWords = {
  lost: 'Another file was chosen meanwhile, so nothing was brought in. Choose it again.',
  tooLarge: 'The plan is larger than one that a file can be brought into.',
};

/** Files that come into the plan that is open. */
export function importHandlers({ dialogs, bringing, reading }: ImportHandlersSetup) {
  const held = new HeldPages(heldWords);
  return {
    'import.choose': async () => {
      const file = await dialogs.chooseFile({ title: 'Bring in', filters: fileFilters(partFormats) });
      if (file === null) return err({ code: 'cancelled', message: 'Nothing was chosen.' });
      return ok(bringing.choose(file));
    },
    'import.hold': async (args) => held.add(args),
    'import.begin': async ({ held: given, ...args }) => {
      const pages = held.take(given);
      return pages.ok ? bringing.begin(args, pages.value) : pages;
    },
    'import.foreign': async ({ road }) => {
      const foreign = (road === 'plan' ? reading : bringing).foreign;
      if (!foreign) return noForeign;
      const { id, name, survey } = foreign;
      return ok({ id, name, survey });
    },
    'import.asPlan': async (args) => reading.mappedPlan(args),
    'import.changes': async (args) => bringing.changes(args),
  } satisfies Partial<Handlers>;
}
