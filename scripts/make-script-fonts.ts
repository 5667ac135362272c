/**
 * Writes out/fonts, the families for scripts that Inter does not have, from their npm packages:
 * node scripts/make-script-fonts.ts. The set-up runs it when what goes into them has changed.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ScriptFamily, scriptFamilies } from '../core/drawing/scripts/families.ts';
import { isHanFamily, lettersOfFamily } from '../core/drawing/scripts/han.ts';
import { subset } from './fonts/subset.ts';

const WEIGHTS = [
  ['400Regular', 'Regular'],
  ['600SemiBold', 'SemiBold'],
] as const;

const root = path.join(import.meta.dirname, '..');
const target = path.join(root, 'out', 'fonts');

async function make({ id, name, file }: ScriptFamily): Promise<void> {
  const packageName = name.toLowerCase().replaceAll(' ', '-');
  const source = path.join(root, 'node_modules', '@expo-google-fonts', packageName);
  for (const [from, weight] of WEIGHTS) {
    const whole = readFileSync(path.join(source, from, `${file}_${from}.ttf`));
    const made = isHanFamily(id) ? await subset(whole, lettersOfFamily(id)) : whole;
    writeFileSync(path.join(target, `${file}-${weight}.ttf`), made);
  }
  copyFileSync(path.join(source, 'LICENSE_FONT'), path.join(target, `${file}-LICENSE.txt`));
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const family of scriptFamilies) await make(family);
