import { at, box, type SiteBuilder } from './site-builder.ts';

const truck = { vehicle: 'Medium-duty truck', vehicleMassKg: 6800 };

/** What is protected outdoors, and how vehicles may come. */
export function addAssetsAndApproaches(site: SiteBuilder): void {
  site.add('asset', { at: at(33, 37.4), name: 'Fresh-air intake', criticality: 'very-high', standoff: 9 });
  site.add('asset', {
    ring: box(35.6, 36.9, 47, 40.4),
    name: 'Standby power',
    criticality: 'high',
    standoff: 6,
  });
  site.add('asset', { at: at(8.6, 40.4), name: 'Gas meter', criticality: 'medium', standoff: 6 });
  site.add('asset', { at: at(25, 7.6), name: 'Public entrance', criticality: 'high' });
  site.add('approach', {
    path: [at(-24, -15.6), at(8, -15.6), at(18.4, -9.4), at(18.4, 4)],
    name: 'Harbor Street to plaza',
    ...truck,
    entrySpeedKmh: 50,
    designSpeedKmh: 40,
  });
  site.add('approach', {
    path: [at(97.8, -30), at(97.8, 33), at(94, 44), at(84.4, 44)],
    name: '3rd Avenue to gate',
    ...truck,
    entrySpeedKmh: 50,
    designSpeedKmh: 30,
  });
  site.add('approach', {
    path: [at(94, 78), at(94, 62), at(88, 54)],
    name: '3rd Avenue to yard',
    ...truck,
    entrySpeedKmh: 50,
    designSpeedKmh: 50,
  });
}

/** What is protected indoors. */
export function addIndoorAssets(site: SiteBuilder): void {
  site.add('asset', { at: at(24.6, 42), name: 'Server room', criticality: 'very-high' });
  site.add('asset', { at: at(12.2, 30), name: 'Control room', criticality: 'high' });
  site.add('asset', { at: at(12.2, 33), name: 'Case records', criticality: 'medium' });
}

/** Where cameras must show what, outdoors. */
export function addCoverageZones(site: SiteBuilder): void {
  const zone = (
    ring: ReturnType<typeof box>,
    name: string,
    task: string,
    level: 'identify' | 'recognise' | 'observe' | 'detect',
  ) => site.add('coverageZone', { ring, name, task, level, state: 'proposed' });
  zone(box(20.5, 5.8, 29.5, 9.6), 'Main entrance', 'Recognise who enters', 'recognise');
  zone(box(79.5, 41.4, 85.4, 46.6), 'Vehicle entry', 'Read number plates', 'identify');
  zone(box(66.4, 8.4, 83.6, 37.6), 'Parking', 'See what people do at vehicles', 'observe');
  zone(box(2.4, 54.4, 58.6, 57.6), 'North fence', 'See who is at the fence', 'detect');
  zone(box(0.8, 24, 9, 42), 'West walk', 'See who walks there', 'detect');
}

/** Where cameras must show what, indoors. */
export function addIndoorZones(site: SiteBuilder): void {
  site.add('coverageZone', {
    ring: box(19.2, 15.3, 26.6, 18.6),
    name: 'Screening lane',
    task: 'Identify every visitor',
    level: 'identify',
    state: 'proposed',
  });
}

/** Ways on foot that stay open, and how the guard walks. */
export function addWays(site: SiteBuilder): void {
  site.add('route', { path: [at(25, -6.4), at(25, 9.6)], width: 1.8 });
  site.add('route', { path: [at(66, 22), at(50.4, 22)], width: 1.5 });
  site.add('route', {
    path: [at(19.25, 44.4), at(19.25, 46), at(48, 46), at(48, 61)],
    width: 1.2,
    use: 'egress',
    name: 'Egress to assembly point',
  });
  site.add('route', { path: [at(9.6, 22), at(-8, 22)], width: 1.2, use: 'egress', name: 'Egress' });
  site.add('route', { path: [at(-28, -7.6), at(88.4, -7.6)], width: 2.4, use: 'public-right-of-way' });
  site.add('route', { path: [at(89.6, -6.4), at(89.6, 79)], width: 2.4, use: 'public-right-of-way' });
  site.add('patrol', {
    path: [at(8.6, 20.6), at(4.6, 20.6), at(4.6, 50.6), at(60.4, 50.6), at(60.4, 20.6), at(51.4, 20.6)],
    name: 'Perimeter',
    period: 'every 2 h',
  });
  site.add('patrol', {
    path: [at(60.4, 32), at(64.4, 32), at(64.4, 49.6), at(79, 49.6)],
    name: 'Parking and gate',
    period: 'every 4 h',
    state: 'proposed',
  });
}

/** Ways through the ground floor. */
export function addIndoorWays(site: SiteBuilder): void {
  site.add('route', {
    path: [at(34, 28.4), at(34, 22), at(51.6, 22)],
    width: 1.2,
    use: 'egress',
    name: 'Egress',
  });
  site.add('route', {
    path: [at(19.25, 26), at(19.25, 45.2)],
    width: 1,
    use: 'egress',
    name: 'Egress',
  });
  site.add('patrol', {
    path: [at(26.4, 18.6), at(26.4, 22.9), at(12.4, 22.9)],
    name: 'Ground floor',
    period: 'every hour',
  });
}
