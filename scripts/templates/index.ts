import { writeClipboard } from '../../core/codec/clipboard.ts';
import type { firstLayerNames } from '../../core/plan/new-plan.ts';
import { fragmentOf, type Ground } from '../../core/plan/parts/fragment.ts';
import { allRecords, isPlaced } from '../../core/plan/plan.ts';
import { SiteBuilder } from '../sample-site/site-builder.ts';
import { buildBuilding } from './building.ts';
import { buildCheckpoint } from './checkpoint.ts';
import { buildEntryControlPoint } from './entry-control-point.ts';
import { buildParking } from './parking.ts';
import { buildSite } from './site.ts';

const templates = {
  site: { name: 'Site', build: buildSite },
  building: { name: 'Building', build: buildBuilding },
  'entry-control-point': { name: 'Entry control point', build: buildEntryControlPoint },
  parking: { name: 'Parking', build: buildParking },
  checkpoint: { name: 'Checkpoint', build: buildCheckpoint },
} as const;

/** The layers of the sample by the names of those that every new plan has. */
const firstLayers: Readonly<Record<string, (typeof firstLayerNames)[number]>> = {
  'Site and building': 'Site and building',
  Landscape: 'Site and building',
  Notes: 'Notes',
};

function onFirstLayers(ground: Ground): Ground {
  return ground.id.startsWith('layer:')
    ? { ...ground, name: firstLayers[ground.name] ?? 'Protection' }
    : ground;
}

/** The texts of the bundled templates by their keys: one group each, in the form of copied records. */
export function templateTexts(): Readonly<Record<string, string>> {
  const texts = Object.entries(templates).map(([key, { name, build }]) => {
    const site = new SiteBuilder(name, `template ${key}`);
    site.inGroup(name, () => build(site));
    const plan = site.plan();
    const ids = [...allRecords(plan)].filter(isPlaced).map(({ id }) => id);
    const fragment = fragmentOf(plan, ids);
    const written = writeClipboard({ ...fragment, ground: fragment.ground.map(onFirstLayers) });
    if (!written.ok) throw new Error(written.error.message);
    return [key, `${written.value}\n`] as const;
  });
  return Object.fromEntries(texts);
}
