import type { DeviceKind } from '../plan/kinds/index.ts';
import { deviceKinds } from '../plan/plan.ts';
import { z } from '../schema.ts';

const fieldOfView = z.strictObject({ horizontal: z.number(), vertical: z.number() });

/** A thing that can be bought and placed: the kind of record it becomes and the fields it sets. */
export const catalogueDeviceSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(deviceKinds as [DeviceKind, ...DeviceKind[]]),
  group: z.string(),
  name: z.string(),
  detail: z.string(),
  source: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.null(), fieldOfView])),
});
export type CatalogueDevice = z.infer<typeof catalogueDeviceSchema>;
