import type { Point } from '../../core/geometry/point.ts';
import { at, bearing, type SiteBuilder } from './site-builder.ts';

const [north, east, south, west] = [0, 90, 180, 270].map(bearing) as [number, number, number, number];
const existing = { state: 'existing' } as const;

/** Readers and buttons: place, where the person stands, and the door that they let through. */
export function addReaders(site: SiteBuilder): void {
  const door = (device: string, place: Point, direction: number, [x, y]: readonly [number, number]) =>
    site.device('reader', device, { at: place, direction, controls: site.openingAt(x, y) });
  door('reader-card', at(26.5, 9.82), south, [25, 10]);
  door('reader-keypad', at(50.18, 23.1), east, [50, 22]);
  door('reader-keypad', at(20.4, 44.18), north, [19.25, 44]);
  door('reader-card', at(9.82, 23.1), west, [10, 22]);
  door('request-to-exit', at(49.82, 20.8), west, [50, 22]);
  door('request-to-exit', at(18.4, 43.82), south, [19.25, 44]);
  door('request-to-exit', at(10.18, 20.9), east, [10, 22]);
  door('reader-card', at(20.1, 23.9), south, [19.25, 24]);
  door('reader-biometric', at(18.1, 26.9), east, [18, 28]);
  door('reader-keypad', at(18.1, 33.9), east, [18, 35]);
  door('reader-card', at(20.4, 25.4), west, [20.5, 26.5]);
  door('reader-biometric', at(20.4, 39.2), west, [20.5, 38]);
  door('reader-card', at(15.4, 20.08), north, [14.5, 20]);
}

/** What watches doors, windows and rooms when nobody is there, and the buttons of those who are. */
export function addIndoorSensors(site: SiteBuilder): void {
  for (const [x, y] of [
    [23.6, 10.45],
    [49.5, 23.2],
    [20.3, 43.5],
    [10.5, 23.2],
    [18.35, 24.5],
    [17.6, 29],
    [17.6, 36],
    [20.95, 37],
    [13.5, 19.6],
  ] as const)
    site.device('sensor', 'door-contact', { at: at(x, y), ...existing });
  for (const [x, y] of [
    [19.5, 12.3],
    [35, 12],
    [48.4, 12],
    [11.6, 17.6],
    [46.5, 26],
  ] as const)
    site.device('sensor', 'glass-break', { at: at(x, y), range: null });
  site.device('sensor', 'motion-curtain', { at: at(12, 21.3), direction: east });
  site.device('sensor', 'motion-360', { at: at(33.5, 33.4), range: 2.5 });
  site.device('sensor', 'motion-360', { at: at(14, 40.4), range: 3 });
  site.device('sensor', 'motion-360', { at: at(24.3, 36.6), range: 3 });
  for (const [x, y] of [
    [37.4, 17.4],
    [31.4, 18.6],
    [15.6, 26],
    [46.6, 17.6],
  ] as const)
    site.device('sensor', 'duress-button', { at: at(x, y), ...existing });
}

/** Cables on the fence and in the ground, and the gate for those on foot. */
export function addPerimeterSensors(site: SiteBuilder, phase: ReturnType<SiteBuilder['id']>): void {
  const second = { phase } as { phase: `phase:${string}` };
  site.device('sensor', 'fence-cable', { path: [at(0.4, 24), at(0.4, 59.6), at(61.6, 59.6)], ...second });
  site.device('sensor', 'buried-cable', { path: [at(2, 47.2), at(59, 47.2)], ...second });
  site.device('sensor', 'beam-60', { path: [at(62.6, 51.8), at(85.4, 51.8)], ...second });
}
