import { useEditor } from '../../hooks/EditorContext.tsx';
import { useLens, usePlan } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { Kbd } from '../../ui/layout/Kbd.tsx';
import styles from './GroupBar.module.css';

/** Says over the drawing that a group has been entered, and leads out of it. */
export function GroupBar() {
  const editor = useEditor();
  const { group } = useLens();
  const { tables } = usePlan();
  const entered = group === null ? undefined : tables.group.get(group);
  if (!entered) return null;
  return (
    <div className={styles.bar} role="status">
      <span className={styles.text}>{text('group.entered', { name: entered.name })}</span>
      <Button look="plain" onPress={() => editor.show({ lens: { group: entered.parent } })}>
        {text('group.leave')} <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}
