import { percentText } from '../../../core/analysis/report/percent-text.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { type DisplayUnit, formatArea, formatLength } from '../../../core/quantity.ts';
import { text } from '../../messages/text.ts';
import { classNames } from '../../ui/class-names.ts';
import tableStyles from '../../ui/lists/Table.module.css';
import styles from './Answer.module.css';
import { Answer, WorstButton } from './Answer.tsx';
import type { CoverageColumn } from './CoverageTable.tsx';
import { titleOf } from './failure-rows.ts';
import { isFailing, type ZoneRow } from './zone-rows.ts';

type Column = CoverageColumn<ZoneRow>;

/** Cameras that serve a zone, with what each covers by itself; null where there is no answer. */
export function sharesText(plan: Plan, { check }: ZoneRow): string | null {
  if (!check) return null;
  const shares = check.cameras.map(({ id, percent }) =>
    text('coverage.share', { camera: titleOf(plan, id), percent: percentText(percent) }),
  );
  return shares.length === 0 ? text('coverage.noCamera') : shares.join(', ');
}

/** What the table says of each zone: what follows from the plan first, then what is asked for. */
export function zoneColumns(plan: Plan, unit: DisplayUnit): readonly Column[] {
  return [...foundColumns(plan, unit), ...askedColumns(unit)];
}

function foundColumns(plan: Plan, unit: DisplayUnit): readonly Column[] {
  return [
    { ...column('zone', 120), ...written(({ title }) => title) },
    {
      ...column('answer', 190),
      render: (row) => <Answer row={row} />,
      compare: (one, other) => rankOf(one) - rankOf(other),
    },
    { ...column('worst', 150), render: (row) => <WorstButton row={row} /> },
    { ...column('cameras', 170), ...found((row) => sharesText(plan, row)), wraps: true },
    { ...column('uncovered', 90), ...area((row) => row.check?.uncovered.area, unit) },
    { ...column('overlap', 90), ...area((row) => row.check?.overlap.area, unit) },
  ];
}

function askedColumns(unit: DisplayUnit): readonly Column[] {
  const { minimumPercent, targetHeight, minimumCameras } = {
    minimumPercent: ({ zone }: ZoneRow) => zone.minimumPercent,
    targetHeight: ({ zone }: ZoneRow) => zone.targetHeight,
    minimumCameras: ({ zone }: ZoneRow) => zone.minimumCameras,
  };
  return [
    { ...column('level', 90), ...written(({ level }) => level) },
    {
      ...column('minimum', 80),
      ...figure(minimumPercent, (percent) => text('coverage.percent', { percent: percentText(percent) })),
    },
    { ...column('targetHeight', 100), ...figure(targetHeight, (height) => formatLength(height, unit, 2)) },
    { ...column('when', 90), ...written(({ zone }) => text(`inspector.choice.${zone.when}`)) },
    { ...column('minimumCameras', 110), ...figure(minimumCameras, String) },
    { ...column('task', 150), ...written(({ zone }) => zone.task), wraps: true },
    { ...column('remarks', 320), ...found(({ remarks }) => remarks.join(' ')), wraps: true },
  ];
}

type Id =
  | 'zone'
  | 'answer'
  | 'worst'
  | 'cameras'
  | 'uncovered'
  | 'overlap'
  | 'level'
  | 'minimum'
  | 'targetHeight'
  | 'when'
  | 'minimumCameras'
  | 'task'
  | 'remarks';

const column = (id: Id, width: number) => ({ id, title: text(`coverage.column.${id}`), width });

/** What stands in the plan itself. */
function written(textOf: (row: ZoneRow) => string) {
  return {
    render: (row: ZoneRow) => <Words>{textOf(row)}</Words>,
    textOf,
    isSortable: true,
  };
}

/** What follows from the plan: grey while it is that of an earlier one. */
function found(textOf: (row: ZoneRow) => string | null) {
  return {
    render: (row: ZoneRow) => <Words isStale={row.state !== 'current'}>{textOf(row)}</Words>,
    textOf: (row: ZoneRow) => textOf(row) ?? '',
    isSortable: true,
  };
}

function figure(figureOf: (row: ZoneRow) => number, shown: (value: number) => string) {
  return {
    render: (row: ZoneRow) => <Words>{shown(figureOf(row))}</Words>,
    compare: (one: ZoneRow, other: ZoneRow) => figureOf(one) - figureOf(other),
    align: 'end',
  } as const;
}

function area(figureOf: (row: ZoneRow) => number | undefined, unit: DisplayUnit) {
  const shown = (row: ZoneRow): string => {
    const value = figureOf(row);
    return value === undefined ? '' : formatArea(value, unit);
  };
  return {
    render: (row: ZoneRow) => <Words isStale={row.state !== 'current'}>{shown(row)}</Words>,
    compare: (one: ZoneRow, other: ZoneRow) => (figureOf(one) ?? -1) - (figureOf(other) ?? -1),
    align: 'end',
  } as const;
}

function Words({
  children,
  isStale = false,
}: {
  readonly children: string | null;
  readonly isStale?: boolean;
}) {
  if (children === null) return null;
  return (
    <span className={classNames(tableStyles.text, isStale && styles.stale)} title={children}>
      {children}
    </span>
  );
}

/** What fails first, the worst of it first. */
function rankOf(row: ZoneRow): number {
  if (!row.result?.ok) return -1000;
  return row.result.percent - row.zone.minimumPercent - (isFailing(row) ? 200 : 0);
}
