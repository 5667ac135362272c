import type { StorageStatus } from '../../core/contract/shapes.ts';
import { bridge } from './bridge.ts';

/** Hears what the storage says of itself whenever that changes; gives what ends it. */
export function onStorageStatus(listener: (status: StorageStatus) => void): () => void {
  return bridge.on('storage.changed', () => {
    void bridge['storage.status']({}).then((answer) => {
      if (answer.ok) listener(answer.value);
    });
  });
}
