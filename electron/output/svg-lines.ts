import type { LineLookup, SvgLine } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { hasScripts } from '../../core/drawing/scripts/families.ts';
import { bundledLine } from './bundled-letters.ts';
import { familyOfEach, fontKey, type LetterFont } from './letter-fonts.ts';
import { lineSetter } from './set-lines.ts';

type SvgLines = {
  readonly lineOf: LineLookup;
  /** The fonts beside Inter that the lines asked for so far name as text. */
  readonly fontsNamed: () => readonly LetterFont[];
};

/**
 * How the lines of pages are written in SVG. Scripts whose letters change with their neighbours or run from right to
 * left are outlines: programs that show SVG set them in different ways. A line with a letter that no bundled font has
 * stays text, for fonts that have it.
 */
export async function svgLines(pages: readonly Page[]): Promise<SvgLines> {
  const setter = await lineSetter(pages);
  const named = new Map<string, LetterFont>();
  const lineOf: LineLookup = ({ text: written, weight }) => {
    if (!setter || !hasScripts(written)) return null;
    const { text, missing } = bundledLine(written);
    if (missing.length > 0) return null;
    const parts = partsOf(text);
    const families = parts.flatMap(({ family }) => (family ? [family] : []));
    if (families.some(({ isShaped }) => isShaped)) {
      const line = setter.set(text, weight);
      const names = [...new Set(['Inter', ...families.map(({ name }) => name)])];
      return { type: 'outline', path: setter.outline(line), width: line.width, families: names };
    }
    for (const family of families) named.set(fontKey({ family, weight }), { family, weight });
    return {
      type: 'parts',
      parts: parts.map(({ family, text: part }) => ({ family: family?.name ?? null, text: part })),
    } satisfies SvgLine;
  };
  return { lineOf, fontsNamed: () => [...named.values()] };
}

type Part = { readonly family: LetterFont['family']; text: string };

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (const { letter, family: found } of familyOfEach(text)) {
    const family = found === 'missing' ? null : found;
    const last = parts.at(-1);
    if (last && last.family === family) last.text += letter;
    else parts.push({ family, text: letter });
  }
  return parts;
}
