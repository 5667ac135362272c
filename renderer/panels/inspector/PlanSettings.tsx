import { useState } from 'react';
import { type SettingsChange, setSettings } from '../../../core/operations/set-settings.ts';
import { settingsOf } from '../../../core/plan/plan.ts';
import { commitResult } from '../../editor/commit-result.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { useSettings } from '../../hooks/use-editor-state.ts';
import { sentenceOf } from '../../messages/refusals.ts';
import { text } from '../../messages/text.ts';
import { Select } from '../../ui/fields/Select.tsx';
import { PanelSection } from '../../ui/layout/PanelSection.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { DraftField } from './DraftField.tsx';
import styles from './Inspector.module.css';
import { LevelProfile } from './LevelProfile.tsx';
import { NumberField } from './NumberField.tsx';
import { type Fields, limitSentence } from './try-change.ts';

const units = [
  { id: 'm', label: text('inspector.metres') },
  { id: 'ft-in', label: text('inspector.feet') },
] as const;
const BY_CAMERA = 'camera';
const models = [
  { id: BY_CAMERA, label: text('inspector.model.byCamera') },
  { id: 'flat', label: text('inspector.model.flatAlways') },
  { id: 'arc', label: text('inspector.model.arcAlways') },
  { id: 'centre', label: text('inspector.model.centreAlways') },
] as const;
const titleFields = ['agency', 'project', 'author', 'checker'] as const;

/** Changes the settings; `check` says why they would be refused. */
function useSettingsChange() {
  const editor = useEditor();
  const [refusal, setRefusal] = useState<string | null>(null);
  const tryFields = (fields: Fields) => setSettings(editor.plan, fields as SettingsChange);
  const check = (fields: Fields): string | null => {
    const result = tryFields(fields);
    if (result.ok) return null;
    return limitSentence([settingsOf(editor.plan)], fields, String) ?? sentenceOf(result.error);
  };
  const change = (fields: Fields): void => {
    const mergeKey = `settings ${Object.keys(fields).join()}`;
    const refused = commitResult(editor, { label: 'edit.settings', result: tryFields(fields), mergeKey });
    setRefusal(refused && (check(fields) ?? sentenceOf(refused)));
  };
  return { check, change, refusal };
}

type Change = ReturnType<typeof useSettingsChange>;

/** What is true of the whole plan: name, unit, north, marking and the title block of its sheets. */
export function PlanSettings() {
  const settings = useSettings();
  const changing = useSettingsChange();
  const { change, refusal } = changing;
  return (
    <>
      <header className={styles.head}>
        <h2>{settings.name || text('kind.settings')}</h2>
        <p>{text('inspector.nothingSelected')}</p>
        <Refusal>{refusal}</Refusal>
      </header>
      <PanelSection title={text('kind.settings')}>
        <Words label={text('inspector.field.name')} value={settings.name} {...changing} field="name" />
        <Select
          label={text('inspector.unit')}
          options={units}
          value={settings.displayUnit}
          onChange={(displayUnit) => change({ displayUnit })}
        />
        <NorthField {...changing} />
        <Words
          label={text('inspector.marking')}
          value={settings.marking ?? ''}
          fieldsOf={(marking) => ({ marking: marking.trim() || null })}
          {...changing}
        />
        <Select
          label={text('inspector.densityModel')}
          labelPlacement="top"
          options={models}
          value={settings.densityModel ?? BY_CAMERA}
          onChange={(model) => change({ densityModel: model === BY_CAMERA ? null : model })}
        />
        <NumberField
          label={text('inspector.meshShare')}
          form={{ type: 'number', unit: '%', stepBy: 5 }}
          value={100 * settings.meshShare}
          fieldsOf={(percent) => ({ meshShare: (percent ?? 0) / 100 })}
          context={{ unit: settings.displayUnit, check: changing.check, change }}
        />
        <Words label={text('inspector.currency')} value={settings.currency} {...changing} field="currency" />
      </PanelSection>
      <LevelProfile check={changing.check} change={change} />
      <TitleBlock {...changing} />
      <Origin {...changing} />
    </>
  );
}

/** True north as a bearing clockwise from plan north; the plan has its angle anticlockwise from +y. */
function NorthField({ check, change }: Change) {
  const { north, displayUnit } = useSettings();
  const quarter = Math.PI / 2;
  return (
    <NumberField
      label={text('inspector.north')}
      form={{ type: 'bearing' }}
      value={north + quarter}
      fieldsOf={(direction) => ({ north: (direction ?? quarter) - quarter })}
      context={{ unit: displayUnit, check, change }}
    />
  );
}

function TitleBlock(changing: Change) {
  const { titleBlock } = useSettings();
  return (
    <PanelSection title={text('inspector.titleBlock')}>
      {titleFields.map((field) => (
        <Words
          key={field}
          label={text(`inspector.title.${field}`)}
          value={titleBlock[field]}
          fieldsOf={(value) => ({ titleBlock: { ...titleBlock, [field]: value } })}
          {...changing}
        />
      ))}
    </PanelSection>
  );
}

const earthAxes = [
  ['lat', 'inspector.latitude'],
  ['lon', 'inspector.longitude'],
] as const;

/** Where the plan's zero lies on the Earth, WGS 84; a plan that was imported from a map knows it. */
function Origin({ check, change }: Change) {
  const { origin, displayUnit } = useSettings();
  return (
    <PanelSection title={text('inspector.origin')}>
      {earthAxes.map(([axis, label]) => (
        <NumberField
          key={axis}
          label={text(label)}
          form={{ type: 'number', unit: '°', stepBy: 0.00001 }}
          value={origin?.[axis] ?? null}
          mayBeNull
          fieldsOf={(value) => ({
            origin: value === null ? null : { lat: 0, lon: 0, ...origin, [axis]: value },
          })}
          context={{ unit: displayUnit, check, change }}
        />
      ))}
    </PanelSection>
  );
}

type WordsProps = Change & { readonly label: string; readonly value: string } & (
    | { readonly field: 'name' | 'currency'; readonly fieldsOf?: never }
    | { readonly field?: never; readonly fieldsOf: (value: string) => Fields }
  );

function Words({ label, value, field, fieldsOf, check, change }: WordsProps) {
  const fields = (typed: string): Fields => (field ? { [field]: typed } : (fieldsOf?.(typed) ?? {}));
  return (
    <DraftField
      label={label}
      value={value}
      check={(typed) => check(fields(typed))}
      onCommit={(typed) => change(fields(typed))}
    />
  );
}
