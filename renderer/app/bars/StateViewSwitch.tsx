import { stateViews } from '../../../core/plan/kinds/parts/fields.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useLens } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { SegmentedControl } from '../../ui/buttons/SegmentedControl.tsx';

const segments = stateViews.map((id) => ({ id, label: text(`states.${id}`) }));

/** Whether the drawing shows what is there today, what is proposed, or both. */
export function StateViewSwitch() {
  const editor = useEditor();
  const { states } = useLens();
  return (
    <SegmentedControl
      label={text('states.label')}
      segments={segments}
      value={states}
      onChange={(next) => editor.show({ lens: { states: next } })}
    />
  );
}
