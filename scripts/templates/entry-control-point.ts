import { at, bearing, box, type SiteBuilder } from '../sample-site/site-builder.ts';

/** Half the width of two lanes of 3.6 m. */
const EDGE = 3.6;

/**
 * The zones of an entry control facility (UFC 4-022-01): approach, access control, response, and the final
 * barrier, which is never shut on the guard: 32 km/h for 3 s of reaction and 2 s of the barrier is 45 m.
 */
export function buildEntryControlPoint(site: SiteBuilder): void {
  site.add('road', { path: [at(-26, 0), at(76, 0)], width: 2 * EDGE, class: 'service' });
  site.add('area', { ring: box(-24, -8, 0, 8), use: 'public', name: 'Approach zone' });
  site.add('area', { ring: box(0, -11, 22, 8), use: 'controlled', name: 'Access control zone' });
  site.add('area', { ring: box(22, -8, 67, 8), use: 'controlled', name: 'Response zone' });
  const gate = site.add('gate', {
    at: at(22, 0),
    direction: bearing(0),
    width: 2 * EDGE,
    type: 'double-swing',
    state: 'proposed',
  });
  addAccessControl(site, gate);
  addFinalBarrier(site);
  addEntrySigns(site);
}

function addAccessControl(site: SiteBuilder, gate: `gate:${string}`): void {
  site.device('post', 'post-booth', {
    at: at(10, 5.6),
    direction: bearing(180),
    orders: 'Check every vehicle before the arm is lifted.',
  });
  site.device('barrier', 'drop-arm', { path: [at(14, -EDGE), at(14, 0)] });
  site.device('barrier', 'drop-arm', { path: [at(18, EDGE), at(18, 0)] });
  site.device('screening', 'vehicle-inspection', { at: at(9, -8), direction: 0 });
  site.device('reader', 'intercom', { at: at(12.6, -4.2), direction: bearing(180), controls: gate });
  site.device('camera', 'bullet-2mp-8', { at: at(22, -4.6), direction: bearing(262), height: 3, range: 20 });
  site.device('camera', 'dome-4mp-4', { at: at(2, 7), direction: bearing(110), height: 5, range: 22 });
  site.device('bollards', 'bollard-m50', { path: [at(1, 4.6), at(7.6, 4.6)] });
  site.device('bollards', 'bollard-m50', { path: [at(13, 4.6), at(21, 4.6)] });
  for (const x of [-10, 6, 20]) site.device('light', 'light-pole-vehicle', { at: at(x, 7.4), range: 14 });
  site.device('sensor', 'duress-button', { at: at(11.4, 6.8) });
}

function addFinalBarrier(site: SiteBuilder): void {
  site.device('barrier', 'wedge-shallow', { path: [at(67, -EDGE), at(67, EDGE)] });
  for (const y of [-4.4, 4.4]) {
    site.device('barrier', 'wall-m50', { path: [at(22, y), at(67, y)] });
    site.device('equipment', 'traffic-signal', { at: at(63, Math.sign(y) * 5.2), direction: Math.PI });
  }
  site.device('sensor', 'beam-60', { path: [at(65.4, -4), at(65.4, 4)] });
  site.device('equipment', 'barrier-control', { at: at(68.6, 6.4), direction: bearing(180) });
  site.device('camera', 'bullet-4mp-6', { at: at(70, 6.4), direction: bearing(256), height: 4.5, range: 30 });
  site.add('approach', {
    path: [at(-26, -1.8), at(66, -1.8)],
    name: 'Entry lane',
    vehicle: 'Medium-duty truck',
    vehicleMassKg: 6800,
    entrySpeedKmh: 32,
    designSpeedKmh: 80,
  });
  site.add('dimension', {
    anchors: [
      { type: 'free', at: at(22, -8) },
      { type: 'free', at: at(67, -8) },
    ],
    offset: -2,
  });
}

function addEntrySigns(site: SiteBuilder): void {
  site.device('sign', 'sign-restricted', { at: at(-20, -5), direction: Math.PI });
  site.device('sign', 'sign-cctv', { at: at(-14, -5), direction: Math.PI });
  site.device('sign', 'sign-stop', { at: at(13, -5.2), direction: Math.PI });
  site.device('sign', 'sign-no-entry', { at: at(19, 6.6), direction: Math.PI });
}
