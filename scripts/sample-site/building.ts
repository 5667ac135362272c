import type { IdOf } from '../../core/plan/kinds/index.ts';
import { at, box, type SiteBuilder } from './site-builder.ts';

/** The walls on which cameras are mounted. */
export type Facades = { readonly [S in 'south' | 'east' | 'north' | 'wing' | 'west']: IdOf<'wall'> };

const rooms = [
  ['Lobby', '101', 17, 10, 33, 15],
  ['Screening', '102', 17, 15, 33, 20],
  ['Counter', '103', 33, 10, 42, 20],
  ['Interview', '104', 42, 10, 50, 20],
  ['Open office', '105', 28, 24, 40, 36],
  ['Briefing', '106', 40, 24, 50, 31],
  ['Toilets', '107', 40, 31, 50, 36],
  ['Holding', '108', 20.5, 24, 28, 32],
  ['Control room', '109', 10, 24, 18, 31],
  ['Records', '110', 10, 31, 18, 44],
  ['Server', '111', 20.5, 32, 28, 44],
  ['Mail room', '112', 10, 10, 17, 20],
  ['Corridor', '113', 10, 20, 50, 24],
] as const;

const outer = {
  thickness: 0.35,
  evidence: { source: 'drawing', by: 'Record drawings', at: '2009-06-30' },
} as const;
const inner = { thickness: 0.15 };
const secure = { thickness: 0.2 };

/** The building with its rooms and outer walls. */
export function addBuilding(site: SiteBuilder): Facades {
  const ring = [at(10, 10), at(50, 10), at(50, 36), at(28, 36), at(28, 44), at(10, 44)];
  site.add('building', { ring, name: '', height: 9, notes: 'Harbor Street Federal Building' });
  for (const [name, tag, left, bottom, right, top] of rooms)
    site.add('area', { ring: box(left, bottom, right, top), use: 'room', name, tag });
  const south = site.wall([at(10, 10), at(50, 10)], outer, [
    ['window', 3.5, 2.4],
    ['window', 10.2, 3.6],
    ['double-door', 15, 1.9, { tag: 'D-1' }],
    ['window', 19.8, 3.6],
    ['window', 27.5, 3],
    ['window', 36, 3],
  ]);
  const east = site.wall([at(50, 10), at(50, 36)], outer, [
    ['window', 5, 2.4],
    ['door', 12, 1, { swing: 'right', tag: 'D-2' }],
    ['window', 17.5, 2.4],
  ]);
  const north = site.wall([at(50, 36), at(28, 36)], outer, [['window', 16, 3.6]]);
  site.wall([at(28, 36), at(28, 44)], outer);
  const wing = site.wall([at(28, 44), at(10, 44)], outer, [
    ['door', 8.75, 1, { swing: 'right', tag: 'D-3' }],
    ['window', 14, 2.4],
  ]);
  const west = site.wall([at(10, 44), at(10, 10)], outer, [
    ['window', 6, 2.4],
    ['door', 22, 1, { swing: 'right', tag: 'D-4' }],
    ['window', 29, 2],
  ]);
  addPublicSide(site);
  addSecureSide(site);
  return { south, east, north, wing, west };
}

/** Walls between the entrance and the corridor. */
function addPublicSide(site: SiteBuilder): void {
  site.wall([at(17, 10), at(17, 15)], inner);
  site.wall([at(17, 15), at(17, 20)], inner);
  site.wall([at(33, 10), at(33, 15)], inner);
  site.wall([at(33, 15), at(33, 20)], inner, [['door', 2.5, 0.91]]);
  site.wall([at(17, 15), at(33, 15)], { thickness: 0.12, material: 'glass' }, [
    ['passage', 5, 1.2],
    ['passage', 11, 1.2],
  ]);
  site.wall([at(42, 10), at(42, 20)], inner);
  site.wall([at(10, 20), at(17, 20)], inner, [['door', 4.5, 0.91, { swing: 'right' }]]);
  site.wall([at(17, 20), at(33, 20)], inner, [['double-door', 8, 1.82]]);
  site.wall([at(33, 20), at(42, 20)], inner, [['door', 6.5, 0.91, { swing: 'right' }]]);
  site.wall([at(42, 20), at(50, 20)], inner, [['door', 2, 0.91, { swing: 'right' }]]);
}

/** Walls behind the corridor. */
function addSecureSide(site: SiteBuilder): void {
  site.wall([at(10, 24), at(18, 24)], secure);
  site.wall([at(18, 24), at(20.5, 24)], secure, [['door', 1.25, 1]]);
  site.wall([at(20.5, 24), at(28, 24)], secure);
  site.wall([at(28, 24), at(40, 24)], inner, [['double-door', 6, 1.82]]);
  site.wall([at(40, 24), at(50, 24)], inner, [['door', 2, 0.91]]);
  site.wall([at(18, 24), at(18, 31)], secure, [['door', 4, 0.91]]);
  site.wall([at(18, 31), at(18, 44)], secure, [['door', 4, 0.91]]);
  site.wall([at(20.5, 24), at(20.5, 32)], secure, [['door', 2.5, 0.91, { swing: 'right' }]]);
  site.wall([at(20.5, 32), at(20.5, 44)], secure, [['door', 6, 0.91, { swing: 'right' }]]);
  site.wall([at(28, 24), at(28, 32)], secure);
  site.wall([at(28, 32), at(28, 36)], secure);
  site.wall([at(20.5, 32), at(28, 32)], secure);
  site.wall([at(10, 31), at(18, 31)], secure);
  site.wall([at(40, 24), at(40, 31)], inner);
  site.wall([at(40, 31), at(40, 36)], inner, [['door', 2.5, 0.91, { swing: 'right' }]]);
  site.wall([at(40, 31), at(50, 31)], inner);
}
