import { type Advice, type AdviceProgress, advise } from '../../core/analysis/advice/advise.ts';
import type { AdviceQuestion, AdviceRefusal } from '../../core/analysis/advice/question.ts';
import type { Result } from '../../core/result.ts';

/** What the worker says of its one question. */
export type FromAdviser =
  | { readonly type: 'progress'; readonly progress: AdviceProgress }
  | { readonly type: 'answer'; readonly answer: Result<Advice, AdviceRefusal> };

/** What of a worker's global scope is used here. */
type Scope = {
  onmessage: (event: { readonly data: AdviceQuestion }) => void;
  postMessage(message: FromAdviser): void;
};

const scope = globalThis as unknown as Scope;

/** So often it is told how far it is, milliseconds. */
const TOLD_EVERY = 100;

scope.onmessage = ({ data }) => {
  const work = advise(data);
  let told = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) {
    if (performance.now() - told < TOLD_EVERY) continue;
    told = performance.now();
    scope.postMessage({ type: 'progress', progress: step.value });
  }
  scope.postMessage({ type: 'answer', answer: step.value });
};
