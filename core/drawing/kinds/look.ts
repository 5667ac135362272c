import type { PlacedKind, RecordOf } from '../../plan/kinds/index.ts';
import type { DrawItem } from '../draw-item.ts';
import type { Scene } from '../scene.ts';
import type { Sample } from './parts/sample-shapes.ts';

/** What a kind of record looks like, on the screen, on a sheet and in its legend. */
export type KindLook<K extends PlacedKind = PlacedKind> = {
  /** In plan metres, for every painter alike; what a camera sees is drawn by `drawCoverage`. */
  readonly draw: (record: RecordOf<K>, scene: Scene) => DrawItem[];
  /** What lies on the ground is beneath what cameras see: the coverage is painted over it and under all else. */
  readonly lies: 'on-ground' | 'above-coverage';
  /** Whether it shows where things stand when its floor lies beneath the shown one: not what would be taken for that one's. */
  readonly isGhosted: boolean;
  /** Whether its state is marked on its sides, as of what has no tag to be marked at. */
  readonly isMarked: boolean;
  /** Whether its label is a tag, or its name; lower ranks choose their place first, those that a briefing speaks of. */
  readonly label: { readonly role: 'tag' | 'name'; readonly rank: number };
  /** How much labels keep off its lines; 0 for not at all. */
  readonly avoided: number;
  /** How it stands in the legend; null for what explains itself. */
  readonly legend: Sample<K> | null;
};
