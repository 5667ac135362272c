/** What a key is called while an input method has it; some end a composition with it after its end. */
const HAD_BY_INPUT_METHOD = 229;

/** Whether a key belongs to a letter that is being composed, as of Japanese, or of ´ and e. */
export function isComposed({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === HAD_BY_INPUT_METHOD;
}

/**
 * Keeps keys that belong to a composition from everything that listens: Enter chooses a word there, Escape drops it,
 * Backspace and the arrows steer in it. The input method has had them by then, and what it writes comes as input.
 *
 * To be called before anything else listens to keys.
 */
export function holdBackComposedKeys(page: EventTarget): void {
  const held = (event: Event) => {
    if (isComposed(event as KeyboardEvent)) event.stopImmediatePropagation();
  };
  for (const type of ['keydown', 'keypress']) page.addEventListener(type, held, { capture: true });
}
