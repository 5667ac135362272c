import { planKinds } from '../../plan/kinds/index.ts';
import { err, ok, type Result } from '../../result.ts';
import { cameraFieldsOf } from './camera-fields.ts';
import { type CatalogueCamera, catalogueCameraSchema, contradictionIn } from './catalogue-camera.ts';

const fieldsOfRecord = planKinds.camera.schema.shape;

/** A camera in a value from outside whose figures go together, or why it is none: the rest of a sentence. */
export function soundCamera(value: unknown): Result<CatalogueCamera, string> {
  const parsed = catalogueCameraSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return err(`"${issue?.path.join('.') ?? ''}" ${issue?.message ?? 'is unknown'}`);
  }
  const contradiction = contradictionIn(parsed.data) ?? unplaceable(parsed.data);
  return contradiction === null ? ok(parsed.data) : err(contradiction);
}

/** What a record cannot be of a camera: angles, lens and pixels may each be possible and together come to nothing. */
function unplaceable(camera: CatalogueCamera): string | null {
  const ends = [camera.wide.focalLengthMm, camera.tele?.focalLengthMm];
  const names = ends.flatMap((end) => {
    const { fields } = cameraFieldsOf(camera, { focalLengthMm: end ?? undefined });
    return Object.entries(fields).flatMap(([name, value]) =>
      fieldsOfRecord[name as keyof typeof fields].safeParse(value).success ? [] : [name],
    );
  });
  return names.length === 0 ? null : 'angle, lens, sensor and pixels do not go together';
}
