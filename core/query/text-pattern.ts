/** Says yes to a text; made once for what was typed and asked of many records. */
export type TextTest = (text: string) => boolean;

/** The text as it is compared: without case, accents joined as they are typed. */
export const foldText = (text: string): string => text.normalize('NFC').toLowerCase();

/**
 * Whether a text holds what was typed, without regard to case; `*` stands for anything, and then the
 * whole text must fit: `C-0*`.
 *
 * @param isWhole the text must be exactly it, also without `*`
 */
export function textPattern(typed: string, { isWhole }: { readonly isWhole: boolean }): TextTest {
  const wanted = foldText(typed);
  if (wanted.includes('*')) {
    const parts = wanted.split('*');
    return (text) => fits(foldText(text), parts);
  }
  return isWhole ? (text) => foldText(text) === wanted : (text) => foldText(text).includes(wanted);
}

/** Whether the parts lie in the text in order, the first at its start and the last at its end. No backtracking. */
function fits(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= text.length - last.length;
}
