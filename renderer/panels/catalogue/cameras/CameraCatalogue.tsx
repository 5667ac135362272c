import { useState } from 'react';
import {
  cameraDeviceName,
  deviceOfCamera,
  fieldsAtFocalLength,
  lensRange,
} from '../../../../core/catalogue/cameras/camera-device.ts';
import type { CatalogueCamera } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { parseNumber } from '../../../../core/quantity.ts';
import {
  cameraTable,
  type OfferedCamera,
  useOfferedCameras,
  withCameras,
  withoutCamera,
} from '../../../hooks/camera-table.ts';
import { text } from '../../../messages/text.ts';
import { Button } from '../../../ui/buttons/Button.tsx';
import { SearchField } from '../../../ui/fields/SearchField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { EmptyState } from '../../../ui/layout/EmptyState.tsx';
import { Refusal } from '../../../ui/layout/Refusal.tsx';
import { type RowGroup, RowList } from '../../../ui/lists/RowList.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import styles from './CameraCatalogue.module.css';
import { CameraForm } from './CameraForm.tsx';
import { detailOf, factsOf, findCameras } from './camera-facts.ts';
import { importCameras } from './import-cameras.ts';

/** The fields of a record that becomes the chosen camera. */
export type ChosenCamera = Readonly<Record<string, unknown>>;

type Props = {
  /** What choosing does: the selected cameras take it, or it is placed. */
  readonly action: 'cameras.use' | 'cameras.place';
  readonly onChoose: (fields: ChosenCamera) => void;
};

/** A button that opens the catalogue of cameras. */
export function CameraCatalogueButton({ action, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text('cameras.open')}</Button>
      {isOpen && (
        <CameraCatalogue
          action={action}
          onClose={() => setOpen(false)}
          onChoose={(fields) => {
            setOpen(false);
            onChoose(fields);
          }}
        />
      )}
    </>
  );
}

type Form = { readonly offered: OfferedCamera | null };

