import { at, box, type Fields, type SiteBuilder } from './site-builder.ts';

/** Streets, walks, property line and parking: x to the east, y to the north, metres. */
export function addGround(site: SiteBuilder): void {
  site.add('road', { path: [at(-28, -14), at(120, -14)], width: 9, name: 'Harbor Street' });
  site.add('road', { path: [at(96, -33), at(96, 79)], width: 9, name: '3rd Avenue' });
  site.add('road', {
    path: [at(-28, -7.6), at(89.6, -7.6), at(89.6, 79)],
    width: 2.4,
    class: 'footway',
    name: '',
  });
  site.add('road', { path: [at(91.5, 44), at(62, 44)], width: 6, class: 'service', name: '' });
  site.add('road', { path: [at(69, 41), at(69, 37.9)], width: 6, class: 'service', name: '' });
  site.add('road', { path: [at(66, 47), at(66, 51)], width: 5, class: 'service', name: '' });
  site.add('road', { path: [at(25, -6.4), at(25, 9.8)], width: 4, class: 'footway', name: '' });
  site.add('road', { path: [at(-28, 22), at(9.8, 22)], width: 2, class: 'footway', name: '' });
  site.add('road', { path: [at(50.2, 22), at(66, 22)], width: 2, class: 'footway', name: '' });
  site.add('propertyLine', {
    ring: box(-6, -5, 88, 66),
    evidence: { source: 'measured', by: 'Boundary survey', at: '2026-02-12' },
  });
  site.add('parking', { ring: box(66, 8, 84, 38), stalls: 24, stallWidth: 2.5, direction: 0 });
  site.add('area', { ring: box(14, -3.2, 50, 2.6), use: 'public-assembly', name: 'Public plaza' });
  site.add('area', { ring: box(2, 48, 59, 58), use: 'clear-zone', name: 'Clear zone' });
  site.add('area', { ring: box(62, 51, 86, 60), use: 'controlled', name: 'Delivery yard' });
  site.add('area', { ring: box(43, 61.2, 55, 65.2), use: 'public', name: 'Assembly point' });
}

function tree(x: number, y: number, radius: number): Fields<'obstacle'> {
  const ring = Array.from({ length: 32 }, (_, step) => {
    const angle = (step * Math.PI) / 16;
    return at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });
  return { type: 'tree', ring, height: 4 * radius };
}

/** What grows on the site, and what stands on it. */
export function addObstacles(site: SiteBuilder): void {
  for (const x of [-2.5, 4, 10.5]) site.add('obstacle', tree(x, -1.2, 1.6));
  for (const x of [54.5, 61, 67.5, 74, 80.5]) site.add('obstacle', tree(x, -1.2, 1.6));
  for (const y of [28, 38]) site.add('obstacle', tree(57, y - 10, 1.9));
  for (const [from, to] of [
    [12, 20],
    [24, 46],
  ] as const)
    site.add('obstacle', { type: 'hedge', path: [at(-3.5, from), at(-3.5, to)], width: 0.9, height: 1.2 });
  const cars = [
    [66.3, 1],
    [66.3, 5],
    [79.1, 3],
    [79.1, 9],
  ] as const;
  for (const [x, stall] of cars) {
    const y = 8 + 2.5 * stall + 0.35;
    site.add('obstacle', { type: 'vehicle', ring: box(x, y, x + 4.6, y + 1.8), height: 1.5 });
  }
  site.add('obstacle', { type: 'vehicle', ring: box(74.4, 53.4, 81.6, 55.9), height: 3.4, notes: 'Truck' });
  site.add('obstacle', { type: 'container', ring: box(71.5, 57.2, 77.5, 59.6), height: 2.6 });
  site.add('obstacle', { type: 'other', ring: box(36.4, 37.8, 39.4, 39.4), height: 1.6, notes: 'Fuel tank' });
}
