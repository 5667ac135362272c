import { randomUUID } from 'node:crypto';
import { encodePlan } from '../../core/codec/plan-file.ts';
import { placedCount } from '../../core/plan/plan.ts';
import { packArchive } from '../files/plan-archive.ts';
import { type Command, readPlan, report, required, writeOutput } from './cli-io.ts';

/** Makes a plan file of a GeoJSON file. */
export const runImport: Command = async (args, io) => {
  const file = required(args.positionals[0], 'The GeoJSON file');
  const out = required(args.values.out, '--out PLAN');
  const { name, siteName, plan, attachments, planId, remarks } = await readPlan(file);
  const parcel = {
    planId: planId ?? randomUUID(),
    planName: args.values.name ?? name,
    siteName,
    plan,
    attachments,
  };
  await writeOutput(out, await packArchive(encodePlan(parcel, io.version)), args);
  report({ written: out, records: placedCount(plan), remarks }, args, io);
};
