import { readableText } from '../../../core/codec/clipboard.ts';
import type { Handlers } from '../../../core/contract/contract.ts';
import { err, ok } from '../../../core/result.ts';
import type { Jobs } from '../../jobs/jobs.ts';

/** The clipboard of the system, as far as it is used. */
export type SystemClipboard = {
  readonly readText: () => Promise<string>;
  readonly writeText: (text: string) => Promise<void>;
};

export type ClipboardHandlersSetup = SystemClipboard & { readonly jobs: Pick<Jobs, 'run'> };

/** Most characters of a text that the window reads itself; a longer one is read in a process of its own. */
const MOST_IN_WINDOW = 1024 * 1024;

export function clipboardHandlers({ readText, writeText, jobs }: ClipboardHandlersSetup) {
  return {
    'clipboard.write': async ({ text }) => {
      await writeText(text);
      return ok(null);
    },
    // What another program put there never reaches the window unless it claims to be copied records.
    'clipboard.read': async () => {
      const text = readableText(await readText());
      if (text.ok && text.value.length <= MOST_IN_WINDOW) return ok({ text: text.value, pages: [] });
      if (text.ok) {
        const pages = await jobs.run('clipboard.read', { text: text.value });
        return pages.ok ? ok({ text: null, pages: [...pages.value] }) : pages;
      }
      const code = text.error.reason === 'too-large' ? 'too-large' : 'refused';
      return err({ code, message: text.error.message });
    },
  } satisfies Partial<Handlers>;
}
