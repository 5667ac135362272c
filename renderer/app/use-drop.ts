import { type RefObject, useEffect } from 'react';
import type { EditorActions } from './use-app-actions.ts';

/** Takes files that are dropped on the window: pictures as underlays, plan files and GeoJSON as plans. */
export function useDrop(target: RefObject<HTMLElement | null>, actions: EditorActions): void {
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const over = (event: DragEvent) => event.preventDefault();
    const dropped = (event: DragEvent) => {
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) actions.dropFiles(files);
    };
    element.addEventListener('dragover', over);
    element.addEventListener('drop', dropped);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('drop', dropped);
    };
  }, [target, actions]);
}
