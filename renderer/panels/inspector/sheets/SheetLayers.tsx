import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { changedViewport, viewportOf } from '../../../../core/plan/parts/viewports.ts';
import { useStructure } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { Checkbox } from '../../../ui/fields/Checkbox.tsx';
import styles from '../Inspector.module.css';
import type { FieldContext } from '../use-record-change.ts';

type Props = { readonly sheet: RecordOf<'sheet'>; readonly context: FieldContext };

/** The layers that a sheet shows: all that are printed, or those that are ticked. */
export function SheetLayers({ sheet, context }: Props) {
  const printed = useStructure('layer').filter((layer) => layer.printed);
  const { layers } = viewportOf(sheet);
  const change = (next: readonly RecordOf<'layer'>['id'][] | null) =>
    context.change(changedViewport(sheet, { layers: next }));
  return (
    <div className={styles.ticks}>
      <Checkbox
        label={text('sheet.allLayers')}
        isSelected={layers === null}
        onChange={(isAll) => change(isAll ? null : printed.map(({ id }) => id))}
      />
      {layers !== null &&
        printed
          .toReversed()
          .map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              isSelected={layers.includes(id)}
              onChange={(isShown) =>
                change(isShown ? [...layers, id] : layers.filter((layer) => layer !== id))
              }
            />
          ))}
    </div>
  );
}
