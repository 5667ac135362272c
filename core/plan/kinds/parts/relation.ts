/*  Relations that several kinds have; what the words mean is said where they are read, in `plan/relations.ts`.  */

export const ground = {
  holds: 'name',
  onMove: 'stays',
  onDelete: 'forbids',
  onCopy: 'stays',
  onFloor: 'stays',
  without: 'keeps',
  beside: 'keeps',
  isShown: 'without',
  looksBy: false,
} as const;

export const inGroup = { ...ground, to: ['group'], onDelete: 'lets-go', without: 'lets-go' } as const;

/** Of every record that has a place on a floor and a layer. */
export const placed = {
  floor: { ...ground, to: ['floor'] },
  layer: { ...ground, to: ['layer'] },
  phase: { ...ground, to: ['phase'] },
  group: inGroup,
} as const;

/** On or by another record, and there without it too. */
export const by = {
  holds: 'name',
  onMove: 'goes-along',
  onDelete: 'lets-go',
  onCopy: 'stays',
  onFloor: 'stays',
  without: 'lets-go',
  beside: 'lets-go',
  isShown: 'without',
  looksBy: false,
} as const;

/** The points of a note on records of some kinds; what lets go of them leaves them where they are. */
export function pointsOf<K extends string>(kinds: readonly K[]) {
  return {
    ...by,
    holds: 'points',
    to: kinds,
    onMove: 'is-placed-by-it',
    onFloor: 'comes-with-all',
    isShown: 'with-one',
    looksBy: true,
  } as const;
}
