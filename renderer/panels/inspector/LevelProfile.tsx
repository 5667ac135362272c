import { useState } from 'react';
import { levelProfileOf, profilesOf } from '../../../core/catalogue/level-profiles.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { settingsOf } from '../../../core/plan/plan.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { askForLevelProfile } from '../../hooks/level-files.ts';
import { useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { IconButton } from '../../ui/buttons/IconButton.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { TrashIcon } from '../../ui/icons/actions.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import styles from './LevelProfile.module.css';
import { withProfile } from './own-profiles.ts';
import type { Fields } from './try-change.ts';

type Props = {
  readonly check: (fields: Fields) => string | null;
  readonly change: (fields: Fields) => void;
};

/** The levels that cameras are measured by: those of the chosen profile, and the profiles that the plan brings along. */
export function LevelProfile({ check, change }: Props) {
  const settings = useSettings();
  const editor = useEditor();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const profile = levelProfileOf(settings);
  const take = async () => {
    const read = await askForLevelProfile();
    const refused = read.ok || read.error.code === 'cancelled' ? null : read.error.message;
    setRefusal(refused);
    setSaid('');
    if (!read.ok) return;
    const { fields, former } = withProfile(settingsOf(editor.plan), read.value.profile);
    const why = check(fields);
    setRefusal(why);
    if (why !== null) return;
    change(fields);
    if (former !== null) setSaid(text('levels.replaced', { title: read.value.profile.title, former }));
  };
  return (
    <PanelSection title={text('levels.section')}>
      <Select
        label={text('inspector.levels')}
        labelPlacement="hidden"
        options={profilesOf(settings).map(({ id, title }) => ({ id, label: title }))}
        value={settings.levelProfile}
        onChange={(levelProfile) => change({ levelProfile })}
      />
      <table className={styles.levels}>
        <thead>
          <tr>
            <th scope="col">{text('levels.level')}</th>
            <th scope="col">{text('levels.density')}</th>
          </tr>
        </thead>
        <tbody>
          {profile.levels.map(({ key, letter, name, pixelsPerMetre }) => (
            <tr key={key}>
              <td>
                <b>{letter}</b> {name}
              </td>
              <td>{shownDensity(pixelsPerMetre)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{text('levels.source', { source: profile.source })}</p>
      {profile.edition !== '' && <p className={styles.note}>{profile.edition}</p>}
      <Own settings={settings} change={change} />
      <Refusal>{refusal}</Refusal>
      <p role="status" className={styles.note}>
        {said}
      </p>
      <Button onPress={() => void take()}>{text('levels.import')}</Button>
    </PanelSection>
  );
}

/** Of a level by pixels across a target no more digits than anybody reads. */
const shownDensity = (pixelsPerMetre: number): string => String(Math.round(pixelsPerMetre * 100) / 100);

/** The profiles that travel in the plan; one that is in use cannot be removed. */
function Own({
  settings: { ownProfiles, levelProfile },
  change,
}: {
  readonly settings: RecordOf<'settings'>;
  readonly change: (fields: Fields) => void;
}) {
  if (ownProfiles.length === 0) return null;
  return (
    <ul className={styles.own} aria-label={text('levels.own')}>
      {ownProfiles.map(({ id, title }) => (
        <li key={id}>
          <span>{title}</span>
          <IconButton
            label={text('levels.remove', { title })}
            size="small"
            isQuiet
            icon={<TrashIcon />}
            whyDisabled={id === levelProfile ? text('levels.inUse') : null}
            onPress={() => change({ ownProfiles: ownProfiles.filter((each) => each.id !== id) })}
          />
        </li>
      ))}
    </ul>
  );
}
