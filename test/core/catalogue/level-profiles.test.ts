import { describe, expect, test } from 'vitest';
import { builtInProfiles, type LevelProfile } from '../../../core/catalogue/level-profiles.ts';
import { readLevelProfile } from '../../../core/catalogue/read-level-profile.ts';
import { builtInProfileIds } from '../../../core/plan/kinds/settings.ts';
import { readText } from '../../architecture/source-tree.ts';

const figuresOf = ({ levels }: LevelProfile) =>
  levels.map(({ name, pixelsPerMetre }) => `${name} ${pixelsPerMetre}`);

describe('the profiles that are built in', () => {
  test('have the figures of their editions', () => {
    const dori = (observe: number) => ['Identify 250', 'Recognise 125', `Observe ${observe}`, 'Detect 25'];
    expect(builtInProfiles.map(figuresOf)).toEqual([
      dori(62.5),
      dori(63),
      [
        ...['Scrutinise 1500', 'Validate 500', 'Characterise 250', 'Perceive 125'],
        ...['Discern 80', 'Outline 40', 'Overview 20'],
      ],
    ]);
    expect(builtInProfiles[2].title).toContain('check your copy');
  });

  test('are those that a plan may name', () => {
    expect(builtInProfiles.map(({ id }) => id)).toEqual(builtInProfileIds);
  });

  test.each(builtInProfiles)('$title: finest first, each level told apart, with its source', (profile) => {
    const { levels, title, source, edition } = profile as LevelProfile;
    const densities = levels.map(({ pixelsPerMetre }) => pixelsPerMetre);
    expect(densities).toEqual(densities.toSorted((a, b) => b - a));
    for (const field of ['key', 'name', 'letter', 'pixelsPerMetre'] as const)
      expect(new Set(levels.map((each) => each[field])).size).toBe(levels.length);
    expect([title, source, edition].every((text) => text.length > 5)).toBe(true);
  });
});

const read = (fields: object = {}) =>
  readLevelProfile(
    JSON.stringify({
      sallyport: 'level-profile',
      version: 1,
      id: 'agency',
      title: 'Agency',
      source: 'Directive 7',
      levels: [{ key: 'see', name: 'See', letter: 'S', pixelsPerMetre: 30 }],
      ...fields,
    }),
  );
const withLevels = (...levels: readonly object[]) =>
  read({
    levels: levels.map((level, index) => ({
      key: `k${index}`,
      name: `N${index}`,
      letter: `${index}`,
      ...level,
    })),
  });

