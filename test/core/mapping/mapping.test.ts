import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mappedFields, mappedKinds } from '../../../core/mapping/mapped-fields.ts';
import {
  type Mapping,
  type MappingRule,
  mappingOf,
  mappingSchema,
  readMapping,
  writeMapping,
} from '../../../core/mapping/mapping.ts';

const withRules = (...rules: readonly unknown[]) =>
  JSON.stringify({ sallyport: 'mapping', version: 1, rules });
const fields = (becomes: string, given: object) => withRules({ becomes, fields: given });
const rule = (more: object) => withRules({ becomes: 'building', ...more });
const advice = ' Correct it, as docs/mapping.md shows.';

test.each<readonly [string, string, string]>([
  [
    'cut short',
    '{"sallyport":"mapping"',
    `This mapping is not JSON: it is cut short, or has something that JSON does not allow.${advice.replace(' it, as', ' it, as')}`,
  ],
  ['of something else', '[]', 'This is no mapping: it does not begin with'],
  ['without a version', '{"sallyport":"mapping","rules":[]}', 'This is no mapping: it does not begin with'],
  [
    'of a newer program',
    '{"sallyport":"mapping","version":2,"rules":[{"becomes":"moat"}]}',
    'This mapping is of version 2, and the newest known here is 1. Use a newer Sallyport, or write it in version 1.',
  ],
  [
    'of no version',
    '{"sallyport":"mapping","version":0,"rules":[]}',
    `In this mapping, "version" must be 1.${advice}`,
  ],
  ['without rules', withRules(), 'This mapping has no rules, so that it says nothing.'],
  ['with rules of another sort', withRules(1), `In this mapping, rule 1 must be an object, not 1.${advice}`],
  [
    'with an unknown kind',
    withRules({ becomes: 'house' }),
    'In this mapping, rule 1, "becomes" must be a kind (',
  ],
  [
    'with a kind of no file',
    withRules({ becomes: 'sheet' }),
    'In this mapping, rule 1, "becomes" must be a kind (',
  ],
  [
    'with a value of nothing',
    rule({ value: 3 }),
    `In this mapping, rule 1, "value" says nothing without "attribute": name the attribute that has it.${advice}`,
  ],
  [
    'with a value that is none',
    rule({ attribute: 'a', value: null }),
    `In this mapping, rule 1, "value" must be a text, a number, true or false.${advice}`,
  ],
  [
    'with an unknown word',
    rule({ x: 1 }),
    `In this mapping, rule 1 has a field that is not known: "x".${advice}`,
  ],
  [
    'with an unknown geometry',
    rule({ geometry: 'circle' }),
    `In this mapping, rule 1, "geometry" must be one of "point", "line", "polygon".${advice}`,
  ],
  [
    'with an unknown field',
    fields('building', { hight: { attribute: 'h' } }),
    `In this mapping, rule 1, "fields.hight" is no field of building that can be given: use tag, state, notes, name, height.${advice}`,
  ],
  [
    'with a field that the geometry says',
    fields('building', { ring: { attribute: 'h' } }),
    'In this mapping, rule 1, "fields.ring" is no field of building that can be given',
  ],
  [
    'with a name that every object has',
    fields('building', { toString: { attribute: 'h' } }),
    'In this mapping, rule 1, "fields.toString" is no field of building that can be given',
  ],
  [
    'with a source that is misspelt',
    fields('building', { height: { attribut: 'h' } }),
    'In this mapping, rule 1, "fields.height" must be {"attribute": NAME}',
  ],
  [
    'with a measure that is none',
    fields('building', { height: { value: 'high' } }),
    `In this mapping, rule 1, "fields.height" is no length that a building can have: correct its "value".${advice}`,
  ],
  [
    'with a length of nothing',
    fields('building', { height: { value: 0 } }),
    'In this mapping, rule 1, "fields.height" is no length that a building can have',
  ],
  [
    'with an unknown word of a field',
    fields('fence', { type: { value: 'wire' } }),
    `In this mapping, rule 1, "fields.type" must be one of chain-link, ornamental, palisade, mesh, solid.${advice}`,
  ],
  [
    'with a unit of what has none',
    fields('building', { name: { attribute: 'n', unit: 'ft' } }),
    `In this mapping, rule 1, "fields.name" is no length, so that it has no "unit": take it out.${advice}`,
  ],
  [
    'with fields of what is left out',
    fields('left-out', { name: { attribute: 'n' } }),
    `In this mapping, rule 1, "fields" say nothing where "becomes" is "left-out": take them out.${advice}`,
  ],
  [
    'with a second rule at fault',
    withRules({ becomes: 'wall' }, { becomes: 'wall', attribute: '' }),
    'In this mapping, rule 2, "attribute" must have at least 1 characters',
  ],
  [
    'with too many rules',
    withRules(...Array(501).fill({ becomes: 'wall' })),
    'In this mapping, "rules" must have at most 500 entries',
  ],
  ['that is too deep', '['.repeat(1000), 'This mapping '],
  ['that is too long', ' '.repeat(1_000_001), 'This mapping is larger than 1 MB. Make it shorter.'],
])('a mapping %s is refused in a sentence', (_, text, sentence) => {
  const read = readMapping(text);
  if (read.ok) throw new Error('It was read.');
  expect(read.error.message.slice(0, sentence.length)).toBe(sentence);
  expect(read.error.message).toMatch(/^[^\n]*\.$/);
});

test('a text of any sort is read or refused, and never throws', () => {
  fc.assert(
    fc.property(fc.json(), fc.anything({ withNullPrototype: true }), (text, value) => {
      readMapping(text);
      readMapping(JSON.stringify({ sallyport: 'mapping', version: 1, rules: [value] }) ?? '');
      mappingSchema.safeParse({ sallyport: 'mapping', version: 1, rules: value });
    }),
    { seed: 14, numRuns: 500 },
  );
});

const sources = (name: string, sort: string, choices: readonly string[]) => {
  const attribute = fc.string({ minLength: 1, maxLength: 20 }).map((each) => ({ attribute: each }));
  const fixed = fc.constantFrom(...(choices.length > 0 ? choices : ['N', '12']));
  const unit = fc.constantFrom('m', 'cm', 'ft', 'storeys');
  if (sort === 'length') return fc.tuple(attribute, unit).map(([each, of]) => ({ ...each, unit: of }));
  return name === 'direction' || sort === 'text' || sort === 'choice'
    ? fc.oneof(
        attribute,
        fixed.map((value) => ({ value })),
      )
    : attribute;
};

const rules = fc.constantFrom(...mappedKinds).chain((kind) =>
  fc.record(
    {
      attribute: fc.string({ minLength: 1, maxLength: 20 }),
      geometry: fc.constantFrom('point', 'line', 'polygon'),
      becomes: fc.constant(kind),
      fields: fc.record(
        Object.fromEntries(
          mappedFields[kind].map(({ name, sort, choices }) => [name, sources(name, sort, choices)]),
        ),
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['becomes'] },
  ),
);

test('what is written is read as the same mapping', () => {
  fc.assert(
    fc.property(fc.array(rules, { minLength: 1, maxLength: 5 }), (list) => {
      const mapping: Mapping = mappingOf(list as readonly MappingRule[]);
      expect(readMapping(writeMapping(mapping))).toEqual({ ok: true, value: mapping });
    }),
    { seed: 11, numRuns: 200 },
  );
});
