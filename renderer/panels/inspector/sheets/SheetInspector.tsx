import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { viewportOf } from '../../../../core/plan/parts/viewports.ts';
import { zoomToSheet } from '../../../commands/structure/sheets.ts';
import { useEditor } from '../../../hooks/EditorContext.tsx';
import { useSettings } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { Button } from '../../../ui/buttons/Button.tsx';
import { ChevronLeftIcon } from '../../../ui/icons/actions.tsx';
import { PanelSection } from '../../../ui/layout/PanelSection.tsx';
import { Refusal } from '../../../ui/layout/Refusal.tsx';
import { useOperation } from '../../use-operation.ts';
import styles from '../Inspector.module.css';
import { RecordField } from '../RecordField.tsx';
import { useRecordChange } from '../use-record-change.ts';
import { SheetActions } from './SheetActions.tsx';
import { PageFields, ShownFields } from './SheetFields.tsx';
import { SheetFit } from './SheetFit.tsx';
import { SheetLayers } from './SheetLayers.tsx';

type Props = { readonly sheet: RecordOf<'sheet'> };

const numberSpec = { field: 'number', label: 'inspector.field.number', form: { type: 'text' } } as const;
const nameSpec = { field: 'name', label: 'inspector.field.name', form: { type: 'text' } } as const;
const notesSpec = { field: 'notes', label: 'inspector.field.notes', form: { type: 'paragraph' } } as const;

/** The chosen sheet, while nothing is selected: its page, its scale, and what of the plan it shows. */
export function SheetInspector({ sheet }: Props) {
  const editor = useEditor();
  const { displayUnit } = useSettings();
  const context = useRecordChange(sheet.id, [sheet], displayUnit);
  const { answer, refusal } = useOperation();
  const { number, name, paper } = sheet;
  const { scale } = viewportOf(sheet);
  return (
    <>
      <header className={styles.head}>
        <h2>{text('sheet.title', { number, name }).trim()}</h2>
        <p>{text('sheet.about', { scale: scale.toLocaleString('en'), paper })}</p>
      </header>
      <div className={styles.bar}>
        <Button
          look="plain"
          icon={<ChevronLeftIcon />}
          onPress={() => editor.show({ lens: { sheet: null } })}
        >
          {text('sheet.back')}
        </Button>
        <SheetActions sheet={sheet} answer={answer} />
      </div>
      <Refusal inset="panel">{refusal}</Refusal>
      <PanelSection title={text('sheet.page')}>
        <RecordField spec={numberSpec} value={number} context={context} />
        <RecordField spec={nameSpec} value={name} context={context} />
        <PageFields sheet={sheet} context={context} onChange={() => zoomToSheet(editor)} />
      </PanelSection>
      <PanelSection title={text('sheet.shows')}>
        <ShownFields sheet={sheet} context={context} />
        <SheetFit sheetId={sheet.id} />
      </PanelSection>
      <PanelSection title={text('sheet.layers')}>
        <SheetLayers sheet={sheet} context={context} />
      </PanelSection>
      <PanelSection title={text('inspector.field.notes')} isOpenAtFirst={sheet.notes !== ''}>
        <RecordField spec={notesSpec} value={sheet.notes} context={context} />
      </PanelSection>
    </>
  );
}
