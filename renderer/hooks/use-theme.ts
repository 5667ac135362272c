import { useSyncExternalStore } from 'react';

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = Exclude<ThemeChoice, 'system'>;

let choice: ThemeChoice = 'system';
const listeners = new Set<() => void>();
const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
const contrast = globalThis.matchMedia?.('(prefers-contrast: more)');

function current(): Theme {
  if (choice !== 'system') return choice;
  if (contrast?.matches) return 'contrast';
  return dark?.matches ? 'dark' : 'light';
}

function announce(): void {
  document.documentElement.dataset.theme = current();
  for (const listener of listeners) listener();
}

/** Chooses the theme; `system` follows the operating system. */
export function setTheme(next: ThemeChoice): void {
  choice = next;
  announce();
}

export function themeChoice(): ThemeChoice {
  return choice;
}

dark?.addEventListener('change', announce);
contrast?.addEventListener('change', announce);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The theme that is on. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current);
}
