import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame, webUtils } from 'electron';
import { eventNames, fileMethodNames, methodNames } from '../core/contract/method-names.ts';
import { CONNECTING_NAMES } from './windows/connecting-names.ts';

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

// Before any script of the page; Electron 35 has a call of its own for it, this one runs in all.
void webFrame.executeJavaScript(
  `for (const name of ${JSON.stringify(CONNECTING_NAMES)}) delete globalThis[name];`,
);
