import type { Bridge } from '../../core/contract/contract.ts';
import type { AppError } from '../../core/contract/method.ts';
import { allRecords, type Plan } from '../../core/plan/plan.ts';
import { ok, type Result } from '../../core/result.ts';
import { Turns } from './turns.ts';

/** About so many characters are in one page, and in the pages of one call. */
const PAGE_CHARACTERS = 60_000;
const CALL_CHARACTERS = 4_000_000;

/** Which pages main holds: their own id, and how many they are. */
export type Held = { readonly id: string; readonly pages: number };

/** Hands main a plan as the window holds it, whether that is stored or not; the window works on meanwhile. */
export async function holdPlan(
  plan: Plan,
  { hold, id }: { readonly hold: Bridge['files.hold' | 'import.hold']; readonly id: string },
): Promise<Result<Held, AppError>> {
  let [from, characters] = [0, 0];
  let pages: string[] = [];
  const give = async () => {
    const given = await hold({ id, from, pages });
    from += pages.length;
    [pages, characters] = [[], 0];
    return given;
  };
  for await (const page of pagesOf(plan)) {
    pages.push(page);
    characters += page.length;
    if (characters < CALL_CHARACTERS) continue;
    const given = await give();
    if (!given.ok) return given;
  }
  const last = pages.length > 0 ? await give() : ok(null);
  return last.ok ? ok({ id, pages: from }) : last;
}

/** The records of a plan in JSON arrays, a slice at a time. */
async function* pagesOf(plan: Plan): AsyncGenerator<string> {
  const turns = new Turns();
  let page: string[] = [];
  let characters = 0;
  for (const record of allRecords(plan)) {
    const text = JSON.stringify(record);
    page.push(text);
    characters += text.length + 1;
    const pause = turns.pause();
    if (pause) await pause;
    if (characters < PAGE_CHARACTERS) continue;
    yield `[${page.join(',')}]`;
    [page, characters] = [[], 0];
  }
  if (page.length > 0) yield `[${page.join(',')}]`;
}
