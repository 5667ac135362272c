import type { KeyboardEvent } from 'react';

const CONTROLS = 'button, input';

/** Up and Down go to the same control of the row above or beneath; rows are marked by `data-row`. */
export function goBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const { target } = event;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null;
  if (!row || !(target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const next = rows[rows.indexOf(row) + step];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  controlLike(target, row, next)?.focus();
}

/** A field leads to the field, whatever stands before it; a button to the one in the same place. */
function controlLike(target: HTMLElement, row: HTMLElement, next: HTMLElement): HTMLElement | null {
  if (target.matches('input:not([type=color])')) {
    return next.querySelector<HTMLElement>('input:not([type=color])');
  }
  const at = [...row.querySelectorAll<HTMLElement>(CONTROLS)].indexOf(target);
  return next.querySelectorAll<HTMLElement>(CONTROLS)[at] ?? null;
}
