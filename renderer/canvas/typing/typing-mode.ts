import type { Editor } from '../../editor/editor.ts';
import type { Measure } from '../../editor/tool.ts';

/**
 * What can be typed at the pointer now: length and angle of the next point, a length alone, the place
 * of a first point, how far the selection moves; null for nothing.
 */
export type TypingMode = 'polar' | 'length' | 'place' | 'shift';

const starts: { readonly [M in TypingMode]: RegExp } = {
  polar: /^[0-9.,'"(@#<-]$/,
  length: /^[0-9.,'"(-]$/,
  place: /^[0-9.@#(-]$/,
  shift: /^@$/,
};

export function typingModeOf({ tool, selection }: Editor, measure: Measure | null): TypingMode | null {
  if (measure?.editable) return measure.typed ?? 'polar';
  if (tool.id !== 'select') return 'place';
  return selection.size > 0 && !measure ? 'shift' : null;
}

/** What can be typed now, and whether the tool waits for that alone: any letter begins it then. */
export type Typeable = { readonly mode: TypingMode; readonly isAwaited: boolean };

/** The text that a key begins; null for one that is no part of what can be typed. */
export function textBegunBy(key: string, { mode, isAwaited }: Typeable): string | null {
  if (starts[mode].test(key)) return key;
  // What is lost by a command, as the points of a picture that are set already, is not to be had again by undo.
  return isAwaited && /^\S$/u.test(key) ? key : null;
}

/** Whether a key that was pressed over the drawing begins to type; null when it does not, else the text. */
export function beginsTyping(event: KeyboardEvent, typeable: Typeable): string | null {
  const { mode } = typeable;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return null;
  if (target instanceof HTMLElement && target.closest('[role=dialog],[role=menu],[role=listbox]'))
    return null;
  if (event.key === 'Tab' && !event.shiftKey) return mode === 'polar' || mode === 'length' ? '' : null;
  return textBegunBy(event.key, typeable);
}
