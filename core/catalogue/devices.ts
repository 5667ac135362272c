import list from '../../resources/catalogue/devices.json' with { type: 'json' };
import type { CatalogueDevice } from './catalogue-device.ts';

/** The bundled catalogue of generic devices; a test checks every entry against its kind. */
export const devices = list as readonly CatalogueDevice[];
