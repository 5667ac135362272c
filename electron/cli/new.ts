import { randomUUID } from 'node:crypto';
import { encodePlan } from '../../core/codec/plan-file.ts';
import type { IdOf } from '../../core/plan/kinds/index.ts';
import { nameFrom } from '../../core/plan/names.ts';
import { newPlan } from '../../core/plan/new-plan.ts';
import { type Plan, placedCount } from '../../core/plan/plan.ts';
import { isReferenceName, referencePlan } from '../../core/reference/reference-plan.ts';
import { packArchive } from '../files/plan-archive.ts';
import type { CliArgs } from './cli-args.ts';
import { type Command, report, required, usage, writeOutput } from './cli-io.ts';

function planOfArgs({ values }: CliArgs, name: string): { plan: Plan; planId: string } {
  const { reference, unit = 'm', seed = '1' } = values;
  if (reference !== undefined) {
    if (!isReferenceName(reference))
      throw usage(`There is no reference plan "${reference}": typical, campus or stress`);
    if (!/^\d{1,9}$/.test(seed)) throw usage(`"${seed}" is not a seed: write a whole number`);
    return referencePlan(reference, Number(seed));
  }
  if (unit !== 'm' && unit !== 'ft-in') throw usage(`"${unit}" is not a unit: m or ft-in`);
  const newId = <K extends 'floor' | 'layer'>(kind: K) => `${kind}:${randomUUID()}` as IdOf<K>;
  return { plan: newPlan({ name, displayUnit: unit, newId }), planId: randomUUID() };
}

/** Makes a plan file: empty, or one of the reference plans that figures are measured on. */
export const runNew: Command = async (args, io) => {
  const out = required(args.values.out, '--out PLAN');
  const name = (args.values.name ?? args.values.reference ?? 'New plan').trim();
  if (nameFrom(name) !== name) throw usage('--name takes one line of at most 200 letters');
  const { plan, planId } = planOfArgs(args, name);
  const parcel = { planId, planName: name, siteName: name, plan, attachments: new Map<string, Uint8Array>() };
  await writeOutput(out, await packArchive(encodePlan(parcel, io.version)), args);
  report({ written: out, records: placedCount(plan) }, args, io);
};
