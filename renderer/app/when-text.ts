const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const brief = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** A stored time as people read it: `24 Nov 2026, 13:45`. */
export const whenText = (stored: string): string => whole.format(new Date(stored));

/** The same to the second, where several lie close together: `24 Nov 2026, 13:45:27`. */
export const exactWhenText = (stored: string): string => exact.format(new Date(stored));

/** A stored time in few letters: the time of day today, `24 Nov 13:45` else. */
export function shortWhenText(stored: string): string {
  const at = new Date(stored);
  return at.toDateString() === new Date().toDateString() ? brief.format(at) : day.format(at).replace(',', '');
}

/** The time of day alone: `13:45:27`. */
export const clockText = (stored: string): string => clock.format(new Date(stored));
