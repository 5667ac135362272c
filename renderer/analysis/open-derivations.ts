import { DerivationClient } from '../../core/derive/worker/client.ts';
import type { FromWorker } from '../../core/derive/worker/messages.ts';

/** A client whose worker is started when something is first asked of it. */
export function openDerivations(): DerivationClient {
  return new DerivationClient({
    later: (work) => void setTimeout(work),
    open: (answer) => {
      const worker = new Worker(new URL('./derivations.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => answer(data);
      worker.onerror = ({ message }) => answer({ type: 'broken', message });
      worker.onmessageerror = () => answer({ type: 'broken', message: 'An answer could not be read.' });
      return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
    },
  });
}
