import { type TagSeries, tagSeriesOf } from '../../../core/operations/next-tag.ts';
import { numberedTags, renumberHolder, renumberTags } from '../../../core/operations/tags/renumber-tags.ts';
import type { AnyId, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { isPlaced, kindOf, tableOf } from '../../../core/plan/plan.ts';
import { shapeOf } from '../../../core/plan/shape.ts';
import { tagTakenSentence } from '../../hooks/tag-sentence.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import { take } from '../answer.ts';
import type { Command, CommandScope } from '../command.ts';
import { choiceIn, type FormValues, numberIn, textIn } from '../values-form.ts';
import { needsSelection } from '../why-not.ts';
import { modify, selectedRecords } from './answer.ts';

const LONGEST_PREFIX = 60;

/** The record whose kind is numbered: the first one that has a series of tags, else the first. */
function leadOf(records: readonly PlacedRecord[]): PlacedRecord | undefined {
  return records.find((record) => tagSeriesOf(record) !== null) ?? records[0];
}

function targets(scope: CommandScope, lead: PlacedRecord, what: 'selected' | 'kind'): readonly AnyId[] {
  const kind = kindOf(lead.id);
  if (what === 'selected') {
    return selectedRecords(scope).flatMap(({ id }) => (kindOf(id) === kind ? [id] : []));
  }
  const { plan, view } = scope.editor;
  const all = [...tableOf(plan, kind).values()];
  return all.flatMap((record) => (isPlaced(record) && record.floor === view.lens.floor ? [record.id] : []));
}

/** The selected line of another kind, which the numbers may follow. */
function lineIn(scope: CommandScope, lead: PlacedRecord): AnyId | null {
  const isLine = (record: PlacedRecord) => {
    const type = shapeOf(record, scope.editor.plan)?.type;
    return kindOf(record.id) !== kindOf(lead.id) && (type === 'path' || type === 'ring');
  };
  return selectedRecords(scope).find(isLine)?.id ?? null;
}

function renumber(scope: CommandScope, series: TagSeries, values: FormValues): string | null {
  const lead = leadOf(selectedRecords(scope));
  const prefix = textIn(values, 'prefix');
  if (!lead) return sentenceOf('nothing-to-number');
  if (prefix === '' || prefix.length > LONGEST_PREFIX) return text('form.badPrefix');
  const ids = targets(scope, lead, choiceIn(values, 'what', ['selected', 'kind']));
  const isAlong = choiceIn(values, 'order', ['rows', 'line']) === 'line';
  const along = isAlong ? lineIn(scope, lead) : null;
  if (isAlong && along === null) return sentenceOf('no-path');
  const numbering = { prefix, start: numberIn(values, 'start') ?? 1, digits: series.digits, along };
  const { plan } = scope.editor;
  const result = renumberTags(plan, ids, numbering);
  if (!result.ok && result.error === 'tag-taken') {
    const holder = renumberHolder(plan, new Set(ids), numberedTags(numbering, ids.length));
    if (holder) return tagTakenSentence(plan, holder);
  }
  return take(scope, { label: 'edit.renumber', result });
}

/** Numbers the tags of what is selected, or of all of its kind on the floor, anew. */
export const renumberCommand: Command = modify({
  id: 'modify.renumber',
  title: 'command.modify.renumber',
  startsGroup: true,
  whyNot: needsSelection,
  run: (scope) => {
    const lead = leadOf(selectedRecords(scope));
    const series = (lead && tagSeriesOf(lead)) ?? { prefix: '', digits: 1 };
    const order = lead && lineIn(scope, lead) ? 'line' : 'rows';
    scope.app.ask({
      id: 'modify.renumber',
      title: 'command.modify.renumber',
      button: 'form.renumber',
      fields: [
        { key: 'prefix', label: 'form.prefix', type: 'text', initial: series.prefix },
        { key: 'start', label: 'form.firstNumber', type: 'count', initial: 1, range: [0, 999_999] },
        {
          key: 'what',
          label: 'form.what',
          type: 'choice',
          initial: 'selected',
          isFresh: true,
          options: [
            { id: 'selected', label: 'form.what.selected' },
            { id: 'kind', label: 'form.what.kind' },
          ],
        },
        {
          key: 'order',
          label: 'form.order',
          type: 'choice',
          initial: order,
          isFresh: true,
          options: [
            { id: 'rows', label: 'form.order.rows' },
            { id: 'line', label: 'form.order.line' },
          ],
        },
      ],
      run: (values) => renumber(scope, series, values),
    });
  },
});
