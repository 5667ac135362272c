import { expect, test } from 'vitest';
import { z } from '../../core/schema.ts';

const shape = z.strictObject({
  name: z.string().max(3),
  size: z.number().min(0).lt(5),
  count: z.int(),
  places: z.array(z.number()).min(2),
  state: z.enum(['existing', 'removed']),
  kind: z.literal('wall'),
  top: z.discriminatedUnion('type', [z.object({ type: z.literal('ceiling') })]),
});
const sound = {
  name: 'a',
  size: 1,
  count: 1,
  places: [1, 2],
  state: 'removed',
  kind: 'wall',
  top: { type: 'ceiling' },
};

test.each([
  [{ name: 7 }, 'must be a text, not 7'],
  [{ name: undefined }, 'is missing'],
  [{ name: 'abcd' }, 'must have at most 3 characters'],
  [{ size: -1 }, 'must be at least 0'],
  [{ size: 5 }, 'must be less than 5'],
  [{ size: Number.POSITIVE_INFINITY }, 'must be a number, not Infinity'],
  [{ count: 1.5 }, 'must be a whole number, not 1.5'],
  [{ places: [1] }, 'must have at least 2 entries'],
  [{ places: 'x' }, 'must be a list'],
  [{ state: 'gone' }, 'must be one of "existing", "removed"'],
  [{ kind: 'fence' }, 'must be "wall"'],
  [{ top: { type: 'roof' } }, 'is none of those that are known'],
  [{ colour: 'red' }, 'has a field that is not known: "colour"'],
])('%j is told in plain words that go on after the name of the field', (change, words) => {
  const parsed = shape.safeParse({ ...sound, ...change });
  expect(parsed.error?.issues[0]?.message).toBe(words);
});
