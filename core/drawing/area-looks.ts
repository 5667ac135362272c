import type { RecordOf } from '../plan/kinds/index.ts';
import type { InkToken } from './draw-item.ts';

export type AreaLook = {
  readonly ink: InkToken;
  readonly opacity: number;
  readonly pattern: 'solid' | 'hatch';
  /** What the area is called when it has no name of its own. */
  readonly title: string;
};

/** Colour, strength and pattern of each use of an area; a room has none. */
export const areaLooks: { readonly [U in RecordOf<'area'>['use']]: AreaLook } = {
  restricted: { ink: 'restricted', opacity: 0.1, pattern: 'solid', title: 'Restricted area' },
  controlled: { ink: 'accent', opacity: 0.06, pattern: 'solid', title: 'Controlled area' },
  public: { ink: 'public', opacity: 0.08, pattern: 'solid', title: 'Public area' },
  'public-assembly': { ink: 'public', opacity: 0.55, pattern: 'hatch', title: 'Public assembly area' },
  'clear-zone': { ink: 'clear', opacity: 0.45, pattern: 'hatch', title: 'Clear zone' },
  room: { ink: 'thin', opacity: 0, pattern: 'solid', title: '' },
  landing: { ink: 'warn', opacity: 0.1, pattern: 'solid', title: 'Landing area' },
};
