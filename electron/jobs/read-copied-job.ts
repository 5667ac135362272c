import { readClipboard } from '../../core/codec/clipboard.ts';
import { err, ok } from '../../core/result.ts';
import type { Work } from './job.ts';

const CHARACTERS_A_PAGE = 256 * 1024;

/**
 * The records in a text of copied records, checked: pages of JSON arrays of a bounded size, to be parsed one by
 * one and joined.
 */
export const readCopiedJob: Work<{ readonly text: string }, readonly string[]> = async ({ text }) => {
  const read = readClipboard(text);
  if (!read.ok) {
    const { reason, message } = read.error;
    return err({ code: reason === 'too-large' ? 'too-large' : 'refused', message });
  }
  const { ground, groups, records } = read.value;
  const pages: string[] = [];
  let page: string[] = [];
  let characters = 0;
  const turn = () => {
    if (page.length > 0) pages.push(`[${page.join(',')}]`);
    [page, characters] = [[], 0];
  };
  for (const record of [...ground, ...groups, ...records]) {
    const body = JSON.stringify(record);
    page.push(body);
    characters += body.length;
    if (characters >= CHARACTERS_A_PAGE) turn();
  }
  turn();
  return ok(pages);
};
