import { at, bearing, box, type SiteBuilder } from '../sample-site/site-builder.ts';

const outer = { thickness: 0.3 } as const;
const inner = { thickness: 0.12 } as const;

const rooms = [
  ['Lobby', 0, 0, 9, 6],
  ['Office', 9, 0, 24, 6],
  ['Corridor', 0, 6, 24, 8],
  ['Meeting', 0, 8, 8, 14],
  ['Office', 8, 8, 17, 14],
  ['Equipment', 17, 8, 24, 14],
] as const;

/** An office floor of 24 × 14 m: lobby, corridor and rooms, with the devices of its doors. */
export function buildBuilding(site: SiteBuilder): void {
  site.add('building', { ring: box(0, 0, 24, 14), height: 4.2 });
  for (const [name, left, bottom, right, top] of rooms)
    site.add('area', { ring: box(left, bottom, right, top), use: 'room', name });
  addOuterWalls(site);
  addInnerWalls(site);
  addDoors(site);
}

function addOuterWalls(site: SiteBuilder): void {
  site.wall([at(0, 0), at(24, 0)], outer, [
    ['double-door', 4.5, 1.8],
    ['window', 12, 2.4],
    ['window', 17, 2.4],
    ['window', 21.5, 2.4],
  ]);
  site.wall([at(24, 0), at(24, 14)], outer, [['door', 7, 1, { swing: 'right' }]]);
  site.wall([at(24, 14), at(0, 14)], outer, [
    ['window', 11.5, 3],
    ['window', 20, 3],
  ]);
  site.wall([at(0, 14), at(0, 0)], outer, [['door', 7, 1, { swing: 'right' }]]);
}

function addInnerWalls(site: SiteBuilder): void {
  site.wall([at(0, 6), at(9, 6)], inner, [['double-door', 4.5, 1.8]]);
  site.wall([at(9, 6), at(24, 6)], inner, [['door', 7.5, 0.91]]);
  site.wall([at(9, 0), at(9, 6)], inner, [['door', 3, 0.91]]);
  site.wall([at(0, 8), at(8, 8)], inner, [['door', 6.6, 0.91]]);
  site.wall([at(8, 8), at(17, 8)], inner, [['door', 1.4, 0.91]]);
  site.wall([at(17, 8), at(24, 8)], { thickness: 0.2 }, [['door', 1.6, 0.91]]);
  site.wall([at(8, 8), at(8, 14)], inner);
  site.wall([at(17, 8), at(17, 14)], { thickness: 0.2 });
}

function addDoors(site: SiteBuilder): void {
  const controls = (x: number, y: number) => ({ controls: site.openingAt(x, y) });
  site.device('reader', 'reader-card', { at: at(6, -0.15), direction: bearing(180), ...controls(4.5, 0) });
  site.device('reader', 'reader-keypad', { at: at(24.15, 8), direction: 0, ...controls(24, 7) });
  site.device('reader', 'reader-keypad', { at: at(-0.15, 8), direction: Math.PI, ...controls(0, 7) });
  site.device('reader', 'reader-biometric', {
    at: at(17.7, 7.9),
    direction: bearing(180),
    ...controls(18.6, 8),
  });
  for (const [x, y] of [
    [3.2, 0.5],
    [23.5, 6],
    [0.5, 6],
    [19.6, 8.5],
  ] as const)
    site.device('sensor', 'door-contact', { at: at(x, y) });
  site.device('sensor', 'motion-360', { at: at(20.5, 12), range: 3 });
  site.device('sensor', 'motion-curtain', { at: at(0.6, 7.6), direction: 0, range: 12 });
  site.device('camera', 'dome-4mp-2-8', { at: at(8.4, 5.4), direction: bearing(232), height: 2.7, range: 8 });
  site.device('camera', 'bullet-4mp-6', { at: at(23.4, 7.3), direction: Math.PI, height: 2.7, range: 14 });
  site.device('equipment', 'equipment-rack', { at: at(22.6, 12.8), direction: bearing(180) });
  site.add('route', { path: [at(12, 7), at(25.4, 7)], width: 1.2, use: 'egress', name: 'Egress' });
  site.add('route', { path: [at(4.5, -2.4), at(4.5, 5)], width: 1.525 });
  site.device('light', 'light-entry', { at: at(4.5, -0.15), direction: bearing(180) });
  site.add('dimension', {
    anchors: [
      { type: 'free', at: at(0, 0) },
      { type: 'free', at: at(24, 0) },
    ],
    offset: -4,
  });
}
