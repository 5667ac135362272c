import { useEffect } from 'react';
import type { Tell } from '../../commands/command.ts';
import { type CameraStore, cameraTable } from '../../hooks/camera-table.ts';
import { connectLevelFiles } from '../../hooks/level-files.ts';
import { bridge } from '../../storage/bridge.ts';

const store: CameraStore = {
  list: () => bridge['cameras.list']({}),
  save: (cameras) => bridge['cameras.save']({ cameras: [...cameras] }),
  read: () => bridge['cameras.read']({}),
  write: (cameras) => bridge['cameras.write']({ cameras: [...cameras] }),
};

/** Reads the person's own cameras once a plan is open, and says how level profiles are asked for. */
export function useStoredCameras(tell: Tell): void {
  useEffect(() => {
    connectLevelFiles(() => bridge['levels.read']({}));
    void cameraTable.connect(store).then((refusal) => {
      if (refusal !== null) tell(refusal, { tone: 'fail' });
    });
  }, [tell]);
}
