import { useMemo, useState } from 'react';
import { useZones } from '../../hooks/EditorContext.tsx';
import { useLens, usePlan } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { SegmentedControl } from '../../ui/buttons/SegmentedControl.tsx';
import { Checkbox } from '../../ui/fields/Checkbox.tsx';
import { CloseIcon } from '../../ui/icons/state.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import styles from './CoveragePanel.module.css';
import { FailuresPart } from './FailuresPart.tsx';
import { ZonesPart } from './ZonesPart.tsx';
import { isFailing, type ZoneRow, zoneRows } from './zone-rows.ts';

const parts = ['zones', 'failures'] as const;
type Part = (typeof parts)[number];

type Props = { readonly onClose: () => void };

/** Whether the coverage zones of the floor that is shown have what they ask for, and what is lost with each camera. */
export function CoveragePanel({ onClose }: Props) {
  const plan = usePlan();
  const status = useZones();
  const { floor } = useLens();
  const [part, setPart] = useState<Part>('zones');
  const [failingOnly, setFailingOnly] = useState(false);
  const { rows, leftOut } = useMemo(() => zoneRows(plan, status, floor), [plan, status, floor]);
  const answer = status.floors.get(floor);
  return (
    <div className={styles.panel} data-state={answer?.state ?? 'none'}>
      <header className={styles.head}>
        <h2 className={styles.title}>{text('coverage.title')}</h2>
        <SegmentedControl
          label={text('coverage.parts')}
          segments={parts.map((id) => ({ id, label: text(`coverage.part.${id}`) }))}
          value={part}
          onChange={setPart}
        />
        <Checkbox label={text('coverage.failingOnly')} isSelected={failingOnly} onChange={setFailingOnly} />
        <span className={styles.count} role="status">
          {answer?.state === 'computing' ? text('coverage.computing') : countText(rows)}
        </span>
        <Seen leftOut={leftOut} />
        <IconButton label={text('coverage.close')} icon={<CloseIcon />} size="small" onPress={onClose} />
      </header>
      <Refusal inset="panel">
        {answer?.state === 'failed' ? text('coverage.failed', { reason: answer.message }) : null}
      </Refusal>
      {part === 'zones' ? (
        <ZonesPart rows={rows} leftOut={leftOut} failingOnly={failingOnly} />
      ) : (
        <FailuresPart status={status} answer={answer} failingOnly={failingOnly} />
      )}
    </div>
  );
}

/** How many zones fail; empty where there are none or not all are answered for. */
function countText(rows: readonly ZoneRow[]): string {
  const count = rows.length;
  const failing = rows.filter(isFailing).length;
  if (count === 0 || rows.some(({ state }) => state !== 'current')) return '';
  if (count === 1) return text(failing === 0 ? 'coverage.count.one' : 'coverage.count.oneFails');
  if (failing === 0) return text('coverage.count.all', { count });
  return text(failing === 1 ? 'coverage.count.oneOf' : 'coverage.count.fail', { failing, count });
}

/** As what the plan is looked at for the answers, and what is therefore not among them. */
function Seen({ leftOut }: { readonly leftOut: number }) {
  const { states } = useLens();
  const note = leftOut === 1 ? text('coverage.leftOut.one') : text('coverage.leftOut', { count: leftOut });
  const shown = [text(states === 'both' ? 'coverage.as.bothShort' : `coverage.as.${states}`)];
  if (leftOut > 0) shown.push(note);
  return (
    <span className={styles.seen} title={text(`coverage.as.${states}`)}>
      {shown.join(' · ')}
    </span>
  );
}
