import { Button } from 'react-aria-components';
import { useZones } from '../../hooks/EditorContext.tsx';
import { text } from '../../messages/text.ts';
import { zoneCounts } from '../../panels/coverage/zone-rows.ts';
import styles from './ZonesState.module.css';

type Props = { readonly onOpen: () => void };

/** How many coverage zones of the plan fail, as a button to the panel that says which; nothing where there are none. */
export function ZonesState({ onOpen }: Props) {
  const status = useZones();
  const answers = [...status.floors.values()];
  if (answers.length === 0) return null;
  const failed = answers.find((answer) => answer.state === 'failed');
  const counts = zoneCounts(status);
  const state = failed ? 'failed' : !counts ? 'computing' : counts.failing > 0 ? 'fail' : 'pass';
  const shown = failed
    ? text('status.zones.failed', { reason: failed.message })
    : counts
      ? countText(counts)
      : text('status.zones.computing');
  const mark = { failed: '▲ ', fail: '▲ ', pass: '✓ ', computing: '' }[state];
  return (
    <Button className={styles.button ?? ''} data-zones={state} onPress={onOpen}>
      {mark}
      {shown}
    </Button>
  );
}

function countText({ all, failing }: { readonly all: number; readonly failing: number }): string {
  if (all === 1) return text(failing === 0 ? 'coverage.count.one' : 'coverage.count.oneFails');
  if (failing === 0) return text('coverage.count.all', { count: all });
  return text(failing === 1 ? 'coverage.count.oneOf' : 'coverage.count.fail', { failing, count: all });
}
