import { levelProfiles } from '../../../core/catalogue/levels.ts';
import {
  bandSector,
  fieldOfViewOf,
  footprintOf,
  levelBands,
  TARGET_HEIGHT,
} from '../../../core/geometry/camera-footprint.ts';
import { sectorArea } from '../../../core/geometry/sector.ts';
import { settingsOf } from '../../../core/plan/plan.ts';
import type { RecordOf } from '../../../core/plan/records/index.ts';
import { formatArea, formatLength } from '../../../core/quantity.ts';
import { toDegrees } from '../../../core/units.ts';
import { usePlan } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import styles from './CameraView.module.css';

/** What a camera sees on open ground: field of view, and reach and area of each level. */
export function CameraView({ camera }: { readonly camera: RecordOf<'camera'> }) {
  const { levelProfile, displayUnit } = settingsOf(usePlan());
  const profile = levelProfiles[levelProfile];
  const fieldOfView = fieldOfViewOf(camera);
  const { visible } = footprintOf(camera);
  const bands = levelBands(camera, profile.levels);
  return (
    <PanelSection title={text('inspector.sees')} detail={text('inspector.flat')}>
      <p className={styles.view}>
        {text('inspector.fieldOfView', {
          horizontal: toDegrees(fieldOfView.horizontal).toFixed(1),
          vertical: toDegrees(fieldOfView.vertical).toFixed(1),
        })}
      </p>
      <table className={styles.levels}>
        <thead>
          <tr>
            <th>{text('inspector.level')}</th>
            <th>{text('inspector.reach')}</th>
            <th>{text('inspector.area')}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ reach, interval }, index) => (
            <tr key={profile.levels[index]?.key}>
              <td>
                <b>{profile.levels[index]?.letter}</b> {profile.levels[index]?.name}
              </td>
              <td>{formatLength(reach, displayUnit, 1)}</td>
              <td>
                {interval
                  ? formatArea(sectorArea(bandSector(camera, fieldOfView, interval)), displayUnit)
                  : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.view}>{text('inspector.model', { profile: profile.title })}</p>
      <p className={styles.view}>
        {visible
          ? text('inspector.deadZone', {
              radius: formatLength(visible.near, displayUnit, 2),
              height: formatLength(TARGET_HEIGHT, displayUnit, 1),
            })
          : text('inspector.seesNothing')}
      </p>
    </PanelSection>
  );
}
