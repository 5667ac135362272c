import { useEffect } from 'react';
import type { Editor } from '../../editor/editor.ts';
import { bridge } from '../../storage/bridge.ts';
import { encodeSnaps, parseSnaps, SNAPS_KEY } from './stored-snaps.ts';

/** Takes what the pointer snaps to from the settings of the application, and remembers its changes there. */
export function useRememberedSnaps(editor: Editor): void {
  useEffect(() => {
    let isOpen = true;
    let known = encodeSnaps(editor.view.snaps);
    void bridge['app.settings']({}).then((stored) => {
      const snaps = stored.ok ? parseSnaps(stored.value[SNAPS_KEY]) : null;
      if (!isOpen || !snaps) return;
      known = encodeSnaps(snaps);
      editor.show({ snaps });
    });
    const unsubscribe = editor.subscribe('snaps', (snaps) => {
      const now = encodeSnaps(snaps);
      if (now === known) return;
      known = now;
      void bridge['app.setSetting']({ key: SNAPS_KEY, value: now });
    });
    return () => {
      isOpen = false;
      unsubscribe();
    };
  }, [editor]);
}
