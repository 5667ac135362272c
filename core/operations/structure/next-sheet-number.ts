import { inOrder, type Plan } from '../../plan/plan.ts';

const FIRST = 'S-01';

/** The number after that of the last sheet, written as that one is: after `A-109` comes `A-110`. */
export function nextSheetNumber(plan: Plan): string {
  const sheets = inOrder(plan, 'sheet');
  const taken = new Set(sheets.map(({ number }) => number));
  const [, start = 'S-', digits = '00'] = /^(.*?)(\d{1,9})$/.exec(sheets.at(-1)?.number ?? '') ?? [];
  if (taken.size === 0) return FIRST;
  for (let next = Number(digits) + 1; ; next++) {
    const number = `${start}${String(next).padStart(digits.length, '0')}`;
    if (!taken.has(number)) return number;
  }
}
