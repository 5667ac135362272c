import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { eventNames, fileMethodNames, methodNames } from '../core/contract/method-names.ts';

const known: readonly string[] = eventNames;

const takingFiles: readonly string[] = fileMethodNames;

/**
 * The argument that a file stands for. Its path is what Chromium knows of it, never what the page says: a file
 * that the page made itself has none.
 */
function argumentOf(file: unknown): { readonly path: string; readonly name: string } {
  if (!(file instanceof File)) return { path: '', name: '' };
  return { path: webUtils.getPathForFile(file), name: file.name };
}

const methods = methodNames.map((name) => [
  name,
  takingFiles.includes(name)
    ? (file: unknown) => ipcRenderer.invoke(name, argumentOf(file))
    : (args: unknown) => ipcRenderer.invoke(name, args),
]);

/** Listens to one event of the contract; gives the function that stops it. */
function on(event: string, listener: (payload: unknown) => void): () => void {
  if (!known.includes(event)) throw new Error(`There is no event ${event}.`);
  const hear = (_: IpcRendererEvent, payload: unknown): void => listener(payload);
  ipcRenderer.on(event, hear);
  return () => void ipcRenderer.off(event, hear);
}

contextBridge.exposeInMainWorld('sallyport', { ...Object.fromEntries(methods), on });
