import type { Entry } from '../../core/codec/plan-file.ts';
import { encodePlan, type PlanParcel } from '../../core/codec/plan-file.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { drawRecord } from '../../core/drawing/draw-record.ts';
import { sceneOf } from '../../core/drawing/scene.ts';
import type { Point } from '../../core/geometry/point.ts';
import { planKinds } from '../../core/plan/kinds/index.ts';
import { newViewport } from '../../core/plan/parts/viewports.ts';
import { allRecords, kindOf, type Plan } from '../../core/plan/plan.ts';
import { addIndoorSensors, addPerimeterSensors, addReaders } from './access.ts';
import { addBuilding, type Facades } from './building.ts';
import { addFacadeCameras, addIndoorCameras, addPoleCameras } from './cameras.ts';
import { addIndoorEquipment, addScreening, addSiteEquipment } from './equipment.ts';
import { addGround, addObstacles } from './ground.ts';
import {
  addAssetsAndApproaches,
  addCoverageZones,
  addIndoorAssets,
  addIndoorWays,
  addIndoorZones,
  addWays,
} from './intent.ts';
import { addLights } from './lights.ts';
import {
  addBuildingDimensions,
  addIndoorCallouts,
  addNotes,
  addSiteCallouts,
  addSiteDimensions,
} from './notes.ts';
import { addGeneratorBollards, addIndoorPosts, addPerimeter, addPosts } from './perimeter.ts';
import { at, type LayerName, namedUuid, SiteBuilder } from './site-builder.ts';

const PLAN_NAME = 'Perimeter upgrade';
const SITE_NAME = 'Harbor Street Federal Building';

function addSettings(site: SiteBuilder): void {
  const place = site.records.findIndex(({ id }) => id === 'settings:plan');
  site.records[place] = {
    id: 'settings:plan',
    ...planKinds.settings.defaults,
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
  const { defaults: phase } = planKinds.phase;
  site.put({ id: first, ...phase, name: 'Street fronts', order: 0, date: '2027-06-30' });
  site.put({ id: second, ...phase, name: 'Delivery yard', order: 1, date: '2028-03-31' });
  return { first, second };
}

const everywhere: readonly LayerName[] = ['Site and building', 'Landscape', 'Barriers and gates'];

function addSheets(site: SiteBuilder): void {
  const sheet = planKinds.sheet.defaults;
  const shown = (scale: number, centre: Point, ...names: readonly LayerName[]) =>
    [
      newViewport({ floor: site.floor, scale, centre, layers: names.map((name) => site.layer(name)) }),
    ] as const;
  site.put({
    id: site.id('sheet'),
    ...sheet,
    name: 'Site security layout',
    number: 'S-01',
    order: 0,
    paper: 'A1',
    viewports: shown(
      200,
      at(46, 23),
      ...everywhere,
      'Cameras',
      'Guarding',
      'Routes',
      'Assets and approaches',
      'Notes',
    ),
  });
  site.put({
    id: site.id('sheet'),
    ...sheet,
    name: 'Ground floor security',
    number: 'S-02',
    order: 1,
    paper: 'A2',
    viewports: shown(100, at(30, 26), 'Site and building', 'Ground floor devices'),
  });
  site.put({
    id: site.id('sheet'),
    ...sheet,
    name: 'Lighting, alarms and patrols',
    number: 'S-03',
    order: 2,
    paper: 'A1',
    viewports: shown(200, at(46, 23), ...everywhere, 'Lighting', 'Alarms and access', 'Patrols'),
  });
}

function addOutdoors(site: SiteBuilder, phases: ReturnType<typeof addPhases>, facades: Facades): void {
  addPerimeter(site, phases);
  addGeneratorBollards(site);
  addFacadeCameras(site, facades);
  addPoleCameras(site);
  addPosts(site);
  addLights(site);
  addPerimeterSensors(site, phases.second);
  addSiteEquipment(site);
  addAssetsAndApproaches(site);
  addCoverageZones(site);
  addWays(site);
  addSiteDimensions(site);
  addSiteCallouts(site);
  addNotes(site);
}

function addIndoors(site: SiteBuilder): void {
  site.indoors = true;
  addIndoorCameras(site);
  addIndoorPosts(site);
  addReaders(site);
  addIndoorSensors(site);
  addScreening(site);
  addIndoorEquipment(site);
  addIndoorAssets(site);
  addIndoorZones(site);
  addIndoorWays(site);
  addBuildingDimensions(site);
  addIndoorCallouts(site);
  site.indoors = false;
}

/** The sample site: a federal office building of our own invention. */
export function harborStreet(): Plan {
  const site = new SiteBuilder(PLAN_NAME);
  addSettings(site);
  const phases = addPhases(site);
  addGround(site);
  addObstacles(site);
  const facades = addBuilding(site);
  addOutdoors(site, phases, facades);
  addIndoors(site);
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
