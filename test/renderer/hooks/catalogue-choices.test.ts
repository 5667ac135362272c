import { expect, test } from 'vitest';
import { parseChoices, withFavourite, withUsed } from '../../../renderer/hooks/catalogue-choices.ts';

const none = { recent: [], favourites: [] };

test('choices come back from their setting; missing or broken ones are none', () => {
  const choices = { recent: ['camera/a'], favourites: ['post/b', 'area/c'] };
  expect(parseChoices(JSON.stringify(choices))).toEqual(choices);
  const tooMany = { recent: Array.from({ length: 9 }, (_, index) => `${index}`), favourites: [] };
  for (const stored of [undefined, '', '{', 'null', '{"recent":[1]}', JSON.stringify(tooMany)])
    expect(parseChoices(stored)).toEqual(none);
});

test('the last eight that were used are kept, the newest first; one of them used again keeps its place', () => {
  const used = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].reduce(withUsed, none);
  expect(used.recent).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'b']);
  expect(withUsed(used, 'e')).toBe(used);
});

test('a favourite is kept once until it is let go', () => {
  const kept = withFavourite(withFavourite(withFavourite(none, 'a', true), 'b', true), 'a', true);
  expect(kept.favourites).toEqual(['b', 'a']);
  expect(withFavourite(kept, 'b', false).favourites).toEqual(['a']);
});
