import { workerDerivations } from '../../core/analysis/worker-derivations.ts';
import { Answering } from '../../core/derive/worker/answering.ts';
import type { FromWorker, ToWorker } from '../../core/derive/worker/messages.ts';

/** What of a worker's global scope is used here. */
type Scope = {
  onmessage: (event: { readonly data: ToWorker }) => void;
  postMessage(message: FromWorker): void;
};

const scope = globalThis as unknown as Scope;
const answering = new Answering(workerDerivations);

scope.onmessage = ({ data }) => {
  const answer = answering.take(data);
  if (answer) scope.postMessage(answer);
};
