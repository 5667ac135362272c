import { type IdOf, recordDefaults } from '../../core/plan/records/index.ts';
import { at, box, SiteBuilder } from './site-builder.ts';

const degrees = (bearing: number) => ((90 - bearing) * Math.PI) / 180;

/** Streets, ground, property line and what grows: x to the east, y to the north, metres. */
function addGround(site: SiteBuilder): void {
  site.add('road', { path: [at(-30, -14), at(118, -14)], width: 9, name: 'Harbor Street' });
  site.add('road', { path: [at(96, -30), at(96, 84)], width: 9, name: '3rd Avenue' });
  site.add('road', { path: [at(91.5, 44), at(72, 44)], width: 6, class: 'service', name: '' });
  site.add('road', { path: [at(-30, -7.5), at(90, -7.5)], width: 2.4, class: 'footway' });
  site.add('propertyLine', { ring: box(-6, -5, 88, 66) });
  site.add('parking', { ring: box(66, 8, 84, 38), stalls: 24, stallWidth: 2.5, direction: 0 });
  site.add('area', { ring: box(22, -4, 44, 4), use: 'public-assembly', name: 'Public assembly area' });
  site.add('area', { ring: box(-4, 50, 60, 58), use: 'clear-zone', name: 'Clear zone' });
  site.add('area', { ring: box(62, 48, 84, 62), use: 'controlled', name: 'Delivery yard' });
  for (const [index, x] of [-2, 4, 10, 50, 56, 62].entries()) {
    const ring = Array.from({ length: 12 }, (_, step) => {
      const angle = (step * Math.PI) / 6;
      return at(x + 1.6 * Math.cos(angle), -1.5 + 1.6 * Math.sin(angle));
    });
    site.add('obstacle', { type: 'tree', ring, height: 6 + (index % 3) });
  }
  site.add('obstacle', { type: 'hedge', path: [at(-4, 10), at(-4, 46)], width: 0.9, height: 1.2 });
  site.add('obstacle', { type: 'container', ring: box(78, 56, 84, 58.4), height: 2.6 });
}

const rooms = [
  ['Lobby', '101', 10, 10, 20, 20],
  ['Screening', '102', 20, 10, 30, 20],
  ['Reception', '103', 30, 10, 40, 20],
  ['Interview', '104', 40, 10, 50, 20],
  ['Guard room', '109', 10, 24, 18, 32],
  ['Holding', '108', 18, 24, 28, 32],
  ['Open office', '105', 28, 24, 40, 36],
  ['Briefing', '106', 40, 24, 50, 36],
  ['Records', '110', 10, 32, 18, 44],
  ['Server', '111', 18, 32, 28, 44],
] as const;

/** The building with its rooms, doors and windows. */
function addBuilding(site: SiteBuilder): void {
  const ring = [at(10, 10), at(50, 10), at(50, 36), at(28, 36), at(28, 44), at(10, 44)];
  site.add('building', { ring, name: '', height: 9, notes: 'Harbor Street Federal Building' });
  for (const [name, tag, left, bottom, right, top] of rooms) {
    site.add('area', { ring: box(left, bottom, right, top), use: 'room', name, tag });
  }
  const front = [5, 15, 25, 35].map((offset) => ['window', offset, 2.4] as const);
  site.wall(at(10, 10), at(50, 10), 0.35, [
    front[0] ?? ['window', 5, 2.4],
    ['double-door', 15, 1.9],
    front[2] ?? ['window', 25, 2.4],
    front[3] ?? ['window', 35, 2.4],
  ]);
  site.wall(at(50, 10), at(50, 36), 0.35, [
    ['window', 5, 2],
    ['door', 12, 1],
    ['window', 20, 2.4],
  ]);
  site.wall(at(50, 36), at(28, 36), 0.35, [
    ['window', 5, 2.4],
    ['window', 16, 2.4],
  ]);
  site.wall(at(28, 36), at(28, 44), 0.35);
  site.wall(at(28, 44), at(10, 44), 0.35, [['window', 14, 1.8]]);
  site.wall(at(10, 44), at(10, 10), 0.35, [
    ['window', 6, 1.8],
    ['window', 16, 1.8],
    ['door', 22, 1],
    ['window', 29, 2],
  ]);
  addPartitions(site);
}

