import { type ReactNode, useState } from 'react';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { toDegrees } from '../../../../core/units.ts';
import type { NumberForm } from '../../../kinds/parts/field-spec.ts';
import { text } from '../../../messages/text.ts';
import { Button } from '../../../ui/buttons/Button.tsx';
import { IconButton } from '../../../ui/buttons/IconButton.tsx';
import { ArrowDownIcon, ArrowUpIcon, PlusIcon, TrashIcon } from '../../../ui/icons/actions.tsx';
import { PanelSection } from '../../../ui/layout/PanelSection.tsx';
import { DraftField } from '../DraftField.tsx';
import { NumberField } from '../NumberField.tsx';
import type { FieldContext } from '../use-record-change.ts';
import {
  countedNotes,
  listOf,
  newPreset,
  newSensor,
  ownDirection,
  type Preset,
  type Sensor,
  shownDirection,
  withItem,
  withMoved,
  withoutItem,
  withTilt,
} from './aimed-views.ts';
import styles from './CameraViews.module.css';

type Props = { readonly camera: RecordOf<'camera'>; readonly context: FieldContext };

/** The views of a camera that has several, and which of them coverage counts. */
export function CameraViews({ camera, context }: Props) {
  const list = listOf(camera);
  const notes = countedNotes(camera);
  if (!list && notes.length === 0) return null;
  return (
    <PanelSection
      title={text('inspector.views')}
      detail={list && camera[list].length > 0 ? String(camera[list].length) : undefined}
    >
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {list === 'presets' && <TiltRange camera={camera} context={context} />}
      {list && <ViewList key={list} camera={camera} context={context} list={list} />}
    </PanelSection>
  );
}

const angle = { type: 'angle' } as const;
const bearing = { type: 'bearing' } as const;
const millimetres = { type: 'number', unit: 'mm', stepBy: 0.1 } as const;

const ends = [
  ['least', 'inspector.views.tiltLeast'],
  ['most', 'inspector.views.tiltMost'],
] as const;

/** Between which tilts a PTZ can be aimed: its reach, which counts where it has no presets. */
function TiltRange({ camera, context }: Props) {
  const { tiltRange, tilt } = camera;
  const refuse = (end: 'least' | 'most', value: number): string | null => {
    const range = withTilt(camera, end, value);
    return range && range.least > range.most ? text('inspector.views.tiltsCross') : null;
  };
  return ends.map(([end, label]) => (
    <NumberField
      key={end}
      label={text(label)}
      form={angle}
      value={tiltRange?.[end] ?? null}
      placeholder={toDegrees(tilt).toFixed(1)}
      mayBeNull
      refuse={(value) => refuse(end, value)}
      fieldsOf={(value) => ({ tiltRange: withTilt(camera, end, value) })}
      context={partOf(context, end)}
    />
  ));
}

/** What is typed in one cell is a step of its own: only the same cell, typed in again at once, goes on with it. */
const partOf = (context: FieldContext, part: string): FieldContext => ({
  ...context,
  change: (fields) => context.change(fields, part),
});

type ListProps = Props & { readonly list: 'presets' | 'sensors' };

function ViewList({ camera, context, list }: ListProps) {
  const views: readonly (Preset | Sensor)[] = camera[list];
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, views.length - 1);
  const change = (next: readonly (Preset | Sensor)[]) => context.change({ [list]: next }, null);
  const add = () => {
    change([...views, list === 'presets' ? newPreset(camera) : newSensor(camera)]);
    setChosen(views.length);
  };
  const move = (step: 1 | -1) => {
    change(withMoved(views, active, step));
    setChosen(active + step);
  };
  return (
    <>
      {views.length > 0 && (
        <div className={styles.grid}>
          <Heading list={list} />
          {views.map((view, index) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a view is its place in the list
              key={index}
              className={styles.row}
              data-active={index === active}
              onFocusCapture={() => setChosen(index)}
            >
              <Cells camera={camera} context={context} list={list} view={view} index={index} />
            </div>
          ))}
        </div>
      )}
      <div className={styles.bar}>
        <Button look="plain" icon={<PlusIcon />} onPress={add}>
          {text(list === 'presets' ? 'inspector.views.addPreset' : 'inspector.views.addSensor')}
        </Button>
        {views.length > 0 && (
          <span className={styles.tools}>
            <ListTool
              label="inspector.views.earlier"
              icon={<ArrowUpIcon />}
              whyNot={active <= 0 ? 'panel.isFirst' : null}
              onPress={() => move(-1)}
            />
            <ListTool
              label="inspector.views.later"
              icon={<ArrowDownIcon />}
              whyNot={active >= views.length - 1 ? 'panel.isLast' : null}
              onPress={() => move(1)}
            />
            <ListTool
              label={list === 'presets' ? 'inspector.views.removePreset' : 'inspector.views.removeSensor'}
              icon={<TrashIcon />}
              whyNot={null}
              onPress={() => change(withoutItem(views, active))}
            />
          </span>
        )}
      </div>
    </>
  );
}

