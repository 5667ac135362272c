import { expect, test } from 'vitest';
import { levelProfileOf } from '../../../../core/catalogue/level-profiles.ts';
import { readLevelProfile } from '../../../../core/catalogue/read-level-profile.ts';
import { setSettings } from '../../../../core/operations/set-settings.ts';
import { applyDiff } from '../../../../core/plan/diff.ts';
import { settingsOf } from '../../../../core/plan/plan.ts';
import { withProfile } from '../../../../renderer/panels/inspector/own-profiles.ts';
import { granted, testPlan } from '../../../support/plan-builder.ts';

const profile = (title: string, id = 'gates') => {
  const head = { sallyport: 'level-profile', version: 1, id, title, source: 'Directive 12' };
  const levels = [{ key: 'plate', name: 'Read a plate', letter: 'P', pixels: 130, across: 0.52 }];
  const read = granted(readLevelProfile(JSON.stringify({ ...head, levels })));
  return { ...read, levels: [...read.levels] };
};

test('a profile comes into the plan and is chosen by one change', () => {
  const plan = testPlan();
  const { fields, former } = withProfile(settingsOf(plan), profile('Gates'));
  const after = settingsOf(applyDiff(plan, granted(setSettings(plan, fields))));
  expect(former).toBeNull();
  expect(levelProfileOf(after)).toMatchObject({ title: 'Gates', levels: [{ pixelsPerMetre: 250 }] });
});

test('one of the same id is replaced in its place, and its former title is told', () => {
  const ownProfiles = [profile('Gates'), profile('Yards', 'yards')];
  const { fields, former } = withProfile({ ownProfiles }, profile('Gates, second issue'));
  expect(former).toBe('Gates');
  expect(fields).toEqual({
    levelProfile: 'gates',
    ownProfiles: [profile('Gates, second issue'), profile('Yards', 'yards')],
  });
});
