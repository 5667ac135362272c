import { readFileSync } from 'node:fs';
import { decodePlan } from '../../../core/codec/plan-file.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { unpackArchive } from '../../../electron/files/plan-archive.ts';

/** The plan of a plan file that was written; throws with the reason where that is not whole. */
export async function planIn(file: string): Promise<Plan> {
  const entries = await unpackArchive(readFileSync(file));
  if (!entries.ok) throw new Error(entries.error.message);
  const parcel = decodePlan(entries.value);
  if (!parcel.ok) throw new Error(parcel.error.message);
  return parcel.value.plan;
}
