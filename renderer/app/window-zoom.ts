import { bridge } from '../storage/bridge.ts';

/** The setting that remembers how large the window's contents are, percent. */
const ZOOM_KEY = 'window-zoom';
const steps = [100, 125, 150, 175, 200] as const;
type Percent = (typeof steps)[number];

let percent: Percent = 100;

/** Shows the window as large as it was last time. */
export function recallZoom(settings: Readonly<Record<string, string>>): void {
  show(steps.find((step) => String(step) === settings[ZOOM_KEY]) ?? 100);
}

/** Everything in the window one step larger or smaller, or in its own size; the percent that it has now. */
export function zoomWindow(step: 1 | -1 | 0): number {
  const next = step === 0 ? 100 : (steps[steps.indexOf(percent) + step] ?? percent);
  show(next);
  void bridge['app.setSetting']({ key: ZOOM_KEY, value: String(next) });
  return next;
}

function show(next: Percent): void {
  if (next === percent) return;
  percent = next;
  void bridge['window.setZoom']({ percent: next });
}
