const two = (value: number): string => String(value).padStart(2, '0');

/** The day on which something is issued, `2026-11-24`: that of the clock on this machine's wall. */
export function dayOfIssue(at = new Date()): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
