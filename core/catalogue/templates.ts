import building from '../../resources/templates/building.json' with { type: 'json' };
import checkpoint from '../../resources/templates/checkpoint.json' with { type: 'json' };
import entryControlPoint from '../../resources/templates/entry-control-point.json' with { type: 'json' };
import parking from '../../resources/templates/parking.json' with { type: 'json' };
import site from '../../resources/templates/site.json' with { type: 'json' };

/** The keys of the bundled templates, in the order in which they are offered. */
export const templateKeys = ['site', 'building', 'entry-control-point', 'parking', 'checkpoint'] as const;
export type TemplateKey = (typeof templateKeys)[number];

const bundled: { readonly [K in TemplateKey]: unknown } = {
  site,
  building,
  'entry-control-point': entryControlPoint,
  parking,
  checkpoint,
};

/** The text of a bundled template, in the form of copied records: to be read as such. */
export function bundledTemplate(key: TemplateKey): string {
  return JSON.stringify(bundled[key]);
}
