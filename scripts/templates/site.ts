import { at, bearing, box, type SiteBuilder } from '../sample-site/site-builder.ts';

/** A property on one street: fenced, with a building, its parking, one vehicle gate and a walk to the door. */
export function buildSite(site: SiteBuilder): void {
  site.add('road', { path: [at(-10, -10), at(90, -10)], width: 7.2, name: 'Street' });
  site.add('road', { path: [at(-10, -4.6), at(90, -4.6)], width: 2, class: 'footway' });
  site.add('propertyLine', { ring: box(0, -3, 80, 57) });
  site.add('building', { ring: box(12, 14, 46, 36), height: 7, name: 'Building' });
  site.add('parking', { ring: box(56, 14, 72, 40), stalls: 20, stallWidth: 2.6, direction: 0 });
  site.add('road', { path: [at(64, -6.4), at(64, 14)], width: 6.5, class: 'service' });
  site.add('road', { path: [at(29, -3.6), at(29, 14)], width: 2.4, class: 'footway' });
  site.add('area', { ring: box(4, 40, 50, 50), use: 'clear-zone', name: 'Clear zone' });
  addSiteLine(site);
  addSiteDevices(site);
}

function addSiteLine(site: SiteBuilder): void {
  const fence = site.add('fence', {
    path: [at(2, 0), at(78, 0), at(78, 54), at(2, 54)],
    closed: true,
    height: 2.4,
    type: 'ornamental',
    state: 'proposed',
  });
  const gate = site.add('gate', {
    at: at(64, 0),
    direction: 0,
    width: 6.5,
    fence,
    type: 'sliding',
    state: 'proposed',
  });
  const walk = { at: at(29, 0), direction: 0, width: 1.5, fence, type: 'swing', use: 'pedestrian' } as const;
  site.add('gate', { ...walk, state: 'proposed' });
  site.add('gate', {
    at: at(8, 54),
    direction: 0,
    width: 1.2,
    fence,
    type: 'swing',
    use: 'emergency',
    state: 'proposed',
  });
  site.device('barrier', 'wedge-shallow', { path: [at(60.8, 6), at(67.2, 6)], gate });
  site.device('bollards', 'bollard-m50', { path: [at(20, 10), at(38, 10)] });
  site.add('route', { path: [at(29, -3.6), at(29, 14)], width: 1.525 });
  site.add('route', { path: [at(-10, -4.6), at(90, -4.6)], width: 2, use: 'public-right-of-way' });
  site.add('approach', {
    path: [at(88, -11.6), at(70, -11.6), at(64, -7), at(64, 5)],
    name: 'Street to gate',
    vehicle: 'Medium-duty truck',
    vehicleMassKg: 6800,
    entrySpeedKmh: 50,
  });
}

function addSiteDevices(site: SiteBuilder): void {
  for (const [x, y, direction] of [
    [4, 2, 45],
    [76, 2, 315],
    [76, 52, 225],
    [4, 52, 135],
  ] as const)
    site.device('camera', 'bullet-4mp-6', {
      at: at(x, y),
      direction: bearing(direction),
      height: 5,
      range: 32,
    });
  site.device('camera', 'bullet-2mp-8', { at: at(59.6, 8), direction: bearing(155), height: 3, range: 18 });
  for (const [x, y] of [
    [20, 52.6],
    [50, 52.6],
    [3.4, 26],
    [76.6, 26],
  ] as const)
    site.device('light', 'light-pole-boundary', { at: at(x, y), range: 14 });
  site.device('light', 'light-pole-area', { at: at(64, 27) });
  site.device('light', 'light-pole-vehicle', { at: at(69, 3) });
  site.device('light', 'light-entry', { at: at(29, 14), direction: bearing(180) });
  site.device('sign', 'sign-restricted', { at: at(15, 0), direction: bearing(180) });
  site.device('sign', 'sign-restricted', { at: at(46, 0), direction: bearing(180) });
  site.device('sign', 'sign-visitors', { at: at(32.6, -3.6), direction: bearing(0) });
  site.device('sensor', 'fence-cable', { path: [at(2.4, 4), at(2.4, 53.6), at(77.6, 53.6), at(77.6, 4)] });
  site.add('asset', { at: at(29, 25), name: 'Occupied building', criticality: 'high' });
}
