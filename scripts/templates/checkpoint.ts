import { at, bearing, box, type SiteBuilder } from '../sample-site/site-builder.ts';

const north = bearing(0);
const glass = { thickness: 0.1, material: 'glass', state: 'proposed' } as const;

/** A lane in which visitors and bags are screened, with its way out and a post that sees both. */
export function buildCheckpoint(site: SiteBuilder): void {
  site.add('area', { ring: box(0, -4, 10, 0), use: 'public', name: 'Queue' });
  site.add('area', { ring: box(0, 0, 10, 8), use: 'controlled', name: 'Checkpoint' });
  site.wall([at(0, 0), at(10, 0)], glass, [
    ['passage', 3.6, 1.2],
    ['passage', 8.6, 1.2],
  ]);
  site.wall([at(7, 0), at(7, 8)], glass);
  site.wall([at(0, 0), at(0, 8)], { thickness: 0.12 });
  site.wall([at(10, 0), at(10, 8)], { thickness: 0.12 });
  site.device('screening', 'x-ray-bag', { at: at(1.4, 3), direction: north });
  site.device('screening', 'metal-detector', { at: at(3.6, 3), direction: north });
  site.device('screening', 'bag-search', { at: at(1.6, 5.6), direction: 0 });
  site.device('screening', 'explosive-trace', { at: at(1.2, 7), direction: 0 });
  site.device('equipment', 'turnstile', { at: at(8.6, 4), direction: bearing(180), name: 'Exit turnstile' });
  site.device('equipment', 'control-desk', { at: at(5.4, 6.4), direction: bearing(180) });
  site.device('post', 'post-fixed', {
    at: at(5.4, 7.3),
    direction: bearing(180),
    orders: 'Watch the lane; answer alarms.',
  });
  site.device('post', 'post-day', {
    at: at(4.9, 3),
    direction: bearing(270),
    orders: 'Screen every visitor.',
  });
  site.device('sensor', 'duress-button', { at: at(6.5, 6.4) });
  site.device('camera', 'dome-4mp-2-8', { at: at(3.6, 7.6), direction: bearing(180), height: 2.7, range: 7 });
  site.device('camera', 'dome-4mp-2-8', { at: at(8.6, 7.6), direction: bearing(180), height: 2.7, range: 7 });
  site.device('sign', 'sign-visitors', { at: at(2.2, -0.6), direction: bearing(0) });
  site.device('sign', 'sign-no-entry', { at: at(9.6, -0.6), direction: bearing(180) });
  site.add('route', { path: [at(3.6, -3.6), at(3.6, 8)], width: 0.9, name: 'Accessible route' });
  site.add('coverageZone', {
    ring: box(0.3, 0.3, 6.7, 4.6),
    name: 'Lane',
    task: 'Identify every visitor',
    level: 'identify',
    state: 'proposed',
  });
}
