import { Buffer } from 'node:buffer';
import { type PictureLookup, writeSvg } from '../../core/codec/svg.ts';
import type { Page } from '../../core/drawing/draw-item.ts';
import { layoutSheet } from '../../core/drawing/sheet/layout-sheet.ts';
import { planView } from '../../core/drawing/sheet/plan-view.ts';
import type { Kind, PlanRecord } from '../../core/plan/kinds/index.ts';
import { newViewport } from '../../core/plan/parts/viewports.ts';
import { firstPage } from '../support/first-page.ts';
import { granted, record, shownBy, siteFloor, testPlan } from '../support/plan-builder.ts';
import { buildingCases, groundCases } from './ground-cases.ts';
import { intentCases, moreDeviceCases } from './intent-cases.ts';
import { deviceCases, perimeterCases } from './protective-cases.ts';

/** What is drawn for each kind; `nothing` for kinds that have no look of their own. */
export const visualCases: { readonly [K in Kind]: readonly PlanRecord[] | 'nothing' } = {
  settings: 'nothing',
  floor: 'nothing',
  layer: 'nothing',
  phase: 'nothing',
  group: 'nothing',
  ...groundCases,
  ...buildingCases,
  ...perimeterCases,
  ...deviceCases,
  ...moreDeviceCases,
  ...intentCases,
  sheet: [
    record('sheet', {
      name: 'Security layout',
      number: 'S-01',
      paper: 'A4',
      ...shownBy({ scale: 200, centre: { x: 12, y: 8 } }),
    }),
    ...perimeterCases.gate,
    ...deviceCases.camera,
  ],
};

// 4 × 2 grey pixels.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAAAAABawyK/AAAAEklEQVR4nGPQiFpwh+HOgigNABP2A/3gnoZMAAAAAElFTkSuQmCC',
  'base64',
);
const pictureOf: PictureLookup = () => picture;

/** Metres that a case lies in, and the room between views, millimetres. */
const SIZE = { width: 24, height: 16 };
const GAP_MM = 4;

/** The records as a sheet shows them, one view beside the other for each scale. */
export function drawCase(records: readonly PlanRecord[], scales: readonly number[]): string {
  const plan = testPlan(...records);
  let left = GAP_MM;
  const views = scales.map((scale) => {
    const [width, height] = [(SIZE.width * 1000) / scale, (SIZE.height * 1000) / scale];
    const view = { left, top: GAP_MM, width, height };
    left += width + GAP_MM;
    const viewport = newViewport({ floor: siteFloor, scale, centre: { x: 12, y: 8 } });
    return planView(plan, viewport, view).group;
  });
  const heights = views.map(({ clip }) => clip?.height ?? 0);
  const page: Page = {
    widthMm: left,
    heightMm: Math.max(...heights) + 2 * GAP_MM,
    title: 'Case',
    groups: views,
  };
  return writeSvg(page, pictureOf);
}

/** The sheet of a plan, with all that stands around its view. */
export function drawSheet(records: readonly PlanRecord[]): string {
  const sheet = records.find(({ id }) => id.startsWith('sheet:'));
  const names = { plan: testPlan(...records), planName: 'Upgrade', siteName: 'Test site' };
  const page = granted(layoutSheet(names, { ...firstPage, sheetId: sheet?.id ?? null, day: '2026-01-31' }));
  return writeSvg(page, pictureOf);
}
