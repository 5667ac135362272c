const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** A stored time as people read it: `24 Nov 2026, 13:45`. */
export const whenText = (stored: string): string => whole.format(new Date(stored));

/** The time of day alone: `13:45:27`. */
export const clockText = (stored: string): string => clock.format(new Date(stored));
