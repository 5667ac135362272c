/**
 * Writes resources/fonts from the files of the npm package named in resources/fonts/README.md:
 * node scripts/make-fonts.ts FOLDER
 *
 * Canvas, PDF and PNG cannot all switch OpenType features on, so what the drawing needs is made the font's
 * default: figures of one width (tnum) and an l with a tail (cv05), which is no I and no 1.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import { type CharacterMap, writeCharacterMap } from './fonts/character-map.ts';
import { readTables, writeTables } from './fonts/sfnt.ts';

const FILES = [
  ['400Regular/Inter_400Regular.ttf', 'Inter-Regular.ttf'],
  ['600SemiBold/Inter_600SemiBold.ttf', 'Inter-SemiBold.ttf'],
] as const;
/** Of tnum only what stands in columns: points, commas and spaces keep their own width in sentences. */
const TABULAR = new Set(['0123456789+−±'].flatMap((text) => [...text].map((each) => each.codePointAt(0))));

const target = path.join(import.meta.dirname, '..', 'resources', 'fonts');

/** The glyph a feature puts in place of a character's own; its own where the feature says nothing. */
function glyphWith(font: Font, point: number, feature: string): number {
  const text = String.fromCodePoint(point);
  const [plain, featured] = [[], [feature]].map((features) => font.layout(text, features).glyphs[0]?.id);
  return featured === undefined || featured === plain ? font.glyphForCodePoint(point).id : featured;
}

function characterMapOf(font: Font): CharacterMap {
  return new Map(
    font.characterSet.map((point) => [point, glyphWith(font, point, TABULAR.has(point) ? 'tnum' : 'cv05')]),
  );
}

function bake(file: Buffer): Buffer {
  const font = create(file);
  if (font.type !== 'TTF') throw new Error('a single TrueType font is wanted');
  const tables = new Map(readTables(file));
  tables.set('cmap', writeCharacterMap(characterMapOf(font)));
  return writeTables(tables);
}

const source = process.argv[2];
if (!source) throw new Error('name the unpacked folder of the font package');
for (const [from, to] of FILES) {
  writeFileSync(path.join(target, to), bake(readFileSync(path.join(source, from))));
}
copyFileSync(path.join(source, 'LICENSE_FONT'), path.join(target, 'LICENSE.txt'));
