import { useMemo } from 'react';
import { percentText } from '../../../core/analysis/report/percent-text.ts';
import type { FloorZones } from '../../../core/analysis/zones/floor-zones.ts';
import { type DisplayUnit, formatArea } from '../../../core/quantity.ts';
import { selectRecords, zoomToRecords } from '../../commands/show-records.ts';
import type { FloorAnswer, ZonesStatus } from '../../editor/zones-watch.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan, useSelection, useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import styles from './Answer.module.css';
import panelStyles from './CoveragePanel.module.css';
import { type CoverageColumn, CoverageTable } from './CoverageTable.tsx';
import { type Effect, type FailureRow, failureRows, weakestSentence } from './failure-rows.ts';

type Props = {
  readonly status: ZonesStatus;
  /** What is known of the floor that is shown. */
  readonly answer: FloorAnswer | undefined;
  readonly failingOnly: boolean;
};

const none: FloorZones = new Map();

/** What is left of each zone of the floor without each camera; of the whole plan the weakest in a sentence. */
export function FailuresPart({ status, answer, failingOnly }: Props) {
  const editor = useEditor();
  const plan = usePlan();
  const selection = useSelection();
  const { displayUnit } = useSettings();
  const zones = answer?.zones ?? none;
  const isCurrent = answer?.state === 'current';
  const rows = useMemo(() => failureRows(plan, zones), [plan, zones]);
  const columns = useMemo(() => failureColumns(displayUnit, isCurrent), [displayUnit, isCurrent]);
  const shown = failingOnly ? rows.filter(({ effect }) => effect === 'fails') : rows;
  return (
    <>
      <Weakest status={status} />
      {rows.length === 0 && isCurrent && (
        <EmptyState title={text('coverage.noFailures')} text={text('coverage.noFailuresHint')} />
      )}
      {rows.length > 0 && shown.length === 0 && <EmptyState title={text('coverage.noneNeeded')} />}
      {shown.length > 0 && (
        <CoverageTable
          title={text('coverage.part.failures')}
          rows={shown}
          columns={columns}
          isSelected={({ camera }) => selection.has(camera)}
          isCurrent={() => isCurrent}
          onChoose={({ camera }) => selectRecords(editor, [camera])}
          onShow={({ camera, zone }) => zoomToRecords(editor, zone ? [camera, zone] : [camera])}
        />
      )}
    </>
  );
}

/** The weakest single failure of the whole plan, once all of its floors are answered for. */
function Weakest({ status }: Pick<Props, 'status'>) {
  const plan = usePlan();
  const answers = [...status.floors.values()];
  const isAllCurrent = answers.every(({ state }) => state === 'current');
  const sentence = useMemo(
    () => (isAllCurrent ? weakestSentence(plan, allZones(status)) : null),
    [plan, status, isAllCurrent],
  );
  if (answers.length === 0 || answers.some(({ state }) => state === 'failed')) return null;
  return (
    <p className={panelStyles.weakest} role="status" data-current={isAllCurrent}>
      {isAllCurrent ? sentence : text('coverage.weakest.notAll')}
    </p>
  );
}

const allZones = ({ floors }: ZonesStatus): FloorZones =>
  new Map([...floors.values()].flatMap(({ zones }) => [...(zones ?? [])]));

const marks: { readonly [E in Effect]: string } = {
  fails: '▲',
  'fails-anyway': '▲',
  holds: '✓',
  nothing: '',
};
const effects: readonly Effect[] = ['fails', 'fails-anyway', 'holds', 'nothing'];

function failureColumns(unit: DisplayUnit, isCurrent: boolean): readonly CoverageColumn<FailureRow>[] {
  const stale = isCurrent ? undefined : styles.stale;
  const percent = (id: 'all' | 'without', width: number) => ({
    id,
    width,
    title: text(`coverage.column.${id}`),
    align: 'end' as const,
    render: ({ figures }: FailureRow) => figures && <span className={stale}>{shareText(figures, id)}</span>,
    compare: (one: FailureRow, other: FailureRow) =>
      (one.figures?.[id] ?? 101) - (other.figures?.[id] ?? 101),
  });
  return [
    named('camera', 130, ({ cameraTitle }) => cameraTitle),
    named('zone', 150, ({ zoneTitle }) => zoneTitle),
    {
      id: 'effect',
      width: 170,
      title: text('coverage.column.effect'),
      render: ({ effect }) =>
        isCurrent ? <Then effect={effect} /> : <span className={stale}>{text('coverage.computing')}</span>,
      compare: (one, other) => effects.indexOf(one.effect) - effects.indexOf(other.effect),
    },
    percent('without', 120),
    percent('all', 120),
    {
      id: 'minimum',
      width: 80,
      title: text('coverage.column.minimum'),
      align: 'end',
      render: ({ figures }) => figures && text('coverage.percent', { percent: percentText(figures.minimum) }),
      compare: (one, other) => (one.figures?.minimum ?? 0) - (other.figures?.minimum ?? 0),
    },
    {
      id: 'lost',
      width: 90,
      title: text('coverage.column.lost'),
      align: 'end',
      render: ({ figures, lost }) => figures && <span className={stale}>{formatArea(lost, unit)}</span>,
      compare: (one, other) => one.lost - other.lost,
    },
  ];
}

const named = (id: 'camera' | 'zone', width: number, textOf: (row: FailureRow) => string) => ({
  id,
  width,
  title: text(`coverage.column.${id}`),
  render: textOf,
  textOf,
  isSortable: true,
});

function shareText(figures: NonNullable<FailureRow['figures']>, id: 'all' | 'without'): string {
  return text('coverage.percent', { percent: percentText(figures[id], figures.minimum) });
}

const looks: { readonly [E in Effect]: string | undefined } = {
  fails: styles.fail,
  'fails-anyway': styles.fail,
  holds: styles.pass,
  nothing: styles.detail,
};

function Then({ effect }: { readonly effect: Effect }) {
  return (
    <span className={looks[effect]} data-effect={effect}>
      {marks[effect]} {text(`coverage.effect.${effect}`)}
    </span>
  );
}
