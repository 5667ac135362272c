import { at, bearing, type SiteBuilder } from './site-builder.ts';

const [north, east, south, west] = [0, 90, 180, 270].map(bearing) as [number, number, number, number];
const existing = { state: 'existing' } as const;

/** The lane in which visitors and bags are looked through, and the mail. */
export function addScreening(site: SiteBuilder): void {
  site.inGroup('Screening lane', () => {
    site.device('screening', 'x-ray-bag', { at: at(20.4, 17.1), direction: north, ...existing });
    site.device('screening', 'metal-detector', { at: at(22, 17.1), direction: north, ...existing });
    site.device('screening', 'metal-detector', { at: at(23.6, 17.1), direction: north });
    site.device('screening', 'bag-search', { at: at(20.4, 19.3), direction: east, ...existing });
    site.device('screening', 'explosive-trace', { at: at(18.5, 19.3), direction: east });
    site.device('equipment', 'turnstile', {
      at: at(28, 16.1),
      direction: south,
      name: 'Exit turnstile',
      height: 1.1,
    });
  });
  site.device('screening', 'x-ray-bag', { at: at(13.2, 13.2), direction: east });
}

/** Desks, racks and the key safe. */
export function addIndoorEquipment(site: SiteBuilder): void {
  for (const x of [12, 14.8])
    site.device('equipment', 'control-desk', { at: at(x, 28.6), direction: south, ...existing });
  for (const x of [24.6, 25.4, 26.2])
    site.device('equipment', 'equipment-rack', { at: at(x, 33.4), direction: north, ...existing });
  site.device('equipment', 'key-safe', { at: at(13.4, 24.3), direction: north });
}

/** What stands outdoors, and the signs. */
export function addSiteEquipment(site: SiteBuilder): void {
  site.device('equipment', 'generator', { at: at(44, 38.6), direction: north, ...existing });
  site.device('equipment', 'turnstile', { at: at(1.6, 20.2), direction: west, name: 'Staff turnstile' });
  for (const [x, y, direction] of [
    [0, 35, west],
    [0, 53, west],
    [15, 60, north],
    [56, 60, north],
    [86, 30, east],
    [86, 56, east],
  ] as const)
    site.device('sign', 'sign-restricted', { at: at(x, y), direction });
  for (const [x, y, direction] of [
    [30.6, -5.6, south],
    [89, 39.2, east],
  ] as const)
    site.device('sign', 'sign-cctv', { at: at(x, y), direction, ...existing });
  site.device('sign', 'sign-visitors', { at: at(20.6, -5.8), direction: north, ...existing });
  site.device('sign', 'sign-visitors', { at: at(64.6, 20.2), direction: west });
  site.device('sign', 'sign-no-entry', { at: at(46.4, 60.8), direction: north });
}
