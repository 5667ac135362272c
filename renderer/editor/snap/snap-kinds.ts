/** The kinds of snap in the order in which they win; each can be switched off. */
export const snapKinds = [
  'end',
  'middle',
  'centre',
  'intersection',
  'apparent',
  'perpendicular',
  'tangent',
  'edge',
  'extension',
  'parallel',
  'ortho',
  'grid',
  'angle',
] as const;
export type SnapKind = (typeof snapKinds)[number];
export type SnapName = SnapKind | 'none';
