import { useEffect } from 'react';
import type { Command, CommandScope } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { pressCommand, runCommand } from '../commands/run-command.ts';
import { commandFor, isTyping } from '../commands/shortcuts.ts';
import { bridge } from '../storage/bridge.ts';
import { focusDrawing } from './regions.ts';

const transfers = ['copy', 'cut', 'paste'] as const;
const toolKeys = ['Enter', 'Escape', 'Backspace'] as const;

/** Runs commands by their keys, and hands Enter, Escape and Backspace to the armed tool. */
export function useKeyboard(scope: CommandScope): void {
  useEffect(() => {
    const run = (id: string) => {
      const command = commands.find((each) => each.id === id);
      if (command) runCommand(command, scope);
    };
    // The middle button pans; on Linux letting go of it also pastes, some time later and unasked.
    let isMiddlePaste = false;
    const released = ({ button }: PointerEvent) => {
      if (button === 1) isMiddlePaste = navigator.userAgent.includes('Linux');
    };
    const pressed = (event: KeyboardEvent) => {
      isMiddlePaste = false;
      if (event.defaultPrevented || isInDialog(event.target)) return;
      const command = commandFor(event, commands);
      if (!command) {
        handToTool(event, scope);
        return;
      }
      if (isOfText(command, scope)) return;
      event.preventDefault();
      // A held key is not heaped up: it would go on once it was let go of.
      if (event.repeat && scope.editor.history.isWaiting) return;
      pressCommand(command, scope, { isHeld: event.repeat });
    };
    // The text commands of the native menu, which on macOS have the keys.
    const transferred = (event: ClipboardEvent) => {
      const command = commands.find(({ id }) => id === `edit.${event.type}`);
      if (!command || isTyping(event.target) || isOfText(command, scope)) return;
      event.preventDefault();
      if (event.type === 'paste' && isMiddlePaste) {
        isMiddlePaste = false;
        return;
      }
      runCommand(command, scope);
    };
    window.addEventListener('keydown', pressed);
    window.addEventListener('pointerup', released, true);
    for (const type of transfers) window.addEventListener(type, transferred);
    const end = bridge.on('command.run', ({ id }) => run(id));
    return () => {
      window.removeEventListener('keydown', pressed);
      window.removeEventListener('pointerup', released, true);
      for (const type of transfers) window.removeEventListener(type, transferred);
      end();
    };
  }, [scope]);
}

/** Words that are marked in a message are copied by the window itself, while nothing on the drawing is. */
function isOfText({ id, whyNot }: Command, scope: CommandScope): boolean {
  return id === 'edit.copy' && whyNot(scope) !== null && getSelection()?.isCollapsed === false;
}

function handToTool(event: KeyboardEvent, { editor }: CommandScope): void {
  // A message is no place to be in: but for Enter, which presses its button, the keys are those of the drawing.
  const isInMessage = event.key !== 'Enter' && isMessage(event.target);
  if (isInMessage) focusDrawing();
  if (!isInMessage && event.key === 'Escape' && leadToCanvas(event.target)) return;
  const key = toolKeys.find((each) => each === event.key);
  if (!key || isTyping(event.target) || !(isInMessage || isCanvas(event.target))) return;
  event.preventDefault();
  editor.dispatch({ type: 'key', key });
}

/** While a dialog asks for something, keys do nothing to the drawing behind it. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog], [role=alertdialog]') !== null;
}

/** Escape in a panel leads back to the drawing; what floats above it is closed by its own. */
function leadToCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || isCanvas(target)) return false;
  if (target.closest('[role=menu], [role=listbox]')) return false;
  focusDrawing();
  return true;
}

/** What was told at the edge of the window, with its buttons. */
function isMessage(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[data-messages]') !== null;
}

/** Enter and Backspace belong to a focused button or list; Escape and the rest to the drawing. */
function isCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return true;
  return target === document.body || target.closest('[role=application]') !== null;
}
