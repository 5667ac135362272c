import type { Args } from '../../../core/contract/contract.ts';
import type { AppError } from '../../../core/contract/method.ts';
import { planLimits } from '../../../core/plan/plan-limits.ts';
import { err, ok, type Result } from '../../../core/result.ts';

const LOST = err({
  code: 'refused',
  message: 'Another export was begun meanwhile, so nothing was written. Export again.',
} as const);

/** The pages of the plan that the window is about to export, unread, until that export takes them. */
export class HeldPages {
  #id: string | null = null;
  #pages: string[] = [];
  #characters = 0;

  /** Keeps more pages; refused when they do not follow those that are kept, or are more than a plan can have. */
  add({ id, from, pages }: Args<'files.hold'>): Result<null, AppError> {
    if (from === 0) this.#begin(id);
    if (id !== this.#id || from !== this.#pages.length) return LOST;
    for (const page of pages) {
      this.#pages.push(page);
      this.#characters += page.length;
    }
    // Each page has a record, and the text of a plan never has more characters than its bytes count for.
    if (this.#characters <= planLimits.bytes && this.#pages.length <= planLimits.records) return ok(null);
    this.drop();
    return err({ code: 'too-large', message: 'The plan is larger than one that can be exported.' });
  }

  /** Gives all pages of an export and keeps none; refused when they are not all there. */
  take({ id, pages }: { readonly id: string; readonly pages: number }): Result<readonly string[], AppError> {
    const isWhole = id === this.#id && pages === this.#pages.length;
    const taken = this.#pages;
    this.drop();
    return isWhole ? ok(taken) : LOST;
  }

  drop(): void {
    this.#begin(null);
  }

  #begin(id: string | null): void {
    this.#id = id;
    this.#pages = [];
    this.#characters = 0;
  }
}
