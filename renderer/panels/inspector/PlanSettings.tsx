import { levelProfiles } from '../../../core/catalogue/levels.ts';
import { type SettingsChange, setSettings } from '../../../core/operations/set-settings.ts';
import { settingsOf } from '../../../core/plan/plan.ts';
import { formatBearing, parseBearing } from '../../../core/quantity.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { usePlan } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { QuantityField } from '../../ui/fields/QuantityField.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { DraftField } from './DraftField.tsx';
import styles from './Inspector.module.css';

const units = [
  { id: 'm', label: 'Metres' },
  { id: 'ft-in', label: 'Feet and inches' },
] as const;
const profiles = (Object.keys(levelProfiles) as (keyof typeof levelProfiles)[]).map((id) => ({
  id,
  label: levelProfiles[id].title,
}));
const titleFields = ['agency', 'project', 'author', 'checker'] as const;

/** What is true of the whole plan: name, unit, north, marking and the title block of its sheets. */
export function PlanSettings() {
  const editor = useEditor();
  const settings = settingsOf(usePlan());
  const change = (fields: SettingsChange) => {
    const result = setSettings(editor.plan, fields);
    if (result.ok)
      editor.commit({ label: 'edit.settings', diff: result.value, mergeKey: Object.keys(fields).join() });
  };
  const parseNorth = (typed: string) => {
    const parsed = parseBearing(typed);
    return parsed.ok
      ? { ok: true as const, value: parsed.value - Math.PI / 2 }
      : { ok: false as const, message: text('inspector.notABearing') };
  };
  return (
    <>
      <header className={styles.head}>
        <h2>{settings.name || text('kind.settings')}</h2>
        <p>{text('inspector.nothingSelected')}</p>
      </header>
      <PanelSection title={text('kind.settings')}>
        <DraftField
          label={text('inspector.name')}
          value={settings.name}
          onCommit={(name) => change({ name })}
        />
        <Select
          label={text('inspector.unit')}
          options={units}
          value={settings.displayUnit}
          onChange={(displayUnit) => change({ displayUnit })}
        />
        <QuantityField
          label={text('inspector.north')}
          value={settings.north}
          format={(north) => formatBearing(north + Math.PI / 2)}
          parse={parseNorth}
          onCommit={(north) => change({ north })}
        />
        <DraftField
          label={text('inspector.marking')}
          value={settings.marking ?? ''}
          onCommit={(marking) => change({ marking: marking.trim() || null })}
        />
        <Select
          label={text('inspector.levels')}
          options={profiles}
          value={settings.levelProfile}
          onChange={(levelProfile) => change({ levelProfile })}
        />
        <DraftField
          label={text('inspector.currency')}
          value={settings.currency}
          onCommit={(currency) => change({ currency })}
        />
      </PanelSection>
      <PanelSection title={text('inspector.titleBlock')}>
        {titleFields.map((field) => (
          <DraftField
            key={field}
            label={text(`inspector.title.${field}`)}
            value={settings.titleBlock[field]}
            onCommit={(value) => change({ titleBlock: { ...settings.titleBlock, [field]: value } })}
          />
        ))}
      </PanelSection>
    </>
  );
}
