/** As far as a share is told apart from another one, per cent. */
const SAME = 1e-3;

/**
 * A share in per cent as it is read, without its sign: to a tenth, and finer where a tenth would put it on what it only
 * comes near to: what is asked, nothing or all.
 *
 * @param asked per cent that it is held against; null for none
 */
export function percentText(percent: number, asked: number | null = null): string {
  const marks = asked === null ? [0, 100] : [0, 100, asked];
  const fits = (text: string): boolean =>
    marks.every((mark) => sideOf(Number(text), mark) === sideOf(percent, mark));
  const texts = [1, 2, 3].map((digits) => percent.toFixed(digits));
  const chosen = texts.find(fits) ?? percent.toFixed(4);
  return chosen.replace(/\.?0+$/, '') || '0';
}

function sideOf(percent: number, mark: number): number {
  const difference = percent - mark;
  return Math.abs(difference) <= SAME ? 0 : Math.sign(difference);
}
