import type { Advice, AdviceProgress } from '../../core/analysis/advice/advise.ts';
import type { AdviceQuestion, AdviceRefusal } from '../../core/analysis/advice/question.ts';
import type { Result } from '../../core/result.ts';
import type { FromAdviser } from './advice.worker.ts';

type Told = {
  readonly onProgress: (progress: AdviceProgress) => void;
  readonly onAnswer: (answer: Result<Advice, AdviceRefusal>) => void;
  readonly onBroken: (message: string) => void;
};

/** Asks in a worker of its own; the returned function ends it, and nothing is told afterwards. */
export function askAdviser(question: AdviceQuestion, { onProgress, onAnswer, onBroken }: Told): () => void {
  const worker = new Worker(new URL('./advice.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromAdviser>) => {
    if (data.type === 'progress') return onProgress(data.progress);
    worker.terminate();
    onAnswer(data.answer);
  };
  worker.onerror = ({ message }) => {
    worker.terminate();
    onBroken(message);
  };
  worker.postMessage(question);
  return () => worker.terminate();
}
