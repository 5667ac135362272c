import type { AppError } from '../../../core/contract/method.ts';
import type { Result } from '../../../core/result.ts';

/** Most sentences about what was found; all of them are in the log. */
const MOST_TOLD = 3;

/** The first of some sentences, and how many more there are. */
function shortened(sentences: readonly string[]): readonly string[] {
  const more = sentences.length - MOST_TOLD;
  if (more <= 0) return sentences;
  const rest = more === 1 ? '1 more is' : `${more} more are`;
  return [...sentences.slice(0, MOST_TOLD), `${rest} in the log, and told by "db check".`];
}

type Heard = {
  readonly onTrouble: (sentence: string) => void;
  readonly onChange: () => void;
};

/** What of an open database is no longer what was stored, as the checks of it find. */
export class Findings {
  readonly #heard: Heard;
  /** What was lost of what the database lists, and is listed again. */
  #again: readonly string[] = [];
  #found: readonly string[] = [];

  constructor(heard: Heard) {
    this.#heard = heard;
  }

  /** Begins anew with a database that was opened. */
  begin(again: readonly string[]): void {
    this.#again = again;
    this.#found = [];
    for (const sentence of again) this.#heard.onTrouble(sentence);
  }

  get areThere(): boolean {
    return this.#found.length > 0;
  }

  /** What is listed again. */
  get again(): readonly string[] {
    return this.#again;
  }

  /** What a person is told of it. */
  get told(): readonly string[] {
    return [...this.#again, ...shortened(this.#found)];
  }

  /** Takes what a check found in the place of what was known; the error where it could not be made, else null. */
  take(checked: Result<readonly string[], AppError>): AppError | null {
    if (!checked.ok) {
      this.#heard.onTrouble(checked.error.message);
      return checked.error;
    }
    const isOther = checked.value.join('\n') !== this.#found.join('\n');
    this.#found = checked.value;
    if (!isOther) return null;
    for (const sentence of this.#found) this.#heard.onTrouble(sentence);
    this.#heard.onChange();
    return null;
  }
}
