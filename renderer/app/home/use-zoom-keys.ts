import { useEffect } from 'react';
import { shortcutOf } from '../../commands/shortcuts.ts';
import { windowZoomCommands } from '../../commands/window-zoom.ts';
import { zoomWindow } from '../window-zoom.ts';

/** The keys that make the window's contents larger and smaller, where no plan is open. */
export function useZoomKeys(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const command = windowZoomCommands.find(({ shortcut }) => shortcut === shortcutOf(event));
      if (!command) return;
      event.preventDefault();
      zoomWindow(command.step);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
