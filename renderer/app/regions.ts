/** The parts of the window in the order in which F6 goes through them. */
const regions = [
  'canvas',
  'options',
  // While it is open.
  'bottom',
  'inspector',
  'status',
  'top',
  'tools',
  'panels',
  // While one has something to be read.
  'messages',
] as const;
type Region = (typeof regions)[number];

// A list of choices keeps a native one for forms that is hidden, and out of the order of Tab.
const FOCUSABLE = ':is(button, [href], input, select, textarea, [tabindex]):not([disabled], [tabindex="-1"])';

const last = new WeakMap<HTMLElement, HTMLElement>();

function elementOf(region: Region): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`[data-region=${region}]`);
  return element?.checkVisibility() && element.clientWidth > 0 ? element : null;
}

/** Where the focus goes in a part: where it was there last, else what comes first, else the part itself. */
function targetIn(element: HTMLElement): HTMLElement {
  const kept = last.get(element);
  if (kept && element.contains(kept) && kept.checkVisibility()) return kept;
  return element.querySelector<HTMLElement>(FOCUSABLE) ?? element;
}

/** Moves the focus to the next or the previous part of the window that is shown. */
export function goToRegion(step: 1 | -1): void {
  const shown = regions.flatMap((region) => elementOf(region) ?? []);
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const at = shown.findIndex((element) => element.contains(active));
  const left = shown[at];
  if (left && active) last.set(left, active);
  const next = shown[at < 0 ? 0 : (at + step + shown.length) % shown.length];
  if (next) targetIn(next).focus();
}

/** Moves the focus to the drawing. */
export function focusDrawing(): void {
  document.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });
}
