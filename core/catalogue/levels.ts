import type { Level } from '../geometry/camera-footprint.ts';
import type { RecordOf } from '../plan/kinds/index.ts';

/** A set of named pixel densities, and where they come from. */
export type LevelProfile = {
  readonly title: string;
  readonly source: string;
  /** From the finest to the coarsest; `letter` stands on the band. */
  readonly levels: readonly (Level & { readonly name: string; readonly letter: string })[];
};

/** The level profiles a plan may choose; px/m on a vertical plane at the target. */
export const levelProfiles: { readonly [P in RecordOf<'settings'>['levelProfile']]: LevelProfile } = {
  'iec-62676-4-2014': {
    title: 'IEC/EN 62676-4:2014',
    source: 'IEC/EN 62676-4:2014',
    levels: [
      { key: 'identify', name: 'Identify', letter: 'I', pixelsPerMetre: 250 },
      { key: 'recognise', name: 'Recognise', letter: 'R', pixelsPerMetre: 125 },
      { key: 'observe', name: 'Observe', letter: 'O', pixelsPerMetre: 62.5 },
      { key: 'detect', name: 'Detect', letter: 'D', pixelsPerMetre: 25 },
    ],
  },
  'iec-62676-4-2025': {
    title: 'IEC 62676-4:2025 (check your copy)',
    source: 'IEC 62676-4:2025, figures from secondary sources: check your copy',
    levels: [
      { key: 'validate', name: 'Validate', letter: 'V', pixelsPerMetre: 500 },
      { key: 'characterise', name: 'Characterise', letter: 'C', pixelsPerMetre: 250 },
      { key: 'perceive', name: 'Perceive', letter: 'P', pixelsPerMetre: 125 },
      { key: 'discern', name: 'Discern', letter: 'D', pixelsPerMetre: 80 },
      { key: 'outline', name: 'Outline', letter: 'O', pixelsPerMetre: 40 },
    ],
  },
};
