import { addRecord } from '../../../core/operations/add-record.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { AimedKind } from '../../../core/plan/kinds/definition.ts';
import type { IdOf } from '../../../core/plan/kinds/index.ts';
import type { Result } from '../../../core/result.ts';
import type { Refusal } from '../refusal.ts';
import type { ToolContext } from '../tool.ts';
import type { Spot } from './aimed-tool.ts';
import { type Drawn, newFields, newTag } from './new-record.ts';

type Place = Pick<Spot, 'at' | 'direction'>;

/** Adds a tagged device at a place, and whatever else the gesture decided of it. */
export function addAimed<K extends Exclude<AimedKind, 'camera'>>(
  context: ToolContext,
  kind: K,
  { id, ...decided }: Place & { readonly id: IdOf<K>; readonly controls?: IdOf<'opening' | 'gate'> | null },
): Result<PlanDiff, Refusal> {
  const fields = newFields(context, kind, { id, ...decided } as unknown as Drawn<K>);
  return addRecord(context.plan, kind, { ...fields, tag: newTag(context, kind, fields) });
}