/** All cameras by maker, what is known of the chosen one and by which source, and the person's own. */
function CameraCatalogue({ action, onClose, onChoose }: Props & { readonly onClose: () => void }) {
  const offered = useOfferedCameras();
  const [filter, setFilter] = useState('');
  const [name, setName] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [form, setForm] = useState<Form | null>(null);
  const own = useOwnChanges();
  const found = findCameras(offered, filter);
  const chosen = offered.find(({ camera }) => cameraDeviceName(camera) === name) ?? null;
  const lens = chosen && lensChoice(chosen.camera, typed);
  const show = (camera: CatalogueCamera) => {
    setName(cameraDeviceName(camera));
    setTyped(null);
  };
  const use = () => {
    if (chosen && lens) onChoose({ ...deviceOfCamera(chosen.camera).fields, ...lens.fields });
  };
  if (form)
    return (
      <CameraForm
        camera={form.offered?.camera ?? null}
        isOwn={form.offered?.isOwn ?? false}
        onClose={(kept) => {
          if (kept) show(kept);
          setForm(null);
        }}
      />
    );
  return (
    <Dialog
      isOpen
      size="large"
      title={text('cameras.title')}
      closeLabel={text('app.close')}
      onClose={onClose}
      onSubmit={use}
      actions={
        <>
          <span className={styles.files}>
            <Button onPress={() => void own.take()}>{text('cameras.import')}</Button>
            <Button onPress={() => void own.write(found)}>{text('cameras.export')}</Button>
            <Button onPress={() => setForm({ offered: null })}>{text('cameras.add')}</Button>
          </span>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={!lens?.fields}>
            {text(action)}
          </Button>
        </>
      }
    >
      <div className={styles.halves}>
        <div className={styles.list}>
          <SearchField
            label={text('cameras.find')}
            placeholder={text('cameras.find')}
            autoFocus
            value={filter}
            onChange={setFilter}
          />
          <div className={styles.rows}>
            <RowList
              label={text('cameras.list')}
              groups={groupsOf(found)}
              selectionMode="single"
              selected={new Set(name === null ? [] : [name])}
              onSelect={(ids) => {
                const next = found.find(({ camera }) => ids.has(cameraDeviceName(camera)));
                if (next) show(next.camera);
              }}
              empty={<EmptyState title={text('cameras.none')} text={text('cameras.noneHint')} />}
            />
          </div>
        </div>
        {chosen && lens ? (
          <Details
            chosen={chosen}
            lens={lens}
            onType={setTyped}
            onEdit={() => setForm({ offered: chosen })}
            onRemove={() => void own.remove(chosen.camera)}
          />
        ) : (
          <p className={styles.quiet}>{text('cameras.chooseHint')}</p>
        )}
      </div>
      <div role="status" className={styles.said}>
        {own.said.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {own.removed && (
          <Button look="link" onPress={() => void own.bringBack()}>
            {text('cameras.undo')}
          </Button>
        )}
      </div>
      <Refusal>{own.refusal}</Refusal>
    </Dialog>
  );
}

/** Changes of the person's own cameras, and what is said of the last of them. */
function useOwnChanges() {
  const [said, setSaid] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [removed, setRemoved] = useState<CatalogueCamera | null>(null);
  const tell = (lines: readonly string[], refused: string | null = null) => {
    setSaid(lines);
    setRefusal(refused);
    setRemoved(null);
  };
  return {
    said,
    refusal,
    removed,
    take: async () => {
      const taken = await importCameras(cameraTable);
      if (taken) tell(taken.said, taken.refusal);
    },
    write: async (cameras: readonly OfferedCamera[]) => {
      const written = await cameraTable.write(cameras.map(({ camera }) => camera));
      if (written.ok)
        tell([text('cameras.written', { name: written.value.fileName, count: cameras.length })]);
      else if (written.error.code !== 'cancelled') tell([], written.error.message);
    },
    remove: async (camera: CatalogueCamera) => {
      const refused = await cameraTable.keep(withoutCamera(cameraTable.own(), camera));
      if (refused !== null) return tell([], refused);
      tell([text('cameras.removed', { name: cameraDeviceName(camera) })]);
      setRemoved(camera);
    },
    bringBack: async () => {
      if (removed) tell([], await cameraTable.keep(withCameras(cameraTable.own(), [removed])));
    },
  };
}

function groupsOf(found: readonly OfferedCamera[]): readonly RowGroup[] {
  const titleOf = ({ camera: { maker }, isOwn }: OfferedCamera) =>
    isOwn ? text('cameras.own', { maker }) : maker;
  return [...new Set(found.map(titleOf))].map((title) => ({
    id: `maker ${title}`,
    title,
    rows: found
      .filter((each) => titleOf(each) === title)
      .map(({ camera }) => ({
        id: cameraDeviceName(camera),
        title: camera.model,
        spokenName: cameraDeviceName(camera),
        detail: detailOf(camera),
      })),
  }));
}

type LensChoice = {
  readonly range: { readonly least: number; readonly most: number } | null;
  readonly shown: string;
  /** What is wrong with what is typed, or worth a look. */
  readonly warning: string | null;
  /** What differs from the camera at its shortest focal length; null where it cannot be used. */
  readonly fields: ChosenCamera | null;
};

/** The focal length of a lens that can be set, as it is typed: beyond the lens with a warning. */
function lensChoice(camera: CatalogueCamera, typed: string | null): LensChoice {
  const range = lensRange(camera);
  if (!range || typed === null)
    return { range, shown: String(range?.least ?? ''), warning: null, fields: {} };
  const read = parseNumber(typed);
  if (!read.ok || read.value < 0.1 || read.value > 5000)
    return { range, shown: typed, warning: text('cameras.notFocal'), fields: null };
  const isOutside = read.value < range.least || read.value > range.most;
  return {
    range,
    shown: typed,
    warning: isOutside ? text('cameras.focalOutside', range) : null,
    fields: fieldsAtFocalLength(camera, read.value),
  };
}

type DetailsProps = {
  readonly chosen: OfferedCamera;
  readonly lens: LensChoice;
  readonly onType: (typed: string) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

/** What is known of one camera, what is not, and what is taken from elsewhere when it is placed. */
function Details({ chosen: { camera, isOwn }, lens, onType, onEdit, onRemove }: DetailsProps) {
  const { remarks } = deviceOfCamera(camera);
  return (
    <section className={styles.details} aria-label={cameraDeviceName(camera)}>
      <h3>{cameraDeviceName(camera)}</h3>
      {lens.range && (
        <TextField
          label={text('cameras.focalLength')}
          unit="mm"
          value={lens.shown}
          onChange={onType}
          error={lens.warning}
          description={text('cameras.focalWithin', lens.range)}
        />
      )}
      <dl className={styles.facts}>
        {factsOf(camera).map(({ label, value }) => (
          <div key={label}>
            <dt>{text(label)}</dt>
            <dd data-known={value !== null}>{value ?? text('cameras.notStated')}</dd>
          </div>
        ))}
        {remarks.length > 0 && (
          <div>
            <dt>{text('cameras.remarks')}</dt>
            <dd>{remarks.join(' ')}</dd>
          </div>
        )}
      </dl>
      <div className={styles.edit}>
        <Button onPress={onEdit}>{text('cameras.edit')}</Button>
        {isOwn && <Button onPress={onRemove}>{text('cameras.remove')}</Button>}
      </div>
    </section>
  );
}
