import { fittingView } from '../../../../core/drawing/sheet/sheet-view.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { stateViews } from '../../../../core/plan/kinds/parts/fields.ts';
import { paperNames } from '../../../../core/plan/kinds/sheet.ts';
import { useEditor } from '../../../hooks/EditorContext.tsx';
import { useStructure } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { Button } from '../../../ui/buttons/Button.tsx';
import { FieldRow } from '../../../ui/fields/FieldRow.tsx';
import { QuantityField } from '../../../ui/fields/QuantityField.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { NumberField } from '../NumberField.tsx';
import { PointField } from '../PointField.tsx';
import type { FieldContext } from '../use-record-change.ts';
import { formatScale, parseScale } from './scale-text.ts';

type Props = { readonly sheet: RecordOf<'sheet'>; readonly context: FieldContext };

const papers = paperNames.map((id) => ({ id, label: id }));
const orientations = (['landscape', 'portrait'] as const).map((id) => ({ id, label: text(`sheet.${id}`) }));
const views = stateViews.map((id) => ({ id, label: text(`states.${id}`) }));

/** Paper, how it lies, and the scale; `onChange` hears of another size of the frame. */
export function PageFields({ sheet, context, onChange }: Props & { readonly onChange: () => void }) {
  const editor = useEditor();
  const change = (fields: Partial<RecordOf<'sheet'>>) => {
    context.change(fields);
    onChange();
  };
  return (
    <>
      <Select
        label={text('sheet.paper')}
        options={papers}
        value={sheet.paper}
        onChange={(paper) => change({ paper })}
      />
      <Select
        label={text('sheet.orientation')}
        options={orientations}
        value={sheet.orientation}
        onChange={(orientation) => change({ orientation })}
      />
      <QuantityField
        label={text('sheet.scale')}
        owner={sheet.id}
        value={sheet.scale}
        format={formatScale}
        parse={parseScale}
        onCommit={(scale) => change({ scale })}
      />
      <FieldRow label="">
        <Button onPress={() => change(fittingView(editor.plan, sheet))}>{text('sheet.fit')}</Button>
      </FieldRow>
    </>
  );
}

/** Which part of the plan a sheet shows: floor, states, and the middle and direction of its view. */
export function ShownFields({ sheet, context }: Props) {
  const editor = useEditor();
  const floors = useStructure('floor').map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <Select
        label={text('sheet.floor')}
        options={floors}
        value={sheet.floor}
        onChange={(floor) => {
          context.change({ floor });
          editor.show({ floor });
        }}
      />
      <Select
        label={text('sheet.states')}
        options={views}
        value={sheet.states}
        onChange={(states) => {
          context.change({ states });
          editor.show({ states });
        }}
      />
      <PointField
        label={text('sheet.centre')}
        at={sheet.centre}
        fieldsOf={(centre) => ({ centre })}
        context={context}
      />
      <NumberField
        label={text('sheet.rotation')}
        form={{ type: 'angle' }}
        value={sheet.rotation}
        fieldsOf={(rotation) => ({ rotation: rotation ?? 0 })}
        context={context}
      />
      <FieldRow label="">
        <Button onPress={() => context.change({ centre: editor.viewport.centre })}>
          {text('sheet.centreView')}
        </Button>
      </FieldRow>
    </>
  );
}
