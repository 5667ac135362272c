import type { FileFilter } from 'electron';
import type { PlanFormat } from '../../../core/contract/formats.ts';

// Content decides what a file is, so one of another name can be chosen too.
export const allFiles: FileFilter = { name: 'All files', extensions: ['*'] };

/** What a dialog offers that asks for a file of one of some formats. */
export function fileFilters(formats: readonly PlanFormat[]): FileFilter[] {
  const name = formats.map(({ title }) => title).join(' or ');
  return [{ name, extensions: formats.flatMap(({ reads }) => reads) }, allFiles];
}
