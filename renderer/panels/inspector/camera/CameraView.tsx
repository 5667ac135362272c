import { useMemo } from 'react';
import { levelProfileOf } from '../../../../core/catalogue/level-profiles.ts';
import { TARGET_HEIGHT } from '../../../../core/geometry/camera-footprint.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { type DisplayUnit, formatArea, formatLength } from '../../../../core/quantity.ts';
import { toDegrees } from '../../../../core/units.ts';
import { useCoverage } from '../../../hooks/EditorContext.tsx';
import { useSettings } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { FieldRow } from '../../../ui/fields/FieldRow.tsx';
import { PanelSection } from '../../../ui/layout/PanelSection.tsx';
import inspectorStyles from '../Inspector.module.css';
import { NumberField } from '../NumberField.tsx';
import type { FieldContext } from '../use-record-change.ts';
import styles from './CameraView.module.css';
import { cameraNotes, notesOfCameras } from './camera-notes.ts';
import { cameraSight, type SightLevel, withViewAngle } from './camera-sight.ts';
import { type SeenAreas, seenAreas } from './seen-areas.ts';

type Props = { readonly camera: RecordOf<'camera'>; readonly context: FieldContext };

/** What a camera sees on open ground: field of view, reach and area of each level, and the dead zone. */
export function CameraView({ camera, context }: Props) {
  const settings = useSettings();
  const { displayUnit } = settings;
  const profile = levelProfileOf(settings);
  const { model, levels, deadZone } = cameraSight(camera, profile);
  const seen = seenAreas(useCoverage(), camera, displayUnit);
  return (
    <PanelSection title={text('inspector.sees')}>
      <p className={styles.view}>{text(`inspector.model.${model}`, { profile: profile.title })}</p>
      <ViewAngles camera={camera} context={context} />
      <Levels levels={levels} unit={displayUnit} seen={seen} />
      {seen && <Notes notes={[seen.note]} />}
      {deadZone !== null && (
        <FieldRow label={text('inspector.deadZone')}>
          <span className={inspectorStyles.figure}>
            {text('inspector.deadZoneAt', {
              radius: formatLength(deadZone, displayUnit, 2),
              height: formatLength(TARGET_HEIGHT, displayUnit, 1),
            })}
          </span>
        </FieldRow>
      )}
      <Notes notes={cameraNotes(camera, settings)} />
    </PanelSection>
  );
}

/** What is wrong with the views of several cameras; nothing where nothing is. */
export function CamerasView({ cameras }: { readonly cameras: readonly RecordOf<'camera'>[] }) {
  const settings = useSettings();
  const notes = useMemo(() => notesOfCameras(cameras, settings), [cameras, settings]);
  if (notes.length === 0) return null;
  return (
    <PanelSection title={text('inspector.sight.some')}>
      <Notes notes={notes} />
    </PanelSection>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className={styles.view}>
      {note}
    </p>
  ));
}

const sides = [
  ['horizontal', 'viewAcross'],
  ['vertical', 'viewDown'],
] as const;

/** The angles of the data sheet; emptied, they follow from lens and sensor, which shows in grey. */
function ViewAngles({ camera, context }: Props) {
  const profile = levelProfileOf(useSettings());
  const { fieldOfView } = cameraSight(camera, profile);
  const source = text(camera.fieldOfView ? 'inspector.fromDataSheet' : 'inspector.fromLens');
  return sides.map(([side, label]) => (
    <NumberField
      key={side}
      label={text(`inspector.field.${label}`)}
      form={{ type: 'angle' }}
      value={camera.fieldOfView?.[side] ?? null}
      placeholder={toDegrees(fieldOfView[side]).toFixed(1)}
      description={side === 'vertical' ? source : undefined}
      mayBeNull
      fieldsOf={(angle) => ({ fieldOfView: withViewAngle(camera, side, angle) })}
      context={context}
    />
  ));
}

type LevelsProps = {
  readonly levels: readonly SightLevel[];
  readonly unit: DisplayUnit;
  readonly seen: SeenAreas | null;
};

function Levels({ levels, unit, seen }: LevelsProps) {
  const name = unit === 'm' ? 'm' : 'ft';
  return (
    <table className={styles.levels}>
      <thead>
        <tr>
          <th scope="col">{text('inspector.level')}</th>
          <th scope="col">{text('inspector.reachIn', { unit: name })}</th>
          <th scope="col">{text('inspector.areaIn', { unit: name })}</th>
          {seen && <th scope="col">{text('inspector.seenIn', { unit: name })}</th>}
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={level.key}>
            <td>
              <b>{level.letter}</b> {level.name}
            </td>
            <td>{level.area === null ? '–' : formatLength(level.reach, unit, 1).replace(/ m$/, '')}</td>
            <td>{level.area === null ? '–' : formatArea(level.area, unit).replace(/ \S+$/, '')}</td>
            {seen && <td>{seen.figureOf(level.key)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
