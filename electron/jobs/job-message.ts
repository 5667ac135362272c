import type { AppError } from '../../core/contract/method.ts';
import type { Result } from '../../core/result.ts';

/** What main tells the process of a job: the work to do, then that a part was taken. */
export type ToJob =
  | { readonly type: 'work'; readonly name: string; readonly request: unknown }
  | { readonly type: 'taken' };

/** What the process of a job tells main; after the answer nothing more. */
export type FromJob =
  | { readonly type: 'progress'; readonly done: number; readonly doing: string | null }
  | { readonly type: 'part'; readonly part: unknown }
  | { readonly type: 'answer'; readonly answer: Result<unknown, AppError> };
