import { type ReactNode, useState } from 'react';
import type { CatalogueLens } from '../../../../core/analysis/image/catalogue-lenses.ts';
import { type LensTask, levelsOfLens } from '../../../../core/analysis/image/lens-wizard.ts';
import { levelProfileOf, type NamedLevel } from '../../../../core/catalogue/level-profiles.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { type DisplayUnit, formatLength } from '../../../../core/quantity.ts';
import { useSettings } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { Button } from '../../../ui/buttons/Button.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { PanelSection } from '../../../ui/layout/PanelSection.tsx';
import { Refusal } from '../../../ui/layout/Refusal.tsx';
import { NumberField } from '../NumberField.tsx';
import type { FieldContext } from '../use-record-change.ts';
import { cameraTitle, catalogueLenses, catalogueSize, fieldsOfChoice, ownLens } from './lens-choice.ts';
import styles from './PictureSection.module.css';

type Props = { readonly camera: RecordOf<'camera'>; readonly context: FieldContext };

/** Which lens does a task: "identify at 20 m across 4 m"; and what this one does. */
export function LensSection({ camera, context }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <PanelSection title={text('lens.title')} isOpen={isOpen} onOpenChange={setOpen}>
      {isOpen && <LensChoice camera={camera} context={context} />}
    </PanelSection>
  );
}

type Wish = { readonly level: string | null; readonly distance: number; readonly width: number | null };

function LensChoice({ camera, context }: Props) {
  const settings = useSettings();
  const unit = settings.displayUnit;
  const { levels } = levelProfileOf(settings);
  const [wish, setWish] = useState<Wish>({ level: null, distance: 20, width: 4 });
  const level = levels.find(({ key }) => key === wish.level) ?? levels[0];
  if (!level) return null;
  const task = { pixelsPerMetre: level.pixelsPerMetre, distance: wish.distance, width: wish.width };
  return (
    <>
      <WishFields wish={wish} level={level} levels={levels} onChange={setWish} />
      <h4 className={styles.part}>{text('lens.thisSensor')}</h4>
      <OwnSensor camera={camera} task={task} context={context} />
      <Refusal>{context.refusalOf('focalLengthMm')}</Refusal>
      <h4 className={styles.part}>{text('lens.catalogue')}</h4>
      <CatalogueChoices task={task} context={context} />
      <Refusal>{context.refusalOf('device')}</Refusal>
      <p className={styles.note}>{text('lens.light')}</p>
      <h4 className={styles.part}>{text('lens.thisLens')}</h4>
      <ThisLens camera={camera} levels={levels} unit={unit} />
    </>
  );
}

type WishProps = {
  readonly wish: Wish;
  readonly level: NamedLevel;
  readonly levels: readonly NamedLevel[];
  readonly onChange: (wish: Wish) => void;
};

function WishFields({ wish, level, levels, onChange }: WishProps) {
  const { displayUnit: unit } = useSettings();
  const context = {
    unit,
    check: () => null,
    change: (fields: Readonly<Record<string, unknown>>) => onChange({ ...wish, ...fields }),
  } as const;
  const refuse = (length: number) => (length > 0 ? null : text('inspector.noLength'));
  return (
    <>
      <Select
        label={text('lens.level')}
        options={levels.map(({ key, name, pixelsPerMetre }) => ({
          id: key,
          label: name,
          detail: `${pixelsPerMetre} px/m`,
        }))}
        value={level.key}
        onChange={(key) => onChange({ ...wish, level: key })}
      />
      <NumberField
        label={text('lens.distance')}
        form={{ type: 'length' }}
        value={wish.distance}
        fieldsOf={(distance) => ({ distance })}
        refuse={refuse}
        context={context}
      />
      <NumberField
        label={text('lens.width')}
        form={{ type: 'length' }}
        value={wish.width}
        placeholder={text('lens.anyWidth')}
        mayBeNull
        fieldsOf={(width) => ({ width })}
        refuse={refuse}
        context={context}
      />
    </>
  );
}

const focalText = (focalLengthMm: number): string => `${Number(focalLengthMm.toFixed(2))} mm`;

