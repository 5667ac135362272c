import { expect, test } from 'vitest';
import { wallTypes } from '../../../../core/catalogue/wall-types.ts';
import { planKinds } from '../../../../core/plan/kinds/index.ts';
import { armedTypeKey, armedWall, withType } from '../../../../renderer/panels/tool-options/armed-wall.ts';

test('with nothing chosen the next wall has the defaults of the plan, and they are of a type', () => {
  const { thickness, height, material, alignment } = planKinds.wall.defaults;
  expect(armedWall({})).toEqual({ thickness, height, material, alignment });
  expect(armedTypeKey(armedWall({}))).toBe('structural');
});

test('a type brings its thickness, height and material and leaves the side alone', () => {
  const left = { ...armedWall({}), alignment: 'left' } as const;
  expect(withType(left, 'glass')).toEqual({
    thickness: 0.1,
    height: null,
    material: 'glass',
    alignment: 'left',
  });
  expect(wallTypes.map(({ key }) => armedTypeKey(withType(left, key)))).toEqual(
    wallTypes.map(({ key }) => key),
  );
});

test('values of no type are of none', () => {
  expect(armedTypeKey({ ...armedWall({}), thickness: 0.37 })).toBeNull();
  expect(withType(armedWall({}), 'no such type')).toEqual(armedWall({}));
});
