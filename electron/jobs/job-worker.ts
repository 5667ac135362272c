import { err } from '../../core/result.ts';
import { exportPlan } from '../files/export-plan.ts';
import { lockNetwork } from '../windows/network-lock.ts';
import type { ExportAnswer, ExportReport, ExportRequest } from './export-job.ts';

lockNetwork();

const report = (message: ExportReport): void => process.parentPort.postMessage(message);

async function answer({ parcel, choice }: ExportRequest): Promise<ExportAnswer> {
  try {
    return await exportPlan(parcel, choice, (done) => report({ type: 'progress', done }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err({ code: 'failed', message: `The export failed (${why}). The plan itself is untouched.` });
  }
}

process.parentPort.once('message', ({ data }: { data: ExportRequest }) => {
  void answer(data).then((result) => report({ type: 'answer', answer: result }));
});