/** The walls between the rooms. */
function addPartitions(site: SiteBuilder): void {
  for (const x of [20, 30, 40]) site.wall(at(x, 10), at(x, 20), 0.15, [['door', 8.6, 0.91]]);
  site.wall(at(10, 20), at(20, 20), 0.15, [['double-door', 5, 1.82]]);
  site.wall(at(20, 20), at(30, 20), 0.15, [['door', 5, 0.91]]);
  site.wall(at(30, 20), at(40, 20), 0.15, [['door', 5, 0.91]]);
  site.wall(at(40, 20), at(50, 20), 0.15, [['door', 3, 0.91]]);
  site.wall(at(10, 24), at(18, 24), 0.15, [['door', 4, 0.91]]);
  site.wall(at(18, 24), at(28, 24), 0.2, [['door', 5, 0.91]]);
  site.wall(at(28, 24), at(40, 24), 0.15, [['double-door', 6, 1.82]]);
  site.wall(at(40, 24), at(50, 24), 0.15, [['door', 5, 0.91]]);
  site.wall(at(18, 24), at(18, 32), 0.2);
  site.wall(at(28, 24), at(28, 36), 0.2);
  site.wall(at(40, 24), at(40, 36), 0.15, [['door', 9, 0.91]]);
  site.wall(at(10, 32), at(18, 32), 0.15, [['door', 5, 0.91]]);
  site.wall(at(18, 32), at(28, 32), 0.2);
  site.wall(at(18, 32), at(18, 44), 0.2, [['door', 9, 0.91]]);
}

/** Fence, gates and what stops vehicles. */
function addPerimeter(site: SiteBuilder): void {
  const fence = site.add('fence', {
    path: [at(0, 5), at(0, 60), at(86, 60), at(86, 5)],
    height: 2.4,
    type: 'ornamental',
    topping: null,
  });
  site.add('fence', {
    path: [at(62, 48), at(62, 60)],
    height: 2.4,
    type: 'chain-link',
    topping: 'Three strands, 45° outward',
  });
  const vehicle = site.add('gate', {
    at: at(86, 44),
    direction: Math.PI / 2,
    width: 6,
    fence,
    type: 'sliding',
  });
  site.add('gate', {
    at: at(0, 30),
    direction: Math.PI / 2,
    width: 1.2,
    fence,
    type: 'swing',
    use: 'pedestrian',
  });
  site.add('gate', { at: at(40, 60), direction: 0, width: 1.2, fence, type: 'swing', use: 'emergency' });
  addVehicleBarriers(site, vehicle);
}

/** What stops vehicles along the front and at the vehicle gate. */
function addVehicleBarriers(site: SiteBuilder, vehicle: IdOf<'gate'>): void {
  site.add('bollards', { path: [at(14, 5), at(50, 5)], spacing: 1.4, rating: 'M50-P1' });
  site.add('bollards', { path: [at(0, 5), at(3, 5)], spacing: 1.2, mode: 'removable', rating: 'M30-P1' });
  site.add('barrier', { type: 'wall', path: [at(4, 5), at(13, 5)], width: 0.5, height: 1, rating: 'M50-P1' });
  site.add('barrier', {
    type: 'wall',
    path: [at(51.2, 5), at(86, 5)],
    width: 0.5,
    height: 1,
    rating: 'M50-P1',
  });
  site.add('barrier', {
    type: 'wedge',
    mode: 'active',
    path: [at(84, 41.2), at(84, 46.8)],
    width: 0.8,
    height: 0.9,
    rating: 'M50-P1',
    gate: vehicle,
  });
  site.add('barrier', {
    type: 'drop-arm',
    mode: 'active',
    path: [at(76, 41.2), at(76, 46.8)],
    width: 0.3,
    height: 1,
    rating: 'M30-P1',
    gate: vehicle,
  });
  for (const x of [24, 30, 36, 42]) {
    site.add('barrier', {
      type: 'planter',
      path: [at(x, -4.6), at(x + 1.6, -4.6)],
      width: 1,
      height: 0.8,
      state: 'deficient',
      notes: 'Not anchored',
    });
  }
  site.add('barrier', { type: 'jersey', path: [at(63, 46), at(70, 46)], state: 'removed' });
}