type TaskProps = { readonly task: LensTask; readonly context: FieldContext };

function OwnSensor({ camera, task, context }: TaskProps & Pick<Props, 'camera'>) {
  const lens = ownLens(camera, task);
  if (!lens.ok) return <p className={styles.note}>{lens.error}</p>;
  const { focalLengthMm, mostMm, width, fields } = lens.value;
  const least = focalText(focalLengthMm);
  const isSet = Math.abs(camera.focalLengthMm - focalLengthMm) < 1e-9;
  const title =
    mostMm === null ? text('lens.from', { least }) : text('lens.range', { least, most: focalText(mostMm) });
  return (
    <Row
      title={title}
      detail={text('lens.widest', { width: formatLength(width, context.unit, 1), least })}
      action={
        <Button whyDisabled={isSet ? text('lens.setAlready') : null} onPress={() => context.change(fields)}>
          {text('lens.set', { focal: least })}
        </Button>
      }
    />
  );
}

type RowProps = { readonly title: string; readonly detail: string; readonly action: ReactNode };

function Row({ title, detail, action }: RowProps) {
  return (
    <div className={styles.row}>
      <div>
        <div className={styles.name}>{title}</div>
        <div className={styles.detail}>{detail}</div>
      </div>
      {action}
    </div>
  );
}

/** So many are shown at first. */
const FIRST_SHOWN = 5;

function CatalogueChoices({ task, context }: TaskProps) {
  const [isAll, setAll] = useState(false);
  const lenses = catalogueLenses(task);
  if (!lenses.ok) return <p className={styles.note}>{lenses.error}</p>;
  const found = lenses.value;
  const total = catalogueSize();
  if (found.length === 0) return <p className={styles.note}>{text('lens.noneCan', { total })}</p>;
  const shown = isAll ? found : found.slice(0, FIRST_SHOWN);
  return (
    <>
      <p className={styles.note}>{text('lens.canDo', { count: found.length, total })}</p>
      <ul className={styles.list}>
        {shown.map((lens) => (
          <li key={cameraTitle(lens.camera)}>
            <Row
              title={cameraTitle(lens.camera)}
              detail={lensDetail(lens, context.unit)}
              action={
                <Button
                  aria-label={text('lens.applyNamed', { name: cameraTitle(lens.camera) })}
                  onPress={() => context.change(fieldsOfChoice(lens))}
                >
                  {text('lens.apply')}
                </Button>
              }
            />
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <Button look="link" onPress={() => setAll(true)}>
          {text('lens.more', { count: found.length })}
        </Button>
      )}
    </>
  );
}

function lensDetail({ focalLengthMm, width }: CatalogueLens, unit: DisplayUnit): string {
  const across = formatLength(width, unit, 1);
  return focalLengthMm === null
    ? text('lens.lensNotStated', { width: across })
    : text('lens.at', { focal: focalText(focalLengthMm), width: across });
}

type ThisLensProps = Pick<Props, 'camera'> & {
  readonly levels: readonly NamedLevel[];
  readonly unit: DisplayUnit;
};

/** Where this lens meets each level, and how wide its picture is there. */
function ThisLens({ camera, levels, unit }: ThisLensProps) {
  const { densityModel } = useSettings();
  const reach = levelsOfLens(camera, levels, densityModel ?? 'flat');
  if (!reach.ok) return <p className={styles.note}>{reach.error.message}</p>;
  const name = unit === 'm' ? 'm' : 'ft';
  const plain = (metres: number) => formatLength(metres, unit, 1).replace(/ m$/, '');
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{text('inspector.level')}</th>
            <th scope="col">{text('lens.distanceIn', { unit: name })}</th>
            <th scope="col">{text('lens.widthIn', { unit: name })}</th>
          </tr>
        </thead>
        <tbody>
          {reach.value.levels.map(({ level, distance, width }) => (
            <tr key={level.key}>
              <td>{text('picture.levelMet', { letter: level.letter, name: level.name })}</td>
              <td>{plain(distance)}</td>
              <td>{plain(width)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {text('lens.lensNote', { model: text(`lens.model.${reach.value.model}`) })}
      </p>
    </>
  );
}
