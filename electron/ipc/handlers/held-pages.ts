import type { Args } from '../../../core/contract/contract.ts';
import type { AppError } from '../../../core/contract/method.ts';
import { planLimits } from '../../../core/plan/plan-limits.ts';
import { err, ok, type Result } from '../../../core/result.ts';

/** What is said where other work of the kind was begun meanwhile, and of a plan that is more than one can have. */
export type HeldWords = { readonly lost: string; readonly tooLarge: string };

/** The pages of a plan as the window holds it, unread, until the work that they are for takes them. */
export class HeldPages {
  readonly #words: HeldWords;
  #id: string | null = null;
  #pages: string[] = [];
  #characters = 0;

  constructor(words: HeldWords) {
    this.#words = words;
  }

  /** Keeps more pages; refused when they do not follow those that are kept, or are more than a plan can have. */
  add({ id, from, pages }: Args<'files.hold'>): Result<null, AppError> {
    if (from === 0) this.#begin(id);
    if (id !== this.#id || from !== this.#pages.length) return this.#lost();
    for (const page of pages) {
      this.#pages.push(page);
      this.#characters += page.length;
    }
    // Each page has a record, and the text of a plan never has more characters than its bytes count for.
    if (this.#characters <= planLimits.bytes && this.#pages.length <= planLimits.records) return ok(null);
    this.drop();
    return err({ code: 'too-large', message: this.#words.tooLarge });
  }

  /** Gives all pages and keeps none; refused when they are not all there. */
  take({ id, pages }: { readonly id: string; readonly pages: number }): Result<readonly string[], AppError> {
    const isWhole = id === this.#id && pages === this.#pages.length;
    const taken = this.#pages;
    this.drop();
    return isWhole ? ok(taken) : this.#lost();
  }

  drop(): void {
    this.#begin(null);
  }

  #lost(): Result<never, AppError> {
    return err({ code: 'refused', message: this.#words.lost });
  }

  #begin(id: string | null): void {
    this.#id = id;
    this.#pages = [];
    this.#characters = 0;
  }
}
