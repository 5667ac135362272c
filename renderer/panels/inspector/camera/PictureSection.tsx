import { useMemo, useState } from 'react';
import {
  type PictureChoices,
  pictureChoices,
  picturedIn,
} from '../../../../core/analysis/picture/camera-picture.ts';
import {
  FARTHEST_PERSON,
  type PersonPlace,
  personFigures,
} from '../../../../core/analysis/picture/person-figures.ts';
import type { PreparedPicture } from '../../../../core/analysis/picture/picture-items.ts';
import { levelProfileOf } from '../../../../core/catalogue/level-profiles.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { formatLength } from '../../../../core/quantity.ts';
import { useLens, usePlan, useSettings } from '../../../hooks/use-editor-state.ts';
import { text } from '../../../messages/text.ts';
import { Button } from '../../../ui/buttons/Button.tsx';
import { FieldRow } from '../../../ui/fields/FieldRow.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { PanelSection } from '../../../ui/layout/PanelSection.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { NumberField } from '../NumberField.tsx';
import { NEAREST_PERSON, PictureCanvas } from './PictureCanvas.tsx';
import styles from './PictureSection.module.css';
import { asideText, levelText, personNotes, pixelsText, seenText } from './picture-texts.ts';

type Props = { readonly camera: RecordOf<'camera'> };

/** What the camera shows of a person who stands somewhere before it. */
export function PictureSection({ camera }: Props) {
  const [isOpen, setOpen] = useState(true);
  return (
    <PanelSection title={text('picture.title')} isOpen={isOpen} onOpenChange={setOpen}>
      {isOpen && <CameraPicture camera={camera} />}
    </PanelSection>
  );
}

/** The first place of the person, in every camera until it is moved. */
const FIRST: PersonPlace = { distance: 10, aside: 0 };

function CameraPicture({ camera }: Props) {
  const plan = usePlan();
  const states = useLens().states === 'today' ? 'today' : 'proposed';
  const [person, setPerson] = useState(FIRST);
  const [chosen, setChosen] = useState(0);
  const [isLarge, setLarge] = useState(false);
  const choices = useMemo(() => pictureChoices(plan, camera, states), [plan, camera, states]);
  const view = choices.ok ? (choices.value.pictures[chosen] ?? choices.value.pictures[0]).view : null;
  const picture = useMemo(
    () => view && picturedIn(plan, camera, { view, states }),
    [plan, camera, view, states],
  );
  if (!choices.ok || !picture)
    return (
      <p className={styles.note}>
        {text('picture.nothing', { why: choices.ok ? '' : choices.error.message })}
      </p>
    );
  const shown = {
    camera,
    choices: choices.value,
    picture,
    person,
    onMove: setPerson,
    chosen: choices.value.pictures[chosen] ? chosen : 0,
    onChoose: setChosen,
    states,
  } as const;
  return (
    <>
      <Shown {...shown} />
      <Button onPress={() => setLarge(true)}>{text('picture.enlarge')}</Button>
      <Dialog
        title={text('picture.of', { name: camera.tag ?? text('kind.camera') })}
        isOpen={isLarge}
        onClose={() => setLarge(false)}
        closeLabel={text('picture.close')}
        size="picture"
      >
        <Shown {...shown} />
      </Dialog>
    </>
  );
}

type ShownProps = Props & {
  readonly choices: PictureChoices;
  readonly picture: PreparedPicture;
  readonly person: PersonPlace;
  readonly onMove: (person: PersonPlace) => void;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly states: 'today' | 'proposed';
};

