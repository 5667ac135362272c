// node scripts/make-templates.ts: writes resources/templates/, one fragment of a plan each.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { templateTexts } from './templates/index.ts';

const folder = path.resolve(import.meta.dirname, '../resources/templates');
mkdirSync(folder, { recursive: true });
for (const [key, text] of Object.entries(templateTexts()))
  writeFileSync(path.join(folder, `${key}.json`), text);
