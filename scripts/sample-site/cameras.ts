import type { Facades } from './building.ts';
import { at, bearing, degrees, type SiteBuilder } from './site-builder.ts';

/** Cameras on the outer walls, each along a front or over a door. */
export function addFacadeCameras(site: SiteBuilder, facades: Facades): void {
  site.device('camera', 'dome-4mp-2-8', {
    at: at(27.6, 9.6),
    direction: bearing(185),
    height: 3.5,
    tilt: degrees(20),
    range: 15,
    mountedOn: facades.south,
    state: 'existing',
  });
  site.device('camera', 'bullet-4mp-12', {
    at: at(9.6, 9.6),
    direction: bearing(102.8),
    height: 4.5,
    tilt: degrees(6),
    range: 42,
    mountedOn: facades.south,
  });
  site.device('camera', 'panoramic-180', {
    at: at(50.4, 18.5),
    direction: bearing(90),
    height: 4.5,
    tilt: degrees(30),
    range: 14,
    mountedOn: facades.east,
  });
  site.device('camera', 'dome-4mp-4', {
    at: at(50.4, 36.4),
    direction: bearing(304.5),
    height: 4.5,
    tilt: degrees(15),
    range: 22,
    mountedOn: facades.north,
    state: 'existing',
  });
  site.device('camera', 'bullet-4mp-6', {
    at: at(28.3, 44.4),
    direction: bearing(294.5),
    height: 4.5,
    tilt: degrees(12),
    range: 30,
    mountedOn: facades.wing,
    state: 'deficient',
    notes: 'No picture at night: infrared light failed',
  });
  site.device('camera', 'bullet-4mp-12', {
    at: at(9.6, 44.4),
    direction: bearing(192.8),
    height: 4.5,
    tilt: degrees(6),
    range: 34,
    mountedOn: facades.west,
  });
}

/** Cameras on poles: along the fence, over yard, gate and parking. */
export function addPoleCameras(site: SiteBuilder): void {
  site.device('camera', 'bullet-4mp-12', {
    at: at(0.8, 58.8),
    direction: bearing(101),
    height: 5,
    tilt: degrees(5),
    range: 60,
  });
  site.device('camera', 'ptz-4mp', {
    at: at(85, 58.8),
    direction: bearing(238),
    height: 7,
    tilt: degrees(15),
    range: 26,
    state: 'existing',
  });
  site.device('camera', 'bullet-2mp-8', {
    at: at(71.4, 48.6),
    direction: bearing(111),
    height: 3,
    tilt: degrees(9),
    range: 20,
    notes: 'Number plates at the drop arm',
  });
  site.device('camera', 'multisensor-4x5', {
    at: at(75, 29.5),
    direction: 0,
    height: 7,
    tilt: degrees(36),
    range: 16,
  });
  site.device('camera', 'thermal-640-25', {
    at: at(0.8, 16),
    direction: bearing(359),
    height: 4.5,
    tilt: degrees(8),
    range: 43,
  });
}

/** Cameras inside the building; their range is the depth of what they look into. */
export function addIndoorCameras(site: SiteBuilder): void {
  const indoors = { height: 2.7, tilt: degrees(22) };
  site.device('camera', 'bullet-4mp-6', {
    ...indoors,
    at: at(32.5, 12.5),
    direction: bearing(270),
    tilt: degrees(14),
    range: 8.5,
    state: 'existing',
  });
  site.device('camera', 'bullet-4mp-6', {
    ...indoors,
    at: at(17.5, 17.5),
    direction: bearing(90),
    tilt: degrees(14),
    range: 8.5,
  });
  site.device('camera', 'bullet-4mp-12', {
    at: at(49.4, 22),
    direction: bearing(270),
    height: 2.7,
    tilt: degrees(6),
    range: 15,
  });
  site.device('camera', 'dome-4mp-2-8', {
    ...indoors,
    at: at(27.4, 31.4),
    direction: bearing(225),
    range: 7,
  });
  site.device('camera', 'dome-4mp-2-8', {
    ...indoors,
    at: at(21.1, 43.2),
    direction: bearing(135),
    range: 7,
  });
}
