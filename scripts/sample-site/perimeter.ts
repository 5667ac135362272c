import type { IdOf } from '../../core/plan/kinds/index.ts';
import { at, type SiteBuilder } from './site-builder.ts';

type Phases = { readonly first: IdOf<'phase'>; readonly second: IdOf<'phase'> };

/** Fences with their gates, and what stops vehicles. */
export function addPerimeter(site: SiteBuilder, phases: Phases): void {
  const fence = site.add('fence', {
    path: [
      at(9.825, 11),
      at(0, 11),
      at(0, 60),
      at(86, 60),
      at(86, 6.6),
      at(63, 6.6),
      at(63, 11),
      at(50.175, 11),
    ],
    height: 2.4,
    type: 'ornamental',
    tag: 'F-1',
  });
  const yardFence = site.add('fence', {
    path: [at(62, 60), at(62, 51), at(86, 51)],
    height: 2.4,
    type: 'chain-link',
    topping: 'Three strands, 45° outward',
    tag: 'F-2',
    state: 'proposed',
    phase: phases.second,
  });
  const north = Math.PI / 2;
  const vehicle = site.add('gate', { at: at(86, 44), direction: north, width: 6, fence, type: 'sliding' });
  site.add('gate', {
    at: at(0, 22),
    direction: north,
    width: 1.2,
    fence,
    type: 'swing',
    use: 'pedestrian',
  });
  site.add('gate', { at: at(48, 60), direction: 0, width: 1.2, fence, type: 'swing', use: 'emergency' });
  site.add('gate', {
    at: at(66, 51),
    direction: 0,
    width: 5,
    fence: yardFence,
    type: 'double-swing',
    state: 'proposed',
    phase: phases.second,
  });
  addFrontLine(site, phases);
  site.inGroup('Vehicle entry', () => addVehicleEntry(site, vehicle, phases));
}

/** Harbor Street and 3rd Avenue: walls, bollards, planters and cables between the kerb and the building. */
function addFrontLine(site: SiteBuilder, { first }: Phases): void {
  const phase = { phase: first };
  site.device('barrier', 'wall-m50', { path: [at(0, 5), at(13, 5)], ...phase });
  site.device('bollards', 'bollard-m50', { path: [at(14.2, 5), at(22.6, 5)], ...phase });
  site.device('bollards', 'bollard-removable', {
    path: [at(23.7, 5), at(26.3, 5)],
    ...phase,
    notes: 'Taken out for emergency vehicles',
  });
  site.device('bollards', 'bollard-m50', { path: [at(27.4, 5), at(49.8, 5)], ...phase });
  site.device('barrier', 'wall-m50', { path: [at(51, 5), at(86.9, 5)], ...phase });
  site.inGroup('Planters', () => {
    for (const x of [15.2, 20, 28.2, 33, 37.8])
      site.device('barrier', 'planter', {
        path: [at(x, -4), at(x + 1.8, -4)],
        state: 'deficient',
        notes: 'Not anchored',
      });
  });
  site.device('barrier', 'jersey', {
    path: [at(53, 2.6), at(61, 2.6)],
    state: 'removed',
    notes: 'Until wall W-2 stands',
  });
  site.device('barrier', 'cable', { path: [at(87.1, 6.4), at(87.1, 40.2), at(72.4, 40.2)], ...phase });
  site.device('barrier', 'cable', { path: [at(72.4, 47.8), at(87.1, 47.8), at(87.1, 60)], ...phase });
}

/** The entry on 3rd Avenue: stopped at the arm, searched in the bay, let in by the wedge. */
function addVehicleEntry(site: SiteBuilder, gate: IdOf<'gate'>, { first }: Phases): void {
  const proposed = { phase: first };
  site.device('barrier', 'drop-arm', { path: [at(83.6, 41.2), at(83.6, 46.8)], gate, state: 'existing' });
  site.device('barrier', 'wedge-shallow', { path: [at(72.4, 41.2), at(72.4, 46.8)], gate, ...proposed });
  site.device('screening', 'vehicle-inspection', { at: at(78, 44), direction: Math.PI, ...proposed });
  site.device('post', 'post-booth', {
    at: at(80.5, 49.2),
    direction: -Math.PI / 2,
    ...proposed,
    orders: 'Check every vehicle before the wedge is lowered.',
  });
  site.device('equipment', 'barrier-control', { at: at(75.4, 49), direction: -Math.PI / 2, ...proposed });
  for (const y of [40.9, 47.1])
    site.device('equipment', 'traffic-signal', { at: at(73.6, y), direction: 0, ...proposed });
  site.device('sign', 'sign-stop', { at: at(84.9, 47.1), direction: 0, state: 'existing' });
  site.device('reader', 'intercom', { at: at(84.7, 40.8), direction: Math.PI / 2, controls: gate });
  site.device('sensor', 'beam-60', {
    path: [at(74.3, 40.7), at(74.3, 47.3)],
    ...proposed,
    notes: 'Keeps the wedge down while a vehicle is over it',
  });
}

/** The bollards that protect the generator from vehicles of the yard. */
export function addGeneratorBollards(site: SiteBuilder): void {
  site.device('bollards', 'bollard-decorative', { path: [at(41, 41.2), at(47, 41.2)], state: 'existing' });
}

/** Guard posts with their orders. */
export function addPosts(site: SiteBuilder): void {
  site.device('post', 'post-vehicle', {
    at: at(57, -11.6),
    direction: Math.PI,
    state: 'existing',
    hours: '06–20',
    orders: 'Stand at the kerb.',
  });
}

/** The posts of the ground floor. */
export function addIndoorPosts(site: SiteBuilder): void {
  site.device('post', 'post-day', {
    at: at(29.5, 17.5),
    direction: -Math.PI / 2,
    state: 'existing',
    orders: 'Screen every visitor.',
  });
  site.device('post', 'post-fixed', {
    at: at(11.7, 25.7),
    direction: 0,
    state: 'existing',
    orders: 'Watch the monitors; answer alarms.',
  });
}
