import { at, bearing, box, type SiteBuilder } from '../sample-site/site-builder.ts';

/** Twenty stalls on both sides of an aisle, with a barrier at the entry, lights and a camera. */
export function buildParking(site: SiteBuilder): void {
  site.add('parking', { ring: box(0, 0, 26, 16.5), stalls: 20, stallWidth: 2.6, direction: Math.PI / 2 });
  site.add('road', { path: [at(-14, 8.25), at(0, 8.25)], width: 6.5, class: 'service' });
  site.add('road', { path: [at(0, 18), at(34, 18)], width: 2, class: 'footway' });
  site.device('barrier', 'drop-arm', { path: [at(-4, 5.2), at(-4, 11.3)] });
  site.device('reader', 'reader-card', { at: at(-5.4, 4.4), direction: bearing(270) });
  site.device('reader', 'intercom', { at: at(-6.4, 4.4), direction: bearing(270) });
  site.device('equipment', 'barrier-control', { at: at(-3.6, 12.8), direction: bearing(180) });
  site.device('bollards', 'bollard-m30', { path: [at(0.5, 19.6), at(25.7, 19.6)] });
  for (const x of [6.5, 19.5]) site.device('light', 'light-pole-area', { at: at(x, 8.25) });
  site.device('light', 'light-pole-vehicle', { at: at(-7, 12.6), range: 12 });
  site.device('camera', 'multisensor-4x5', { at: at(13, 8.25), direction: 0, height: 7, range: 18 });
  site.device('camera', 'bullet-2mp-8', { at: at(1, 12.6), direction: bearing(241), height: 3, range: 16 });
  site.device('sign', 'sign-stop', { at: at(-5, 12.4), direction: bearing(270) });
  site.device('sign', 'sign-cctv', { at: at(-9, 4.2), direction: bearing(270) });
  site.add('route', { path: [at(13, 18), at(34, 18)], width: 1.525 });
  site.add('coverageZone', {
    ring: box(0.4, 0.4, 25.6, 16.1),
    name: 'Parking',
    task: 'See what people do at vehicles',
    level: 'observe',
    state: 'proposed',
  });
}
