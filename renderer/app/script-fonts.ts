import { type ScriptFamily, scriptFamilies } from '../../core/drawing/scripts/families.ts';

const WEIGHTS = [
  ['400', 'Regular'],
  ['600', 'SemiBold'],
] as const;

const hex = (point: number) => point.toString(16);
const unicodeRange = ({ ranges }: ScriptFamily) =>
  ranges.map(([first, last]) => `U+${hex(first)}-${hex(last)}`).join(', ');

/**
 * Tells the page of the bundled families for scripts that Inter does not have, the same files that are printed with.
 * A file is loaded when a letter of its ranges is shown for the first time.
 */
export function announceScriptFonts(fonts: FontFaceSet): void {
  for (const family of scriptFamilies) {
    for (const [weight, suffix] of WEIGHTS) {
      const source = `url("fonts/${family.file}-${suffix}.ttf")`;
      fonts.add(new FontFace(family.name, source, { weight, unicodeRange: unicodeRange(family) }));
    }
  }
}
