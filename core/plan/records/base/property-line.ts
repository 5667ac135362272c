import { z } from '../../../schema.ts';
import { idOf, placedDefaults, placedShape, ring } from '../fields.ts';

export const propertyLineSchema = z.strictObject({ id: idOf('propertyLine'), ...placedShape, ring });

export const propertyLineDefaults = placedDefaults;
