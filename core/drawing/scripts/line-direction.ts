const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a line reads from right to left: its first letter says so, as in the rules of Unicode. */
export function isRightToLeft(line: string): boolean {
  return RIGHT_TO_LEFT.test(STRONG.exec(line)?.[0] ?? '');
}
