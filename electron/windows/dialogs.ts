import { type BrowserWindow, dialog, type FileFilter } from 'electron';

/** What the main process asks a person; a path stays in the main process. */
export type Dialogs = {
  /** The file a person chose to open, or null. */
  readonly chooseFile: (asked: {
    readonly title: string;
    readonly filters: readonly FileFilter[];
  }) => Promise<string | null>;
  /** Where a person wants a file to be written, or null. */
  readonly choosePlace: (asked: {
    readonly title: string;
    readonly fileName: string;
    readonly filters: readonly FileFilter[];
  }) => Promise<string | null>;
  /** The index of the button a person pressed; closing the dialog, also by the signal, is the last one. */
  readonly ask: (asked: {
    readonly message: string;
    readonly detail: string;
    readonly buttons: readonly string[];
    readonly signal?: AbortSignal;
  }) => Promise<number>;
};

/** The system's own dialogs, before the window that is open at that time. */
export function systemDialogs(windowOf: () => BrowserWindow | null): Dialogs {
  // Each method of `dialog` is looked up at the time of the call: tests in the real application replace them.
  return {
    async chooseFile({ title, filters }) {
      const options = { title, filters: [...filters], properties: ['openFile' as const] };
      const window = windowOf();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    async choosePlace({ title, fileName, filters }) {
      const options = { title, defaultPath: fileName, filters: [...filters] };
      const window = windowOf();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return canceled || !filePath ? null : filePath;
    },
    async ask({ message, detail, buttons, signal }) {
      const cancelId = buttons.length - 1;
      const options = {
        type: 'warning' as const,
        message,
        detail,
        buttons: [...buttons],
        cancelId,
        noLink: true,
        ...(signal && { signal }),
      };
      const window = windowOf();
      const { response } = await (window
        ? dialog.showMessageBox(window, options)
        : dialog.showMessageBox(options));
      return response;
    },
  };
}
