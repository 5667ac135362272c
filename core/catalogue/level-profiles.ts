import type { Level } from '../geometry/camera-footprint.ts';
import type { RecordOf } from '../plan/kinds/index.ts';

/** A named pixel density; `letter` stands on what has it, one or two characters. */
export type NamedLevel = Level & { readonly name: string; readonly letter: string };

/** A set of named pixel densities, px/m across on a plane square to the view, and where they come from. */
export type LevelProfile = {
  readonly id: string;
  /** As it stands on a plan. */
  readonly title: string;
  readonly source: string;
  /** What there is to know about this edition; empty for nothing. */
  readonly edition: string;
  /** From the finest to the coarsest. */
  readonly levels: readonly NamedLevel[];
};

const level = (key: string, name: string, letter: string, pixelsPerMetre: number): NamedLevel => ({
  key,
  name,
  letter,
  pixelsPerMetre,
});

const identify = level('identify', 'Identify', 'I', 250);
const recognise = level('recognise', 'Recognise', 'R', 125);
const detect = level('detect', 'Detect', 'D', 25);

/** The profiles that every plan may choose. Figures: docs/coverage.md. */
export const builtInProfiles = [
  {
    id: 'iec-62676-4-2014',
    title: 'IEC/EN 62676-4:2014',
    source: 'IEC/EN 62676-4:2014',
    edition: 'Superseded by the edition of 2025. Observe at 62.5 px/m, as 16 mm a pixel.',
    levels: [identify, recognise, level('observe', 'Observe', 'O', 62.5), detect],
  },
  {
    id: 'iec-62676-4-2014-63',
    title: 'IEC/EN 62676-4:2014, Observe at 63 px/m',
    source: 'IEC/EN 62676-4:2014',
    edition: 'Superseded by the edition of 2025. Observe rounded to 63 px/m, as some makers have it.',
    levels: [identify, recognise, level('observe', 'Observe', 'O', 63), detect],
  },
  {
    id: 'iec-62676-4-2025',
    title: 'IEC 62676-4:2025 (check your copy)',
    source: 'IEC 62676-4:2025, figures from secondary sources: check your copy',
    edition: 'Published in October 2025. The text itself was not read: check these figures with your copy.',
    levels: [
      level('scrutinise', 'Scrutinise', 'S', 1500),
      level('validate', 'Validate', 'V', 500),
      level('characterise', 'Characterise', 'C', 250),
      level('perceive', 'Perceive', 'P', 125),
      level('discern', 'Discern', 'D', 80),
      level('outline', 'Outline', 'Ou', 40),
      level('overview', 'Overview', 'Ov', 20),
    ],
  },
] as const satisfies readonly LevelProfile[];

type Settings = Pick<RecordOf<'settings'>, 'levelProfile' | 'ownProfiles'>;

/** The profiles that a plan may choose: those that are built in, and its own. */
export const profilesOf = ({ ownProfiles }: Pick<Settings, 'ownProfiles'>): readonly LevelProfile[] => [
  ...builtInProfiles,
  ...ownProfiles.map(inOrder),
];

/** The profile that a plan has chosen, its levels from the finest to the coarsest. A sound plan has the one it names. */
export function levelProfileOf(settings: Settings): LevelProfile {
  const profile = profilesOf(settings).find(({ id }) => id === settings.levelProfile);
  if (!profile)
    throw new Error('The plan names a level profile that it lacks: it was not checked before use.');
  return profile;
}

/** The level of a key in the profile of a plan; null where that has none such. */
export function levelOf(settings: Settings, key: string): NamedLevel | null {
  return levelProfileOf(settings).levels.find((each) => each.key === key) ?? null;
}

function inOrder(profile: LevelProfile): LevelProfile {
  const levels = profile.levels.toSorted((one, other) => other.pixelsPerMetre - one.pixelsPerMetre);
  return { ...profile, levels };
}