function Shown({ camera, choices, picture, person, onMove, chosen, onChoose, states }: ShownProps) {
  const plan = usePlan();
  const settings = useSettings();
  const { meshShare, displayUnit: unit } = settings;
  const model = settings.densityModel ?? choices.model;
  const { levels } = levelProfileOf(settings);
  const answer = personFigures(picture, person, { levels, model, range: camera.range, meshShare });
  const seen = answer.ok ? seenText(plan, answer.value) : answer.error.message;
  const distance = formatLength(person.distance, unit, 1);
  const notes = answer.ok ? personNotes(plan, answer.value, { unit, range: camera.range, meshShare }) : [];
  return (
    <div className={styles.figures}>
      {choices.pictures.length > 1 && (
        <Select
          label={text('picture.which')}
          options={choices.pictures.map(({ name }, index) => ({
            id: String(index),
            label: pictureName(choices, name),
          }))}
          value={String(chosen)}
          onChange={(id) => onChoose(Number(id))}
        />
      )}
      <PictureCanvas
        picture={picture}
        person={person}
        said={text('picture.personAt', { distance, aside: asideText(person.aside), seen })}
        onMove={onMove}
      />
      <p className={styles.note}>{text('picture.keys')}</p>
      <PersonFields person={person} onMove={onMove} />
      {answer.ok ? (
        <>
          <Figure label={text('picture.face')}>{pixels(answer.value.facePx)}</Figure>
          <Figure label={text('picture.height')}>
            {answer.value.heightPx === null ? text('picture.notInPanorama') : pixels(answer.value.heightPx)}
          </Figure>
          <Figure label={text('picture.density')}>{pixelsText(answer.value.density)}</Figure>
          <Figure label={text('picture.level')}>{levelText(answer.value)}</Figure>
          <Figure label={text('picture.seen')}>{seen}</Figure>
        </>
      ) : (
        <p className={styles.note}>{seen}</p>
      )}
      {[...notes, ...pictureNotes(picture, { model, states })].map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </div>
  );
}

const pixels = (count: number): string => text('picture.px', { count: pixelsText(count) });

function Figure({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <FieldRow label={label}>
      <span className={styles.figure}>{children}</span>
    </FieldRow>
  );
}

function pictureName({ countedAs }: PictureChoices, name: string | null): string {
  if (name === null) return text('picture.own');
  return countedAs === 'sensors' ? text('picture.sensor', { name }) : name;
}

/** What there is to know about the picture itself. */
function pictureNotes(
  { view, leftOut }: PreparedPicture,
  { model, states }: { readonly model: 'flat' | 'arc' | 'centre'; readonly states: 'today' | 'proposed' },
): readonly string[] {
  const isRound = view.picture === 'panorama';
  const used = isRound && model === 'flat' ? 'arc' : model;
  return [
    ...(leftOut > 0 ? [text('picture.leftOut', { count: leftOut })] : []),
    ...(isRound ? [text('picture.unrolled')] : []),
    text(`picture.states.${states}`, { model: text(`picture.model.${used}`) }),
  ];
}

type PersonFieldsProps = Pick<ShownProps, 'person' | 'onMove'>;

/** Where the person stands, to be typed. */
function PersonFields({ person, onMove }: PersonFieldsProps) {
  const { displayUnit: unit } = useSettings();
  const put = (fields: Readonly<Record<string, unknown>>) => onMove({ ...person, ...fields });
  const context = { unit, check: () => null, change: put } as const;
  const limit = (metres: number) => formatLength(metres, unit, 1);
  return (
    <>
      <NumberField
        label={text('picture.distance')}
        form={{ type: 'length' }}
        value={person.distance}
        fieldsOf={(distance) => ({ distance })}
        refuse={(distance) => {
          if (distance > FARTHEST_PERSON) return text('picture.tooFar', { limit: limit(FARTHEST_PERSON) });
          return distance < NEAREST_PERSON ? text('picture.tooNear', { limit: limit(NEAREST_PERSON) }) : null;
        }}
        context={context}
      />
      <NumberField
        label={text('picture.aside')}
        form={{ type: 'angle' }}
        value={-person.aside + 0}
        fieldsOf={(right) => ({ aside: -(right ?? 0) + 0 })}
        description={text('picture.asideNote')}
        context={context}
      />
    </>
  );
}