type ToolProps = {
  readonly label: `inspector.views.${'earlier' | 'later' | 'removePreset' | 'removeSensor'}`;
  readonly icon: ReactNode;
  readonly whyNot: 'panel.isFirst' | 'panel.isLast' | null;
  readonly onPress: () => void;
};

function ListTool({ label, icon, whyNot, onPress }: ToolProps) {
  return (
    <IconButton
      label={text(label)}
      size="small"
      isQuiet
      icon={icon}
      whyDisabled={whyNot && text(whyNot)}
      onPress={onPress}
    />
  );
}

function Heading({ list }: { readonly list: 'presets' | 'sensors' }) {
  return (
    <div className={styles.heading} aria-hidden="true">
      <span>{text(list === 'presets' ? 'inspector.field.name' : 'inspector.views.sensor')}</span>
      <span>{text('inspector.views.directionColumn')}</span>
      <span>{text('inspector.views.tiltColumn')}</span>
      <span>{text('inspector.views.focalColumn')}</span>
    </div>
  );
}

type CellsProps = ListProps & { readonly view: Preset | Sensor; readonly index: number };

/** One view: its name or number, where it looks, and its focal length; empty is as its camera has it. */
function Cells({ camera, context, list, view, index }: CellsProps) {
  const number = index + 1;
  const name = 'name' in view ? view.name : text('inspector.views.sensorNumber', { number });
  const fieldsOf = (changed: Partial<Preset>) => ({ [list]: withItem<object>(camera[list], index, changed) });
  const cell = (key: string) => partOf(context, `${index} ${key}`);
  const figure = (
    key: 'direction' | 'tilt' | 'focalLengthMm',
    form: NumberForm,
    rest: {
      readonly value: number | null;
      readonly placeholder?: string;
      readonly stored?: (shown: number) => number;
    },
  ) => (
    <NumberField
      label={text(`inspector.views.of.${key}`, { name })}
      labelPlacement="hidden"
      form={form}
      value={rest.value}
      mayBeNull={rest.placeholder !== undefined}
      {...(rest.placeholder !== undefined && { placeholder: rest.placeholder })}
      fieldsOf={(value) =>
        fieldsOf({ [key]: value !== null && rest.stored ? rest.stored(value) : value } as Partial<Preset>)
      }
      context={cell(key)}
    />
  );
  return (
    <>
      {'name' in view ? (
        <DraftField
          owner={`${context.owner} ${index}`}
          label={text('inspector.views.nameOf', { number })}
          labelPlacement="hidden"
          value={view.name}
          check={(typed) => context.check(fieldsOf({ name: typed }))}
          onCommit={(typed) => cell('name').change(fieldsOf({ name: typed }))}
        />
      ) : (
        <span className={styles.number}>{number}</span>
      )}
      {figure('direction', bearing, {
        value: shownDirection(camera, view.direction),
        stored: (shown) => ownDirection(camera, shown),
      })}
      {figure('tilt', angle, {
        value: view.tilt,
        ...(list === 'sensors' && { placeholder: toDegrees(camera.tilt).toFixed(1) }),
      })}
      {figure('focalLengthMm', millimetres, {
        value: view.focalLengthMm,
        placeholder: String(camera.focalLengthMm),
      })}
    </>
  );
}
