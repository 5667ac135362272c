// node scripts/make-sample-site.ts: writes resources/sample-site/ (the plan file and its floor-plan picture).
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeSvg } from '../core/codec/svg.ts';
import { packArchive } from '../electron/files/plan-archive.ts';
import { paintPng } from '../electron/output/png-painter.ts';
import { floorPlanPage, harborStreet, sampleEntries } from './sample-site/harbor-street.ts';

const folder = path.resolve(import.meta.dirname, '../resources/sample-site');
const plan = harborStreet();
const page = floorPlanPage(plan);
const picture = await paintPng(
  writeSvg(page, () => null),
  page,
);

mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'harbor-street.sallyport'), await packArchive(sampleEntries(plan)));
writeFileSync(path.join(folder, 'floor-plan.png'), picture);
