import type { Command } from './command.ts';

const keyNames: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
};

const isMac = globalThis.navigator?.platform.startsWith('Mac') ?? false;

/** The shortcut that a key event means, written as commands write theirs. */
export function shortcutOf(event: KeyboardEvent): string {
  const parts: string[] = [];
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('CmdOrCtrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey) parts.push('Shift');
  // With Alt some keyboards write other signs with their figures.
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  const key = digit ?? keyNames[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  return [...parts, key].join('+');
}

/** The shortcut as people read it: `Ctrl Shift Z`. */
export function shortcutLabel(shortcut: string): string {
  return shortcut
    .replace('CmdOrCtrl', isMac ? '⌘' : 'Ctrl')
    .replaceAll('+', ' ')
    .replace(/ $/, ' +');
}

/** Whether the focus is where a person types, so that plain letters must stay letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
}

/** The command of a key event, or null; plain keys do not act while a field or a list has the focus. */
export function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | null {
  const shortcut = shortcutOf(event);
  const plain = !shortcut.includes('CmdOrCtrl') && !/(^|\+)F\d+$/.test(shortcut);
  if (isTyping(event.target) && (plain || /\+(Z|A|Y|C|X|V)$/.test(shortcut))) return null;
  if (
    plain &&
    event.target instanceof HTMLElement &&
    event.target.closest('[role=dialog],[role=menu],[role=listbox]')
  ) {
    return null;
  }
  return (
    commands.find((command) => command.shortcut === shortcut || command.otherShortcut === shortcut) ?? null
  );
}
