import { setTheme, themeChoices } from '../hooks/use-theme.ts';
import { recallZoom } from './window-zoom.ts';

/** Gives the window the look and the size that it had last time. */
export function applySettings(settings: Readonly<Record<string, string>>): void {
  recallZoom(settings);
  setTheme(themeChoices.find((choice) => choice === settings.theme) ?? 'system');
}
