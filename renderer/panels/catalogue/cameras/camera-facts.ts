import { lensRange } from '../../../../core/catalogue/cameras/camera-device.ts';
import type { CatalogueCamera } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { devices } from '../../../../core/catalogue/devices.ts';
import type { OfferedCamera } from '../../../hooks/camera-table.ts';
import type { MessageKey } from '../../../messages/keys.ts';
import { text } from '../../../messages/text.ts';

/** One line of what is known of a camera; null for what its source does not state. */
export type Fact = { readonly label: MessageKey; readonly value: string | null };

const figure = (value: number | null, unit: string): string | null =>
  value === null ? null : text('cameras.figure', { value, unit });

/** Both ends of a lens, or the one that there is; null where none is stated. */
export function lensWords(camera: CatalogueCamera): string | null {
  const range = lensRange(camera);
  return range ? text('cameras.range', { ...range, unit: 'mm' }) : figure(camera.wide.focalLengthMm, 'mm');
}

function angleWords({ wide, tele }: CatalogueCamera, side: 'horizontalDeg' | 'verticalDeg'): string | null {
  const [first, last] = [wide[side], tele?.[side] ?? null];
  if (first === null) return null;
  return last === null
    ? text('cameras.angle', { value: first })
    : text('cameras.angles', { wide: first, tele: last });
}

function sensorWords({ sensorFormat, sensorWidthMm, sensorHeightMm }: CatalogueCamera): string | null {
  const parts = [
    ...(sensorFormat === null ? [] : [text('cameras.format', { format: sensorFormat })]),
    ...(sensorWidthMm === null || sensorHeightMm === null
      ? []
      : [text('cameras.size', { width: sensorWidthMm, height: sensorHeightMm })]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

const pixelWords = ({ widthPx, heightPx }: CatalogueCamera): string =>
  text('cameras.pixelCount', { across: widthPx, down: heightPx });

/** Everything that the table has of a camera, in the order in which it is read. */
export function factsOf(camera: CatalogueCamera): readonly Fact[] {
  const { type, housing, pixelPitchUm, minimumLux, infraredRange, figures, source, note } = camera;
  return [
    { label: 'cameras.fact.type', value: text(`cameras.type.${type}`) },
    { label: 'cameras.fact.housing', value: housing && text(`cameras.housing.${housing}`) },
    { label: 'cameras.fact.pixels', value: pixelWords(camera) },
    { label: 'cameras.fact.sensor', value: sensorWords(camera) },
    {
      label: 'cameras.fact.pitch',
      value: pixelPitchUm === null ? null : text('cameras.pitch', { pitch: pixelPitchUm }),
    },
    { label: 'cameras.fact.lens', value: lensWords(camera) },
    { label: 'cameras.fact.across', value: angleWords(camera, 'horizontalDeg') },
    { label: 'cameras.fact.down', value: angleWords(camera, 'verticalDeg') },
    { label: 'cameras.fact.light', value: figure(minimumLux, 'lx') },
    {
      label: 'cameras.fact.infrared',
      value: infraredRange === 0 ? text('cameras.noInfrared') : figure(infraredRange, 'm'),
    },
    { label: 'cameras.fact.figures', value: text(`cameras.figures.${figures}`) },
    { label: 'cameras.fact.source', value: source },
    ...(note === null ? [] : [{ label: 'cameras.fact.note', value: note } as const]),
  ];
}

/** What stands beside the name of a camera in a list. */
export const detailOf = (camera: CatalogueCamera): string =>
  [pixelWords(camera), lensWords(camera)].filter((each) => each !== null).join(' · ');

/** The cameras with all the typed words in maker, model or type. */
export function findCameras(offered: readonly OfferedCamera[], typed: string): readonly OfferedCamera[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return offered.filter(({ camera: { maker, model, type } }) => {
    const all = `${maker} ${model} ${text(`cameras.type.${type}`)}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Whether a generic device of the catalogue is this camera already, so that it need not stand in one list twice. */
export function isGenericDevice({ figures, type, tele, wide, widthPx, heightPx }: CatalogueCamera): boolean {
  if (figures !== 'computed' || tele) return false;
  return devices.some(
    ({ kind, fields }) =>
      kind === 'camera' &&
      fields.type === type &&
      fields.focalLengthMm === wide.focalLengthMm &&
      fields.widthPx === widthPx &&
      fields.heightPx === heightPx,
  );
}
