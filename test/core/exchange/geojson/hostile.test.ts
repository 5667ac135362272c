import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOfGeojson } from '../../../../core/exchange/geojson/plan-of-geojson.ts';
import { type Kind, planKinds } from '../../../../core/plan/kinds/index.ts';
import { Random } from '../../../../core/reference/random.ts';

const random = new Random(7);
const setup = { name: 'Test', newId: () => random.uuid() };
const at = { type: 'Point', coordinates: [1, 2] };

function collection(...features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', coordinates: 'plan-metres', features }, null, 1);
}

function feature(properties: unknown, geometry: unknown = at) {
  return { type: 'Feature', geometry, properties };
}

function refusal(text: string): string {
  const read = planOfGeojson(text, setup);
  return read.ok ? 'it was read' : read.error.message;
}

function remarksOf(text: string): readonly string[] {
  const read = planOfGeojson(text, setup);
  return read.ok ? read.value.remarks : [`Refused: ${read.error.message}`];
}

describe('what is no number', () => {
  test.each([
    ['NaN', '[NaN, 2]', 'NaN'],
    ['Infinity', '[1, -Infinity]', 'Infinity'],
  ])('%s is named with its line', (_name, coordinates, word) => {
    const text = collection(feature({ kind: 'camera', notes: 'NaN and "Infinity" in words' })).replace(
      /\[\s*1,\s*2\s*\]/,
      coordinates,
    );
    const line = text.slice(0, text.indexOf(coordinates)).split('\n').length;
    expect(refusal(text)).toBe(
      `This file has ${word} in line ${line}, which is no number in GeoJSON. Correct it in the source.`,
    );
  });

  test('a number beyond all bounds, which JSON reads as infinite, is named with its feature', () => {
    const text = collection(feature({ kind: 'camera' })).replace(/\[\s*1,/, '[1e999,');
    expect(remarksOf(text)).toContain('Left out: feature 1 (a position that is not two numbers).');
  });
});

describe('what is nearly JSON', () => {
  const text = collection(feature({ kind: 'camera', notes: 'a // "b" /* ,] NaN' }));
  test.each([
    [
      'a comment to the end of a line',
      text.replace('"features"', '// here\n"features"'),
      'a comment in line 4',
    ],
    ['a comment', `/* all */${text}`, 'a comment in line 1'],
    [
      'a comma after the last feature',
      text.replace(/\]\n\}$/, ',\n]\n}'),
      'a comma before a closing bracket in line',
    ],
    [
      'a comma after the last member',
      text.replace(/\n\}$/, ', }'),
      'a comma before a closing bracket in line',
    ],
  ])('%s is told', (_name, nearly, sentence) => {
    expect(nearly).not.toBe(text);
    expect(refusal(nearly)).toContain(`This file has ${sentence}`);
    expect(refusal(nearly)).toContain('which JSON does not allow.');
  });

  test.each(['var x = ', 'const sites=', 'export default ', 'window.data = ', 'callback('])(
    '%s is a script',
    (start) => {
      expect(refusal(`${start}${text};`)).toMatch(
        /^This file is a script with GeoJSON in it, not GeoJSON alone\. Take out/,
      );
    },
  );
});

test('a text that is cut short is refused, wherever that is', () => {
  const text = collection(feature({ kind: 'camera', notes: 'a "quoted" \\ word' }));
  for (let length = 1; length < text.length; length += 1) {
    expect(refusal(text.slice(0, length))).toBe(
      'This file is not GeoJSON: it is cut short, or not JSON at all. Export it again from its source.',
    );
  }
});

test('a feature that breaks a rule between records is named by its number', () => {
  const gone = { kind: 'opening', wall: `wall:${random.uuid()}`, offset: 1 };
  expect(remarksOf(collection(feature({ kind: 'camera' }), feature(gone)))).toEqual([
    'Left out: feature 2 (it refers to a record that does not exist, field "wall").',
  ]);
});

test('a kind that is no text is counted', () => {
  const read = planOfGeojson(collection(feature({ kind: { toString: 1 } }), feature({ kind: [[7]] })), setup);
  expect(read.ok && read.value.remarks).toEqual([
    expect.stringMatching(/^Nothing of this file is drawn: /),
    'Not understood: kind that is not a text (2 ×).',
  ]);
});

test('features of any content are read or refused, and nothing is thrown', () => {
  const kinds = Object.keys(planKinds) as readonly Kind[];
  const names = [...new Set(kinds.flatMap((kind) => Object.keys(planKinds[kind].schema.shape)))];
  const hostile = fc.constantFrom<unknown>(
    { toString: 1, valueOf: 1 },
    [[]],
    '',
    -1,
    null,
    1e300,
    '__proto__',
  );
  const value = fc.oneof(hostile, fc.jsonValue());
  const fields = fc.dictionary(fc.constantFrom(...names, 'building', 'barrier', 'highway', 'height'), value, {
    maxKeys: 5,
  });
  const kind = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>(...kinds) }, value);
  const place = fc.tuple(
    fc.double({ min: -9, max: 9, noNaN: true }),
    fc.double({ min: -9, max: 9, noNaN: true }),
  );
  const geometry = fc.oneof(
    fc.record({ type: fc.constant('Point'), coordinates: place }),
    fc.record({
      type: fc.constant('LineString'),
      coordinates: fc.array(place, { minLength: 2, maxLength: 4 }),
    }),
    fc.record({
      type: fc.constant('Polygon'),
      coordinates: fc.tuple(fc.array(place, { minLength: 4, maxLength: 6 })),
    }),
    fc.constant(null),
    fc.jsonValue(),
  );
  const features = fc.array(
    fc.tuple(kind, fields, geometry).map(([of, more, where]) => feature({ ...more, kind: of }, where)),
    { maxLength: 4 },
  );
  const property = fc.property(features, (list) => {
    const wall = feature(
      { kind: 'wall' },
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [9, 0],
        ],
      },
    );
    const read = planOfGeojson(collection(wall, ...list), setup);
    expect(read.ok || read.error.message.endsWith('.')).toBe(true);
  });
  fc.assert(property, { seed: 20261124, numRuns: 3000 });
});
