import type { Point } from '../../core/geometry/point.ts';
import { at, bearing, type DeviceFields, type SiteBuilder } from './site-builder.ts';

type Look = DeviceFields<'light'>;

const existing: Look = { state: 'existing' };

function addEach(site: SiteBuilder, device: string, places: readonly Point[], look: Look): void {
  for (const place of places) site.device('light', device, { at: place, ...look });
}

/** Lights along the fence, over parking and entries, on the fronts and beside the plaza. */
export function addLights(site: SiteBuilder): void {
  const north = [8, 22, 36, 50].map((x) => at(x, 59.2));
  addEach(site, 'light-pole-boundary', north, { range: 14 });
  addEach(site, 'light-pole-boundary', [at(0.8, 14), at(0.8, 30)], { ...existing, range: 14 });
  addEach(site, 'light-pole-boundary', [at(0.8, 46)], {
    range: 14,
    state: 'deficient',
    notes: 'Out of order since March',
  });
  addEach(site, 'light-pole-area', [at(75, 14), at(75, 23), at(75, 35)], existing);
  addEach(site, 'light-pole-area', [at(58, 28)], existing);
  addEach(site, 'light-pole-vehicle', [at(82, 39.4), at(70.6, 48.9)], { range: 12 });
  addEach(site, 'light-flood', [at(63, 59)], { direction: bearing(150), range: 14 });
  addEach(site, 'light-flood', [at(85, 56)], { direction: bearing(240), range: 14 });
  addFrontLights(site);
  addEach(
    site,
    'light-bollard',
    [-4.4, -1.4, 1.6].flatMap((y) => [at(22.2, y), at(27.8, y)]),
    {},
  );
}

function addFrontLights(site: SiteBuilder): void {
  const wall = (place: Point, direction: number) =>
    site.device('light', 'light-wall', { at: place, direction, ...existing });
  const entry = (place: Point, direction: number, look: Look) =>
    site.device('light', 'light-entry', { at: place, direction, ...look });
  for (const x of [32, 47]) wall(at(x, 36.18), bearing(0));
  for (const y of [16, 34]) wall(at(9.82, y), bearing(270));
  for (const y of [14, 31]) wall(at(50.18, y), bearing(90));
  for (const x of [14, 36, 44]) wall(at(x, 9.82), bearing(180));
  entry(at(25, 9.82), bearing(180), existing);
  entry(at(50.18, 22), bearing(90), existing);
  entry(at(19.25, 44.18), bearing(0), {});
  entry(at(9.82, 22), bearing(270), {});
}
