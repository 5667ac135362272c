import { percentText } from '../../../core/analysis/report/percent-text.ts';
import type { ZoneCheck } from '../../../core/analysis/zones/floor-zones.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { formatArea } from '../../../core/quantity.ts';
import { useZones } from '../../hooks/EditorContext.tsx';
import { usePlan, useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { FieldRow } from '../../ui/fields/FieldRow.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import answerStyles from '../coverage/Answer.module.css';
import { Answer, WorstButton } from '../coverage/Answer.tsx';
import { sharesText } from '../coverage/zone-columns.tsx';
import { type ZoneRow, zoneRow } from '../coverage/zone-rows.ts';
import styles from './camera/CameraView.module.css';
import inspectorStyles from './Inspector.module.css';

/** Whether a coverage zone has what it asks for, by each light, where it is worst and by which cameras. */
export function ZoneAnswer({ zone }: { readonly zone: RecordOf<'coverageZone'> }) {
  const plan = usePlan();
  const status = useZones();
  const row = zoneRow(plan, status, zone);
  const floor = status.floors.get(zone.floor);
  return (
    <PanelSection title={text('inspector.answer')}>
      {row ? (
        <>
          <p className={styles.view}>
            <Answer row={row} />
          </p>
          <Refusal>
            {floor?.state === 'failed' ? text('coverage.failed', { reason: floor.message }) : null}
          </Refusal>
          <Details row={row} />
        </>
      ) : (
        <p className={styles.view}>{text('inspector.answer.notChecked')}</p>
      )}
    </PanelSection>
  );
}

/** The figures of an answer; none while it is that of an earlier plan. */
function Details({ row }: { readonly row: ZoneRow }) {
  const plan = usePlan();
  const { displayUnit } = useSettings();
  if (row.state !== 'current' || !row.result?.ok || !row.check) return null;
  const { uncovered, overlap } = row.check;
  return (
    <>
      {row.zone.when === 'both' &&
        row.result.checks.map((check) => <ByLight key={check.light} check={check} row={row} />)}
      <FieldRow label={text('coverage.worst')}>
        <WorstButton row={row} />
      </FieldRow>
      <FieldRow label={text('inspector.answer.cameras')}>
        <span>{sharesText(plan, row)}</span>
      </FieldRow>
      <FieldRow label={text('inspector.answer.uncovered')}>
        <span className={inspectorStyles.figure}>{formatArea(uncovered.area, displayUnit)}</span>
      </FieldRow>
      <FieldRow label={text('inspector.answer.overlap')}>
        <span className={inspectorStyles.figure}>{formatArea(overlap.area, displayUnit)}</span>
      </FieldRow>
      {row.remarks.map((remark) => (
        <p key={remark} className={styles.view}>
          {remark}
        </p>
      ))}
    </>
  );
}

function ByLight({ check, row }: { readonly check: ZoneCheck; readonly row: ZoneRow }) {
  const { minimumPercent } = row.zone;
  const label = text(check.light === 'day' ? 'inspector.answer.byDay' : 'inspector.answer.byNight');
  return (
    <FieldRow label={label}>
      <span className={check.isMet ? answerStyles.pass : answerStyles.fail}>
        <span role="img" aria-label={text(check.isMet ? 'coverage.pass' : 'coverage.fail')}>
          {check.isMet ? '✓' : '▲'}
        </span>{' '}
        {text('coverage.percent', { percent: percentText(check.percent, minimumPercent) })}
      </span>
    </FieldRow>
  );
}
