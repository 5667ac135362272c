import { readableText } from '../../../core/codec/clipboard.ts';
import type { Handlers } from '../../../core/contract/contract.ts';
import { err, ok } from '../../../core/result.ts';

/** The clipboard of the system, as far as it is used. */
export type SystemClipboard = {
  readonly readText: () => Promise<string>;
  readonly writeText: (text: string) => Promise<void>;
};

export function clipboardHandlers({ readText, writeText }: SystemClipboard) {
  return {
    'clipboard.write': async ({ text }) => {
      await writeText(text);
      return ok(null);
    },
    // What another program put there never reaches the window unless it claims to be copied records.
    'clipboard.read': async () => {
      const text = readableText(await readText());
      if (text.ok) return ok({ text: text.value });
      const code = text.error.reason === 'too-large' ? 'too-large' : 'refused';
      return err({ code, message: text.error.message });
    },
  } satisfies Partial<Handlers>;
}
