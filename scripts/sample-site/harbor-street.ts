import type { Entry } from '../../core/codec/plan-file.ts';
import { encodePlan, type PlanParcel } from '../../core/codec/plan-file.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { drawRecord } from '../../core/drawing/draw-record.ts';
import { sceneOf } from '../../core/drawing/scene.ts';
import { allRecords, kindOf, type Plan } from '../../core/plan/plan.ts';
import { recordDefaults } from '../../core/plan/records/index.ts';
import { addBuilding } from './building.ts';
import { addFacadeCameras, addIndoorCameras, addPoleCameras } from './cameras.ts';
import { addGround, addObstacles } from './ground.ts';
import { addPerimeter, addPosts } from './perimeter.ts';
import { at, namedUuid, SiteBuilder } from './site-builder.ts';

const PLAN_NAME = 'Perimeter upgrade';
const SITE_NAME = 'Harbor Street Federal Building';

function addSettings(site: SiteBuilder): void {
  const place = site.records.findIndex(({ id }) => id === 'settings:plan');
  site.records[place] = {
    id: 'settings:plan',
    ...recordDefaults.settings,
    name: PLAN_NAME,
    marking: null,
    titleBlock: {
      agency: 'Sample agency',
      project: `${SITE_NAME}: ${PLAN_NAME.toLowerCase()}`,
      author: 'A. Planner',
      checker: 'B. Reviewer',
    },
  };
}

function addPhases(site: SiteBuilder) {
  const [first, second] = [site.id('phase'), site.id('phase')];
  const { phase } = recordDefaults;
  site.put({ id: first, ...phase, name: 'Street fronts', order: 0, date: '2027-06-30' });
  site.put({ id: second, ...phase, name: 'Delivery yard', order: 1, date: '2028-03-31' });
  return { first, second };
}

function addSheets(site: SiteBuilder): void {
  const sheet = { ...recordDefaults.sheet, floor: site.floor };
  site.put({
    ...{ id: site.id('sheet'), ...sheet, name: 'Site security layout', number: 'S-01', order: 0 },
    ...{ paper: 'A2', scale: 250, centre: at(46, 24.5) },
  });
  site.put({
    ...{ id: site.id('sheet'), ...sheet, name: 'Ground floor security', number: 'S-02', order: 1 },
    ...{ paper: 'A3', scale: 200, centre: at(30, 27.6) },
  });
}

function addNotes(site: SiteBuilder): void {
  const note = (x: number, y: number, text: string) => site.add('text', { at: at(x, y), text, sizeMm: 2.2 });
  note(64, 2, 'Public right of way stays open');
  note(62, 62.5, 'Deliveries by appointment');
  note(-4.5, 2.4, 'Kerb to front wall 19.3 m');
}

/** The sample site: a federal office building of our own invention. */
export function harborStreet(): Plan {
  const site = new SiteBuilder(PLAN_NAME);
  addSettings(site);
  const phases = addPhases(site);
  addGround(site);
  addObstacles(site);
  const facades = addBuilding(site);
  addPerimeter(site, phases);
  addFacadeCameras(site, facades);
  addPoleCameras(site);
  addIndoorCameras(site);
  addPosts(site);
  addNotes(site);
  addSheets(site);
  return site.plan();
}

/** The entries of the sample's plan file; the same every time. */
export function sampleEntries(plan: Plan): readonly Entry[] {
  const parcel: PlanParcel = {
    planId: namedUuid('harbor street plan'),
    planName: PLAN_NAME,
    siteName: SITE_NAME,
    plan,
    attachments: new Map<string, Uint8Array>(),
  };
  return encodePlan(parcel, '0.1.0');
}

/** The building's walls and room names alone, as a scanned floor plan would show them: 1:200 on 230 × 190 mm. */
export function floorPlanPage(plan: Plan): Page {
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
