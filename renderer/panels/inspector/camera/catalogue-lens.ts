import {
  fieldsAtFocalLength,
  isAsInCatalogue,
  lensRange,
} from '../../../../core/catalogue/cameras/camera-device.ts';
import type { CatalogueCamera } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import type { RecordOf } from '../../../../core/plan/kinds/index.ts';
import { text } from '../../../messages/text.ts';
import type { FieldContext } from '../use-record-change.ts';

type Camera = RecordOf<'camera'>;

/** With a camera of a table: a focal length that is typed takes the angles of its lens along, as one change. */
export function withLens(camera: CatalogueCamera | null, context: FieldContext): FieldContext {
  if (!camera) return context;
  return {
    ...context,
    change: (fields, part) => {
      const { focalLengthMm } = fields;
      const isLens = typeof focalLengthMm === 'number' && Object.keys(fields).length === 1;
      context.change(isLens ? fieldsAtFocalLength(camera, focalLengthMm) : fields, part);
    },
  };
}

/** What is worth a look where a record is a camera of a table: a lens set beyond its ends. */
export function lensWarning(record: Camera, camera: CatalogueCamera | null): string | null {
  const range = camera && lensRange(camera);
  if (!range) return null;
  const isOutside = record.focalLengthMm < range.least || record.focalLengthMm > range.most;
  return isOutside ? text('cameras.focalOutside', range) : null;
}

/** The name of a camera of a table, with whether its figures were changed since it was chosen. */
export function cameraSubtitle({ device, ...rest }: Camera, camera: CatalogueCamera | null): string | null {
  if (device === null || !camera) return device;
  return isAsInCatalogue({ device, ...rest }, camera) ? device : text('inspector.deviceChanged', { device });
}
