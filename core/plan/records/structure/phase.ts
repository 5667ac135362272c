import { z } from '../../../schema.ts';
import { phaseId, structureDefaults, structureShape } from '../fields.ts';

export const phaseSchema = z.strictObject({
  id: phaseId,
  ...structureShape,
  date: z.string().max(40).nullable(),
});

export const phaseDefaults = { ...structureDefaults, date: null } as const;
