import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { importFile } from '../../electron/files/import-plan.ts';
import type { ImportedPlan } from '../../electron/files/imported-plan.ts';

/** The plan in a file that the application wrote. */
export async function planInFile(file: string): Promise<ImportedPlan> {
  const imported = await importFile(readFileSync(file), file, randomUUID);
  if (!imported.ok) throw new Error(imported.error.message);
  return imported.value;
}
