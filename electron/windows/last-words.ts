import { app, dialog } from 'electron';

/** A box that nobody answers goes after this: no start stays for ever, holding nothing. */
const LONGEST_MS = 5 * 60_000;

export type LastWords = {
  readonly message: string;
  readonly exitCode: number;
  /** Whether a person is to see it; else it is on standard error alone, for whoever drives the application. */
  readonly inBox: boolean;
};

/** Ends an application that shows no window, with the sentence why. */
export function endWith({ message, exitCode, inBox }: LastWords): void {
  process.stderr.write(`${message}\n`);
  if (!inBox) process.exit(exitCode);
  const type = exitCode === 0 ? 'info' : 'error';
  // Before it is ready Electron shows no box on Linux; and the box that is simplest to show waits for ever.
  void app
    .whenReady()
    .then(() => {
      const closing = new AbortController();
      // A timer of its own: that of AbortSignal.timeout does not wake up a process with nothing to do.
      setTimeout(() => closing.abort(), LONGEST_MS);
      const { signal } = closing;
      return dialog.showMessageBox({ type, title: 'Sallyport', message, buttons: ['Close'], signal });
    })
    .finally(() => app.exit(exitCode));
}
