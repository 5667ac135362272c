import path from 'node:path';
import { plainLine } from '../../core/plain-text.ts';

/** What a file is called in sentences: its name without its path, which stays in this process, on one line. */
export const shownName = (file: string): string => plainLine(path.basename(file));
