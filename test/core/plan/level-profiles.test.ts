import { describe, expect, test } from 'vitest';
import { levelOf, levelProfileOf, profilesOf } from '../../../core/catalogue/level-profiles.ts';
import { setSettings } from '../../../core/operations/set-settings.ts';
import { checkIntegrity, describeProblem } from '../../../core/plan/integrity.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { settingsOf } from '../../../core/plan/plan.ts';
import { testPlan } from '../../support/plan-builder.ts';

type Settings = RecordOf<'settings'>;
const plain = settingsOf(testPlan());
const level = (key: string, pixelsPerMetre: number) => ({ key, name: key, letter: 'X', pixelsPerMetre });
const own = {
  id: 'agency',
  title: 'Agency',
  source: 'Directive 7',
  edition: '',
  levels: [level('far', 20), level('near', 200)],
};
const problems = (fields: Partial<Settings>) =>
  checkIntegrity(testPlan({ ...plain, ...fields })).map(({ field, reason }) => `${field}: ${reason}`);

describe('the profiles of levels of a plan', () => {
  test('are those that are built in and its own, whose levels come in order', () => {
    const settings = { ...plain, ownProfiles: [own], levelProfile: 'agency' };
    expect(problems(settings)).toEqual([]);
    expect(
      profilesOf(settings)
        .map(({ id }) => id)
        .at(-1),
    ).toBe('agency');
    expect(levelProfileOf(settings).levels.map(({ key }) => key)).toEqual(['near', 'far']);
    expect(levelOf(settings, 'near')?.pixelsPerMetre).toBe(200);
    expect(levelOf(settings, 'identify')).toBeNull();
  });

  test.each<[string, Partial<Settings>, string]>([
    ['one that it lacks', { levelProfile: 'agency' }, 'levelProfile: no-such-profile'],
    ['two of one name', { ownProfiles: [own, own] }, 'ownProfiles: profiles-of-one-name'],
    [
      'one named as one that is built in',
      { ownProfiles: [{ ...own, id: 'iec-62676-4-2025' }] },
      'ownProfiles: profiles-of-one-name',
    ],
    [
      'two levels of one name',
      { ownProfiles: [{ ...own, levels: [level('far', 20), level('far', 30)] }] },
      'ownProfiles: levels-of-one-name',
    ],
  ])('refuse %s, in a plan and as an edit', (_, fields, problem) => {
    expect(problems(fields)).toEqual([problem]);
    expect(setSettings(testPlan(), fields)).toEqual({ ok: false, error: 'invalid-record' });
    const [found] = checkIntegrity(testPlan({ ...plain, ...fields }));
    expect(found && describeProblem(found)).toMatch(/^The record settings:plan (names|has) .*\.$/);
  });
});
