import { expect, test } from 'vitest';
import { holdBackComposedKeys } from '../../../renderer/app/composed-keys.ts';

type Pressed = { readonly key: string; readonly isComposing: boolean; readonly keyCode: number };

/** A key event of a browser, as far as listeners look at it here. */
class KeyPressed extends Event {
  readonly key: string;
  readonly isComposing: boolean;
  readonly keyCode: number;

  constructor(type: string, { key, isComposing, keyCode }: Pressed) {
    super(type, { bubbles: true, cancelable: true });
    this.key = key;
    this.isComposing = isComposing;
    this.keyCode = keyCode;
  }
}

/** The keys that a listener hears on a page whose composed keys are held back, and which were cancelled. */
function heard(
  type: string,
  pressed: Pressed,
): { readonly keys: readonly string[]; readonly isCancelled: boolean } {
  const page = new EventTarget();
  const keys: string[] = [];
  holdBackComposedKeys(page);
  const listener = (event: Event) => keys.push((event as KeyPressed).key);
  page.addEventListener(type, listener, { capture: true });
  page.addEventListener(type, listener);
  const isCancelled = !page.dispatchEvent(new KeyPressed(type, pressed));
  return { keys, isCancelled };
}

test.each(['Enter', 'Escape', 'Backspace', 'Tab', 'ArrowDown', ' ', 'w', '@', 'Delete', 'F2'])(
  '%s in a composition is heard by nobody, and the input method keeps it',
  (key) => {
    expect(heard('keydown', { key, isComposing: true, keyCode: 13 })).toEqual({
      keys: [],
      isCancelled: false,
    });
  },
);

test('a key that ends a composition, or that the input method has, is heard by nobody', () => {
  for (const key of ['Enter', 'Process', 'Dead']) {
    expect(heard('keydown', { key, isComposing: false, keyCode: 229 }).keys).toEqual([]);
  }
  expect(heard('keypress', { key: 'Enter', isComposing: true, keyCode: 13 }).keys).toEqual([]);
});

test('any other key is heard, and keys that are let go of always', () => {
  expect(heard('keydown', { key: 'Enter', isComposing: false, keyCode: 13 }).keys).toEqual([
    'Enter',
    'Enter',
  ]);
  expect(heard('keyup', { key: 'q', isComposing: true, keyCode: 229 }).keys).toEqual(['q', 'q']);
});
