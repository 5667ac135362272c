import type { AppError } from '../../../core/contract/method.ts';
import { err } from '../../../core/result.ts';

export type PlaceWatch = {
  /** Why what is written now would be lost; null while all is well. */
  readonly problem: () => AppError | null;
  /** Something was written, and lies where it should. */
  readonly onWritten: () => void;
};

/** The methods of the repositories that only read. */
export const onlyRead = {
  plans: ['list', 'summary', 'load', 'open', 'page', 'holds', 'history', 'copiesOf'],
  sites: ['list'],
  intake: ['keep', 'letGo'],
  attachments: ['get', 'has', 'parts', 'namesOf'],
  uprightForms: ['of', 'parts'],
  settings: ['all', 'get'],
  templates: ['list'],
  summaries: ['known', 'uncounted'],
} as const;

const isDone = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === true;

/**
 * The same object, whose methods that write answer an error unless the database is in its place before and after.
 *
 * @param reading the methods that only read: they may go on from a database that is no longer there
 */
export function inPlace<T extends object>(
  target: T,
  reading: readonly (keyof T & string)[],
  { problem, onWritten }: PlaceWatch,
): T {
  const isReading = new Set<string>(reading);
  return new Proxy(target, {
    get(object, key) {
      const member: unknown = Reflect.get(object, key, object);
      if (typeof member !== 'function' || typeof key !== 'string' || isReading.has(key)) return member;
      return (...args: unknown[]): unknown => {
        const before = problem();
        if (before) return err(before);
        const result: unknown = Reflect.apply(member, object, args);
        if (!isDone(result)) return result;
        const after = problem();
        if (after) return err(after);
        onWritten();
        return result;
      };
    },
  });
}
