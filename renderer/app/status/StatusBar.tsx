import { memo } from 'react';
import { placedCount } from '../../../core/plan/plan.ts';
import { formatLength } from '../../../core/quantity.ts';
import { scaleNumber, toPlan } from '../../editor/viewport.ts';
import { type PointerPlace, usePointerPlace } from '../../hooks/pointer-place.ts';
import {
  useLens,
  usePlan,
  useSelection,
  useSettings,
  useStructure,
  useViewport,
} from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import type { Autosave } from '../../storage/autosave.ts';
import { BackupState } from './BackupState.tsx';
import { CoverageState } from './CoverageState.tsx';
import { SaveState } from './SaveState.tsx';
import { SnapSwitches } from './SnapSwitches.tsx';
import styles from './StatusBar.module.css';
import { useStorageStatus } from './use-storage-status.ts';
import { ZonesState } from './ZonesState.tsx';

type Props = {
  readonly autosave: Autosave;
  readonly pointer: PointerPlace;
  /** Opens the panel that says which zones fail. */
  readonly onZones: () => void;
};

/** What is saved, where the pointer is, what it snaps to, which floor and scale; each part renders by itself. */
export const StatusBar = memo(function StatusBar({ autosave, pointer, onZones }: Props) {
  return (
    <footer className={styles.bar} data-region="status" tabIndex={-1}>
      <OnDisk autosave={autosave} />
      <Place pointer={pointer} />
      <SnapSwitches />
      <CoverageState />
      <FloorName />
      <Scale />
      <ZonesState onOpen={onZones} />
      <span className={styles.grow} />
      <SelectedCount />
      <RecordCount />
    </footer>
  );
});

function OnDisk({ autosave }: Pick<Props, 'autosave'>) {
  const storage = useStorageStatus();
  return (
    <>
      <SaveState autosave={autosave} storage={storage} />
      <BackupState status={storage} />
    </>
  );
}

function FloorName() {
  const { floor: active } = useLens();
  const floor = useStructure('floor').find(({ id }) => id === active);
  return (
    <span>
      {text('status.floor')} <b>{floor?.name}</b>
    </span>
  );
}

function Scale() {
  const viewport = useViewport();
  return (
    <span>
      {text('status.scale')} <b>1:{Math.round(scaleNumber(viewport)).toLocaleString('en')}</b>
    </span>
  );
}

function SelectedCount() {
  const { size } = useSelection();
  return size > 0 && <span>{text('status.selected', { count: size.toLocaleString('en') })}</span>;
}

function RecordCount() {
  const plan = usePlan();
  const count = placedCount(plan);
  return (
    <span>
      {count === 1 ? text('status.oneRecord') : text('status.records', { count: count.toLocaleString('en') })}
    </span>
  );
}

function Place({ pointer }: Pick<Props, 'pointer'>) {
  const on = usePointerPlace(pointer);
  const viewport = useViewport();
  const { displayUnit: unit } = useSettings();
  const at = on && toPlan(viewport, on);
  // The place stays while the pointer is elsewhere, so that the rest of the bar does not move.
  return (
    <span className={styles.place}>
      {at && (
        <>
          x <b>{formatLength(at.x, unit)}</b> y <b>{formatLength(at.y, unit)}</b>
        </>
      )}
    </span>
  );
}
