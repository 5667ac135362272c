import { measuredWords } from '../../../../core/drawing/dimension-text.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { getRecord } from '../../../../core/plan/plan.ts';
import { usePlan } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { unbroken } from '../../../messages/unbroken.ts';
import { FieldRow } from '../../../ui/fields/FieldRow.tsx';
import styles from '../Inspector.module.css';
import type { FieldContext } from '../use-record-change.ts';

type Props = { readonly dimension: RecordOf<'dimension'>; readonly context: FieldContext };

/** What a dimension is and what it measures now, to be read. */
export function DimensionFields({ dimension, context }: Props) {
  const plan = usePlan();
  const measured = measuredWords(dimension, (id) => getRecord(plan, id), context.unit);
  return (
    <>
      <FieldRow label={text('inspector.field.type')}>
        <span className={styles.figure}>{text(`panel.dimension.${dimension.type}`)}</span>
      </FieldRow>
      <FieldRow label={text('inspector.field.measures')}>
        <span className={styles.figure}>
          {measured?.split(' · ').map(unbroken).join(' · ') ?? text('inspector.nothingMeasured')}
        </span>
      </FieldRow>
    </>
  );
}
