import { useEffect, useState } from 'react';
import type { StorageStatus } from '../../../core/contract/shapes.ts';
import { bridge } from '../../storage/bridge.ts';
import { onStorageStatus } from '../../storage/storage-changes.ts';

/** What the storage says of itself; null until it has said anything. */
export function useStorageStatus(): StorageStatus | null {
  const [status, setStatus] = useState<StorageStatus | null>(null);
  useEffect(() => {
    let isShown = true;
    void bridge['storage.status']({}).then((answer) => {
      if (isShown && answer.ok) setStatus(answer.value);
    });
    const end = onStorageStatus(setStatus);
    return () => {
      isShown = false;
      end();
    };
  }, []);
  return status;
}