describe('a profile of one’s own', () => {
  test('is read with its levels from the finest on', () => {
    const given = withLevels({ pixelsPerMetre: 20 }, { pixels: 130, across: 0.52 }, { pixelsPerMetre: 30.5 });
    expect(given).toEqual({
      ok: true,
      value: {
        id: 'agency',
        title: 'Agency',
        source: 'Directive 7',
        edition: '',
        levels: [
          { key: 'k1', name: 'N1', letter: '1', pixelsPerMetre: 250 },
          { key: 'k2', name: 'N2', letter: '2', pixelsPerMetre: 30.5 },
          { key: 'k0', name: 'N0', letter: '0', pixelsPerMetre: 20 },
        ],
      },
    });
    const marked = readLevelProfile(`\uFEFF${JSON.stringify({ ...JSON.parse(example), edition: 'No. 3' })}`);
    expect(marked.ok && marked.value.edition).toBe('No. 3');
  });

  test('has at most 12 levels', () => {
    const levels = Array.from({ length: 13 }, (_, index) => ({ pixelsPerMetre: index + 1 }));
    const [most, more] = [withLevels(...levels.slice(1)), withLevels(...levels)];
    expect([most.ok, more.ok ? '' : more.error.message]).toEqual([
      true,
      'In this level profile, "levels" must have at most 12 entries. Correct it, as docs/coverage.md shows.',
    ]);
  });

  test('has texts without what is no letter', () => {
    const given = read({ title: 'A\u0000B' });
    expect(given.ok && given.value.title).toBe('A\uFFFDB');
  });

  test.each<readonly [string, object, string]>([
    ['without levels', { levels: [] }, '"levels" must have at least 1 entries'],
    ['with an id of spaces', { id: 'My own' }, '"id" must be of small letters, digits and single dashes'],
    [
      'with an id that is built in',
      { id: 'iec-62676-4-2014' },
      '"id" is "iec-62676-4-2014", which is built in',
    ],
    ['without a source', { source: ' ' }, '"source" must say something'],
    ['with a title that is no text', { title: 7 }, '"title" must be a text'],
    ['with an unknown word', { colour: 'red' }, 'its top level has a field that is not known: "colour"'],
    ['of no version', { version: 0 }, '"version" must be 1'],
    ['with a level that is a number', { levels: [3] }, 'level 1 must be an object'],
  ])('%s is refused where it is wrong', (_, fields, said) => {
    const given = read(fields);
    const message = given.ok ? '' : given.error.message;
    expect(message.startsWith(`In this level profile, ${said}`)).toBe(true);
    expect(message.endsWith(' Correct it, as docs/coverage.md shows.')).toBe(true);
  });

  test.each<readonly [string, readonly object[], string]>([
    ['of no density', [{ pixelsPerMetre: 0 }], 'level 1, "pixelsPerMetre" must be at least 0.1'],
    ['of an endless density', [{ pixelsPerMetre: 1e9 }], 'level 1, "pixelsPerMetre" must be at most 100000'],
    ['of a text', [{ pixelsPerMetre: '30' }], 'level 1, "pixelsPerMetre" must be a number'],
    ['across nothing', [{ pixels: 6, across: 0 }], 'level 1, "across" must be at least 0.001'],
    ['without figures', [{}], 'level 1 must have either "pixelsPerMetre", or "pixels" and "across"'],
    ['across what', [{ pixels: 6 }], 'level 1 must have either "pixelsPerMetre", or'],
    ['of half a target', [{ pixelsPerMetre: 5, across: 1 }], 'level 1 must have either "pixelsPerMetre", or'],
    ['in two ways', [{ pixelsPerMetre: 5, pixels: 6, across: 1 }], 'level 1 must have either'],
    [
      'with a long letter',
      [{ pixelsPerMetre: 5, letter: 'ABC' }],
      'level 1, "letter" must have at most 2 characters',
    ],
    [
      'with a wrong second',
      [{ pixelsPerMetre: 5 }, { key: 'A', pixelsPerMetre: 6 }],
      'level 2, "key" must be of',
    ],
    [
      'of one density twice',
      [{ pixelsPerMetre: 5 }, { pixels: 10, across: 2 }],
      'the levels "k0" and "k1" have the same "pixelsPerMetre": 5.',
    ],
    [
      'of one letter twice',
      [
        { pixelsPerMetre: 5, letter: 'X' },
        { pixelsPerMetre: 6, letter: 'X' },
      ],
      'the levels "k1" and "k0" have the same "letter": "X".',
    ],
    [
      'of one key twice',
      [
        { pixelsPerMetre: 5, key: 'x' },
        { pixelsPerMetre: 6, key: 'x' },
      ],
      'the levels "x" and "x" have the same "key": "x".',
    ],
    [
      'of one name twice',
      [
        { pixelsPerMetre: 5, name: 'x' },
        { pixelsPerMetre: 6, name: 'x' },
      ],
      'the levels "k1" and "k0" have the same "name": "x".',
    ],
  ])('a level %s is refused where it is wrong', (_, levels, said) => {
    const given = withLevels(...levels);
    expect(given.ok ? '' : given.error.message).toContain(`In this level profile, ${said}`);
  });

  test.each([
    ['{"sallyport":"level-profile"', 'This level profile is not JSON: it is cut short'],
    ['[]', 'This is no level profile: it does not begin with'],
    ['{"sallyport":"mapping","version":1}', 'This is no level profile: it does not begin with'],
    [
      '{"sallyport":"level-profile","version":2}',
      'This level profile is of version 2, and the newest known here is 1.',
    ],
    ['['.repeat(50), 'This level profile '],
    [' '.repeat(100_001), 'This level profile is larger than 100 kB. Make it shorter.'],
  ])('what is none is refused: %.40s', (text, said) => {
    const given = readLevelProfile(text);
    expect(given.ok ? '' : given.error.message).toContain(said);
  });
});

const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readText('docs/coverage.md')) ?? [];

test('the example of the guide is one', () => {
  const given = readLevelProfile(example);
  expect(given.ok && given.value.levels.map(({ pixelsPerMetre }) => Math.round(pixelsPerMetre))).toEqual([
    427, 250, 60,
  ]);
});
