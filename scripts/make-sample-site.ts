// node scripts/make-sample-site.ts: writes resources/sample-site/ (the plan file and its floor-plan picture).
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePlan } from '../core/codec/plan-file.ts';
import { writeSvg } from '../core/codec/svg.ts';
import type { Page } from '../core/drawing/draw-item.ts';
import { drawRecord } from '../core/drawing/draw-record.ts';
import { sceneOf } from '../core/drawing/scene.ts';
import { allRecords, kindOf, type Plan } from '../core/plan/plan.ts';
import { packArchive } from '../electron/files/plan-archive.ts';
import { paintPng } from '../electron/output/png-painter.ts';
import { harborStreet } from './sample-site/harbor-street.ts';
import { namedUuid } from './sample-site/site-builder.ts';

const folder = path.resolve(import.meta.dirname, '../resources/sample-site');

/** The building's walls and room names alone, as a scanned floor plan would show them: 1:200 on 230 × 190 mm. */
function floorPlanPage(plan: Plan): Page {
  const scene = sceneOf(plan);
  const shown = [...allRecords(plan)].filter((record) => {
    const isRoom = 'use' in record && record.use === 'room';
    return isRoom || ['wall', 'opening'].includes(kindOf(record.id));
  });
  const items = shown
    .sort((first, second) => Number(kindOf(first.id) === 'opening') - Number(kindOf(second.id) === 'opening'))
    .flatMap((record) => drawRecord(record, scene));
  const toPaper = [5, 0, 0, -5, 115 - 5 * 30, 95 + 5 * 27] as const;
  return { widthMm: 230, heightMm: 190, title: 'Floor plan', groups: [{ items, toPaper, clip: null }] };
}

mkdirSync(folder, { recursive: true });
const plan = harborStreet().plan();
const parcel = {
  planId: namedUuid('harbor street plan'),
  planName: 'Perimeter upgrade',
  siteName: 'Harbor Street Federal Building',
  plan,
  attachments: new Map<string, Uint8Array>(),
};
writeFileSync(path.join(folder, 'harbor-street.sallyport'), await packArchive(encodePlan(parcel, '0.1.0')));
const page = floorPlanPage(plan);
writeFileSync(
  path.join(folder, 'floor-plan.png'),
  await paintPng(
    writeSvg(page, () => null),
    page,
  ),
);
