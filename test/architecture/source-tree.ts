import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..', '..');

/** Folders whose files go into the product. */
export const PRODUCT_FOLDERS = ['core', 'electron', 'renderer'] as const;
/** Folders that hold code of ours. */
export const CODE_FOLDERS = [...PRODUCT_FOLDERS, 'scripts', 'test'] as const;

/** Paths below a folder of the checkout, relative to its root, with forward slashes; empty if it is missing. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .filter((file) => !file.includes('node_modules/'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

export const isCode = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file);

export const codeBelow = (folder: string): string[] => filesBelow(folder).filter(isCode);

export const readText = (file: string): string => readFileSync(path.join(root, file), 'utf8');
