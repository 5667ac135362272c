import { tagHolder } from '../../../core/operations/tags/tag-holder.ts';
import { type FieldsOf, updateRecords } from '../../../core/operations/update-records.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import { type IdOf, type Kind, type PlanRecord, planKinds } from '../../../core/plan/kinds/index.ts';
import { kindOf, type Plan } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';
import type { Editor } from '../../editor/editor.ts';
import { tagTakenSentence } from '../../hooks/tag-sentence.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';

/** New values by field. The operations check them against the schemas, as everything that was typed. */
export type Fields = Readonly<Record<string, unknown>>;

/** How a limit of a field is shown: in the unit that it is typed in. */
export type ShowLimit = (limit: number) => string;

/** The diff that gives records new values, or the sentence why not. */
export function tryChange(
  plan: Plan,
  records: readonly PlanRecord[],
  fields: Fields,
  showLimit: ShowLimit = String,
): Result<PlanDiff, string> {
  // The fields of a kind are not known here; `updateRecords` refuses what a schema does not know.
  const ids = records.map(({ id }) => id) as IdOf<Kind>[];
  const result = updateRecords(plan, ids, fields as FieldsOf<Kind>);
  if (result.ok) return result;
  const { tag } = fields;
  if (result.error === 'tag-taken' && typeof tag === 'string') {
    const holder = tagHolder(plan, tag, ids.length === 1 ? ids[0] : null);
    if (holder) return { ok: false, error: tagTakenSentence(plan, holder) };
  }
  const limit = result.error === 'invalid-record' ? limitSentence(records, fields, showLimit) : null;
  return { ok: false, error: limit ?? sentenceOf(result.error) };
}

/** What the schema of a record says about the first value that is outside its limits. */
export function limitSentence(
  records: readonly PlanRecord[],
  fields: Fields,
  showLimit: ShowLimit,
): string | null {
  for (const record of records) {
    const issue = planKinds[kindOf(record.id)].schema.safeParse({ ...record, ...fields }).error?.issues[0];
    if (issue?.code === 'too_small')
      return text('inspector.atLeast', { limit: showLimit(Number(issue.minimum)) });
    if (issue?.code === 'too_big') {
      const key = issue.origin === 'string' ? 'inspector.tooLong' : 'inspector.atMost';
      const limit = Number(issue.maximum);
      return text(key, { limit: issue.origin === 'string' ? limit : showLimit(limit) });
    }
  }
  return null;
}

/** Gives records new values as `tryChange` found them; the sentence why not, null when it is done. */
export function takeChange(
  editor: Pick<Editor, 'commit'>,
  tried: Result<PlanDiff, string>,
  mergeKey?: string,
): string | null {
  if (!tried.ok) return tried.error;
  const refused = editor.commit({
    label: 'edit.change',
    diff: tried.value,
    ...(mergeKey !== undefined && { mergeKey }),
  });
  return refused && sentenceOf(refused);
}