const dome = {
  focalLengthMm: 2.8,
  sensorWidthMm: 5.376,
  sensorHeightMm: 3.04,
  widthPx: 2688,
  heightPx: 1520,
  height: 4,
  range: 30,
};

/** Cameras outside, then inside and at the yard. */
function addCameras(site: SiteBuilder): void {
  site.add('camera', { ...dome, at: at(50.3, 36.3), direction: degrees(60), tilt: 0.35 });
  site.add('camera', { ...dome, at: at(9.7, 44.3), direction: degrees(315), tilt: 0.35 });
  site.add('camera', { ...dome, at: at(9.7, 9.7), direction: degrees(225), tilt: 0.35, state: 'existing' });
  site.add('camera', { ...dome, at: at(50.3, 9.7), direction: degrees(135), tilt: 0.35, state: 'existing' });
  site.add('camera', { ...dome, at: at(25, 9.6), direction: degrees(180), tilt: 0.35, range: 18 });
}

/** Cameras inside the building and around the delivery yard. */
function addMoreCameras(site: SiteBuilder): void {
  site.add('camera', {
    ...dome,
    at: at(20.4, 19.6),
    direction: degrees(135),
    height: 2.8,
    range: 10,
    state: 'existing',
  });
  site.add('camera', { ...dome, at: at(10.4, 22), direction: degrees(90), height: 2.8, range: 25 });
  site.add('camera', {
    type: 'ptz',
    at: at(85, 59),
    direction: degrees(225),
    height: 6,
    focalLengthMm: 12,
    range: 60,
  });
  site.add('camera', {
    type: 'panoramic',
    at: at(75, 50),
    direction: 0,
    height: 5,
    fieldOfView: { horizontal: 6.283185, vertical: 1.570796 },
    range: 14,
  });
  site.add('camera', {
    ...dome,
    at: at(28.3, 44.3),
    direction: degrees(45),
    tilt: 0.35,
    state: 'deficient',
    notes: 'Image lost at night',
  });
}

/** Guard posts with their orders, and notes. */
function addPosts(site: SiteBuilder): void {
  site.add('post', {
    at: at(72, 48),
    direction: degrees(90),
    type: 'booth',
    hours: '24 h',
    staff: 1,
    orders: 'Check every vehicle before the drop arm is opened.',
  });
  site.add('post', {
    at: at(25, 14),
    direction: degrees(180),
    type: 'fixed',
    hours: '06–20',
    staff: 2,
    orders: 'Screen visitors.',
  });
  site.add('post', {
    at: at(14, 28),
    direction: 0,
    type: 'fixed',
    hours: '24 h',
    staff: 1,
    orders: 'Watch the monitors.',
  });
  site.add('text', {
    at: at(66, 2),
    text: 'Public right of way stays open along Harbor Street',
    sizeMm: 2.2,
  });
  site.add('text', { at: at(64, 63), text: 'Deliveries by appointment', sizeMm: 2.2 });
}

/** The sample site: a federal office building of our own invention. */
export function harborStreet(): SiteBuilder {
  const site = new SiteBuilder('Perimeter upgrade');
  addGround(site);
  addBuilding(site);
  addPerimeter(site);
  addCameras(site);
  addMoreCameras(site);
  addPosts(site);
  const settings = site.records.findIndex(({ id }) => id === 'settings:plan');
  site.records[settings] = {
    id: 'settings:plan',
    ...recordDefaults.settings,
    name: 'Perimeter upgrade',
    marking: null,
    titleBlock: {
      agency: 'Sample agency',
      project: 'Harbor Street Federal Building',
      author: 'A. Planner',
      checker: 'B. Reviewer',
    },
  };
  site.put({
    id: site.id('sheet'),
    ...recordDefaults.sheet,
    name: 'Security layout',
    number: 'S-01',
    paper: 'A3',
    scale: 500,
    centre: at(38, 24),
    floor: site.floor,
  });
  return site;
}
