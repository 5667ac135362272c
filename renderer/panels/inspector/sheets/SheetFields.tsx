import { fittingView } from '../../../../core/drawing/sheet/fitting-view.ts';
import { lensOfViewport } from '../../../../core/picture/lenses.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { stateViews } from '../../../../core/plan/kinds/parts/fields.ts';
import { coverageViews, paperNames, viewportDefaults } from '../../../../core/plan/kinds/sheet.ts';
import { changedViewport, type SheetViewport, viewportOf } from '../../../../core/plan/parts/viewports.ts';
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
const coverages = (['none', ...coverageViews] as const).map((id) => ({
  id,
  label: text(`sheet.coverage.${id}`),
}));
const usual = viewportDefaults.coverage;
const views = stateViews.map((id) => ({ id, label: text(`states.${id}`) }));

/** Paper, how it lies, and the scale; `onChange` hears of another size of the frame. */
export function PageFields({ sheet, context, onChange }: Props & { readonly onChange: () => void }) {
  const editor = useEditor();
  const viewport = viewportOf(sheet);
  const change = (fields: Partial<RecordOf<'sheet'>>) => {
    context.change(fields);
    onChange();
  };
  const fit = () => {
    const shown = { ...viewport, lens: lensOfViewport(editor.plan, viewport) };
    change(changedViewport(sheet, fittingView(editor.plan, sheet, shown)));
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
        value={viewport.scale}
        format={formatScale}
        parse={parseScale}
        onCommit={(scale) => change(changedViewport(sheet, { scale }))}
      />
      <FieldRow label="">
        <Button onPress={fit}>{text('sheet.fit')}</Button>
      </FieldRow>
    </>
  );
}

/** Which part of the plan a sheet shows: floor, states, and the middle and direction of its view. */
export function ShownFields({ sheet, context }: Props) {
  const editor = useEditor();
  const viewport = viewportOf(sheet);
  const change = (fields: Partial<SheetViewport>) => context.change(changedViewport(sheet, fields));
  const floors = useStructure('floor').map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <Select
        label={text('sheet.floor')}
        options={floors}
        value={viewport.floor}
        onChange={(floor) => {
          change({ floor });
          editor.show({ lens: { floor } });
        }}
      />
      <Select
        label={text('sheet.states')}
        options={views}
        value={viewport.states}
        onChange={(states) => {
          change({ states });
          editor.show({ lens: { states } });
        }}
      />
      <Select
        label={text('sheet.coverage')}
        options={coverages}
        value={viewport.coverage?.view ?? 'none'}
        onChange={(view) => {
          const coverage = view === 'none' ? null : { ...(viewport.coverage ?? usual), view };
          change({ coverage });
          editor.show({ lens: { coverage: coverage && { ...coverage, camera: null } } });
        }}
      />
      <PointField
        label={text('sheet.centre')}
        at={viewport.centre}
        fieldsOf={(centre) => changedViewport(sheet, { centre })}
        context={context}
      />
      <NumberField
        label={text('sheet.rotation')}
        form={{ type: 'angle' }}
        value={viewport.rotation}
        fieldsOf={(rotation) => changedViewport(sheet, { rotation: rotation ?? 0 })}
        context={context}
      />
      <FieldRow label="">
        <Button onPress={() => change({ centre: editor.viewport.centre })}>{text('sheet.centreView')}</Button>
      </FieldRow>
    </>
  );
}
