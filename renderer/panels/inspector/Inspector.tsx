import { memo, type RefObject, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import { catalogueDevice, changedFigures } from '../../../core/catalogue/device-fields.ts';
import type { AnyId, PlacedKind, PlacedRecord } from '../../../core/plan/kinds/index.ts';
import { isKind, kindOf } from '../../../core/plan/plan.ts';
import { cameraOfDevice, type OfferedCamera, useOfferedCameras } from '../../hooks/camera-table.ts';
import {
  placedRecords,
  useChosenSheet,
  usePlacedRecords,
  useSelection,
  useSettings,
} from '../../hooks/use-editor-state.ts';
import { usePlanAtRest } from '../../hooks/use-plan-at-rest.ts';
import { kindWindow } from '../../kinds/index.ts';
import type { FieldSpec } from '../../kinds/parts/field-spec.ts';
import { text } from '../../messages/text.ts';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { BulkFields } from './BulkFields.tsx';
import { CommonFields, EvidenceFields } from './CommonFields.tsx';
import { CoveredNote } from './CoveredNote.tsx';
import { CameraSections } from './camera/CameraSections.tsx';
import { cameraSubtitle, lensWarning, withLens } from './camera/catalogue-lens.ts';
import { DeviceField } from './DeviceField.tsx';
import { GroupSection } from './GroupSection.tsx';
import styles from './Inspector.module.css';
import { DimensionFields } from './notes/DimensionFields.tsx';
import { PlanSettings } from './PlanSettings.tsx';
import { RecordField } from './RecordField.tsx';
import { CornerSections, DerivedFields, OutlineField, WallLengthField } from './ShapeFields.tsx';
import { SensorView } from './sensor/SensorView.tsx';
import { countByKind } from './shared-values.ts';
import { SheetInspector } from './sheets/SheetInspector.tsx';
import { type FieldContext, useRecordChange } from './use-record-change.ts';
import { ZoneAnswer } from './ZoneAnswer.tsx';

/**
 * What is selected, with every value editable as text or number; when nothing is, the chosen sheet, else
 * the plan's settings.
 *
 * The fields of another selection are made in the pauses, since that takes longer than a frame.
 */
export function Inspector() {
  const selection = useDeferredValue(useSelection());
  return selection.size > MOST_AT_ONCE ? <Many selection={selection} /> : <Few selection={selection} />;
}

/** Beyond this the fields follow an edit when it has come to rest: they are about all of the records. */
const MOST_AT_ONCE = 300;

type Choice = { readonly selection: ReadonlySet<AnyId> };

function Many({ selection }: Choice) {
  const plan = usePlanAtRest();
  const owner = useMemo(() => [...selection].join(), [selection]);
  const records = useMemo(() => placedRecords(plan, selection), [plan, selection]);
  return records.length > 0 && <Selected owner={owner} records={records} />;
}

function Few({ selection }: Choice) {
  const owner = useMemo(() => [...selection].join(), [selection]);
  const records = usePlacedRecords(selection);
  const sheet = useChosenSheet();
  const [only] = records;
  if (!only) return sheet ? <SheetInspector sheet={sheet} /> : <PlanSettings />;
  // Records of one kind have the same fields: these stay and take other values, which is much less work.
  const form = records.length === 1 ? kindOf(only.id) : 'several';
  return <Selected key={form} owner={owner} records={records} />;
}

type SelectedProps = { readonly owner: string; readonly records: readonly PlacedRecord[] };

const Selected = memo(function Selected({ owner, records }: SelectedProps) {
  const { displayUnit, currency } = useSettings();
  const offered = useOfferedCameras();
  const context = useRecordChange(owner, records, displayUnit);
  const only = records.length === 1 ? records[0] : undefined;
  const head = useTopFor(owner);
  // The words of a new text are the next thing to type.
  const ownFirst = only && isKind(only, 'text');
  return (
    <>
      <header ref={head} className={styles.head}>
        <h2>{only ? titleOf(only) : text('inspector.several', { count: records.length })}</h2>
        <p>{only ? subtitleOf(only, offered) : countsOf(records)}</p>
        {only && isKind(only, 'underlay') && <CoveredNote picture={only} />}
      </header>
      <GroupSection key={owner} records={records} />
      {ownFirst && <OwnFields record={only} context={context} />}
      <PanelSection
        title={text('inspector.record')}
        detail={only ? undefined : text('inspector.severalHint')}
      >
        <CommonFields records={records} context={context} />
      </PanelSection>
      {!only && <BulkFields records={records} context={context} currency={currency} />}
      {only && isKind(only, 'coverageZone') && <ZoneAnswer zone={only} />}
      {only && !ownFirst && <OwnFields record={only} context={context} />}
      {only && isKind(only, 'camera') && <CameraSections camera={only} context={context} />}
      {only && isKind(only, 'sensor') && <SensorView sensor={only} />}
      {only && <CornerSections record={only} context={context} />}
      {only && <EvidenceFields record={only} currency={currency} context={context} />}
    </>
  );
});

/** Another selection begins at its top, wherever the panel was scrolled to. */
function useTopFor(owner: string): RefObject<HTMLElement | null> {
  const head = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the owner is what the top is shown for
  useLayoutEffect(() => head.current?.parentElement?.scrollTo(0, 0), [owner]);
  return head;
}

const kindTitle = (record: PlacedRecord): string => text(`kind.${kindOf(record.id)}`);

/** What people call it, where one kind holds several things: a door is no opening to them. */
function thingTitle(record: PlacedRecord): string {
  if (isKind(record, 'opening')) return text(`inspector.choice.${record.type}`);
  if (isKind(record, 'area') && record.use === 'room') return text('inspector.choice.room');
  return kindTitle(record);
}

function titleOf(record: PlacedRecord): string {
  return record.tag || ('name' in record && record.name) || thingTitle(record);
}

/** The catalogue's name of a device, else the kind. */
function subtitleOf(record: PlacedRecord, offered: readonly OfferedCamera[]): string {
  const device = 'device' in record ? catalogueDevice(record.device) : undefined;
  const kind = thingTitle(record);
  if (!device && isKind(record, 'camera')) {
    const known = cameraSubtitle(record, cameraOfDevice(offered, record.device));
    if (known !== null) return known;
  }
  if (!device) {
    // Of a model that the catalogue of devices does not know, its name is all there is.
    const named = 'device' in record ? record.device : null;
    return named ?? (titleOf(record) === kind ? '' : kind);
  }
  const changed = changedFigures(record).length > 0;
  return changed ? text('inspector.deviceChanged', { device: device.name }) : device.name;
}

function countsOf(records: readonly PlacedRecord[]): string {
  return countByKind(records)
    .map(([kind, count]) => text('inspector.countOfKind', { kind: text(`kind.${kind}`), count }))
    .join(' · ');
}

/** The fields that only this kind of record has. */
function OwnFields({
  record,
  context: given,
}: {
  readonly record: PlacedRecord;
  readonly context: FieldContext;
}) {
  const specs: readonly FieldSpec[] = kindWindow(kindOf(record.id) as PlacedKind).fields;
  const values: Readonly<Record<string, unknown>> = { ...record };
  const offered = useOfferedCameras();
  const camera = isKind(record, 'camera') ? cameraOfDevice(offered, record.device) : null;
  const context = withLens(camera, given);
  const warning = isKind(record, 'camera') ? lensWarning(record, camera) : null;
  const shown = specs.filter(({ needs }) => needs === undefined || values[needs] !== null);
  return (
    <PanelSection title={kindTitle(record)}>
      <DeviceField records={[record]} context={context} />
      {warning !== null && <p className={styles.warning}>{warning}</p>}
      {isKind(record, 'wall') && <WallLengthField wall={record} context={context} />}
      {isKind(record, 'dimension') && <DimensionFields dimension={record} context={context} />}
      {shown.map((spec) => (
        <RecordField key={spec.field} spec={spec} value={values[spec.field]} context={context} />
      ))}
      {isKind(record, 'area') && <OutlineField area={record} />}
      <DerivedFields record={record} context={context} />
    </PanelSection>
  );
}
