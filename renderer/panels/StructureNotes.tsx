import { updateRecord } from '../../core/operations/update-records.ts';
import type { RecordOf } from '../../core/plan/kinds/index.ts';
import { useEditor } from '../hooks/EditorContext.tsx';
import { text } from '../messages/text.ts';
import { DraftField } from './inspector/DraftField.tsx';
import styles from './structure.module.css';
import type { useOperation } from './use-operation.ts';

type Props = {
  readonly record: RecordOf<'floor' | 'layer' | 'phase'>;
  readonly edit: 'edit.floor' | 'edit.layer' | 'edit.phase';
  readonly take: ReturnType<typeof useOperation>['take'];
};

/** The notes of a floor, layer or phase, beneath its row. */
export function StructureNotes({ record, edit, take }: Props) {
  const editor = useEditor();
  const change = (notes: string) => updateRecord(editor.plan, record.id, { notes });
  return (
    <div className={styles.fields}>
      <DraftField
        key={record.id}
        label={text('inspector.field.notes')}
        value={record.notes}
        isMultiline
        check={(notes) => (change(notes).ok ? null : text('panel.not.notes'))}
        onCommit={(notes) => take(edit, change(notes))}
      />
    </div>
  );
}
