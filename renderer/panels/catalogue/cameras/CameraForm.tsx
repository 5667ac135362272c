import { useState } from 'react';
import { type CameraColumn, cameraColumns } from '../../../../core/catalogue/cameras/camera-columns.ts';
import {
  type CatalogueCamera,
  cameraHousings,
  cameraName,
  catalogueCameraTypes,
  figureOrigins,
} from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { cameraTable, withCameras, withoutCamera } from '../../../hooks/camera-table.ts';
import { text } from '../../../messages/text.ts';
import { Button } from '../../../ui/buttons/Button.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Refusal } from '../../../ui/layout/Refusal.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import styles from './CameraCatalogue.module.css';
import { type CameraCells, cameraOfCells, cellsOf, emptyCells } from './camera-cells.ts';

type Props = {
  /** The camera to begin with; null for a new one. */
  readonly camera: CatalogueCamera | null;
  /** Whether it is one of the person's own, which then changes; a bundled one gets an own one in its place. */
  readonly isOwn: boolean;
  readonly onClose: (kept: CatalogueCamera | null) => void;
};

/** Asks for the figures of a camera, as a row of a table has them; what is refused stays typed with the reason. */
export function CameraForm({ camera, isOwn, onClose }: Props) {
  const [cells, setCells] = useState<CameraCells>(camera ? cellsOf(camera) : emptyCells);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async () => {
    const read = cameraOfCells(cells);
    if (!read.ok) return setRefusal(text('cameras.refused', { reason: read.error }));
    const others = camera && isOwn ? withoutCamera(cameraTable.own(), camera) : cameraTable.own();
    const isTaken = others.some((each) => cameraName(each) === cameraName(read.value));
    const refused = isTaken
      ? text('cameras.nameTaken')
      : await cameraTable.keep(withCameras(others, [read.value]));
    if (refused === null) onClose(read.value);
    else setRefusal(refused);
  };
  return (
    <Dialog
      isOpen
      isStrict
      size="large"
      title={text(camera ? 'cameras.editTitle' : 'cameras.addTitle')}
      closeLabel={text('app.cancel')}
      onClose={() => onClose(null)}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={() => onClose(null)}>{text('app.cancel')}</Button>
          <Button type="submit" look="primary">
            {text('cameras.keep')}
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>{text('cameras.formHint')}</p>
      <div className={styles.form}>
        {cameraColumns.map((column) => (
          <Cell
            key={column.header}
            column={column}
            value={cells[column.header] ?? ''}
            onChange={(value) => {
              setCells({ ...cells, [column.header]: value });
              setRefusal(null);
            }}
          />
        ))}
      </div>
      <Refusal>{refusal}</Refusal>
    </Dialog>
  );
}

type CellProps = {
  readonly column: CameraColumn;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const NOT_STATED = 'not-stated';

const choices: Readonly<Record<string, readonly { readonly id: string; readonly label: string }[]>> = {
  type: catalogueCameraTypes.map((id) => ({ id, label: text(`cameras.type.${id}`) })),
  figures: figureOrigins.map((id) => ({ id, label: text(`cameras.figures.${id}`) })),
  housing: [
    { id: NOT_STATED, label: text('cameras.notStated') },
    ...cameraHousings.map((id) => ({ id, label: text(`cameras.housing.${id}`) })),
  ],
};

function Cell({ column, value, onChange }: CellProps) {
  // As the table has it, so that both are filled in alike.
  const label = column.header.charAt(0).toUpperCase() + column.header.slice(1);
  const options = choices[column.key];
  if (options)
    return (
      <Select
        label={label}
        labelPlacement="top"
        options={options}
        value={value === '' ? NOT_STATED : value}
        onChange={(next) => onChange(next === NOT_STATED ? '' : next)}
      />
    );
  return (
    <TextField
      label={label}
      labelPlacement="top"
      autoComplete="off"
      spellCheck="false"
      placeholder={
        ['maker', 'model', 'widthPx', 'heightPx'].includes(column.key) ? '' : text('cameras.notStated')
      }
      value={value}
      onChange={onChange}
    />
  );
}
