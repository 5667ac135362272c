import { describe, expect, test } from 'vitest';
import { decodePlan } from '../../../core/codec/plan-file.ts';
import { importFile } from '../../../electron/files/import-plan.ts';
import { textOfMap } from '../../../electron/files/map-text.ts';
import { mostRead } from '../../../electron/files/most-read.ts';
import { alteredEntries } from '../../support/broken-plan-files.ts';
import { idSource } from '../../support/plan-builder.ts';

const newId = idSource(1);
const uuid = () => newId('wall').slice('wall:'.length);
const text = JSON.stringify({
  type: 'FeatureCollection',
  coordinates: 'plan-metres',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'text', text: 'Zufahrt Süd' },
      geometry: { type: 'Point', coordinates: [0, 0] },
    },
  ],
});
const bigEndian = (words: string) => Buffer.from(words, 'utf16le').swap16();
const marked = (mark: readonly number[], bytes: Uint8Array) => Buffer.concat([Buffer.from(mark), bytes]);

describe('a GeoJSON file', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', marked([0xef, 0xbb, 0xbf], Buffer.from(text))],
  ])('in %s is read to the letter', async (_name, bytes) => {
    const read = await importFile(bytes, 'map.geojson', uuid);
    if (!read.ok) throw new Error(read.error.message);
    expect([...read.value.plan.tables.text.values()].map((each) => each.text)).toEqual(['Zufahrt Süd']);
    expect(textOfMap(bytes)).toEqual({ ok: true, value: { text, remarks: [] } });
    expect(read.value.remarks).toEqual([]);
  });

  const utf16 = 'This file is UTF-16 and not UTF-8, as GeoJSON is: it was read as UTF-16.';
  const windows =
    'This file is not UTF-8, as GeoJSON is: it was read as Windows-1252 (Western European). Look whether names are right.';
  const western = (words: string) =>
    Buffer.from(words.replaceAll('–', '\u0096').replaceAll('€', '\u0080'), 'latin1');

  test.each([
    ['Windows-1252', western, windows],
    ['UTF-16', (words: string) => Buffer.from(words, 'utf16le'), utf16],
    ['UTF-16 with a mark', (words: string) => marked([0xff, 0xfe], Buffer.from(words, 'utf16le')), utf16],
    ['UTF-16 the other way', bigEndian, utf16],
    ['UTF-16 the other way, with a mark', (words: string) => marked([0xfe, 0xff], bigEndian(words)), utf16],
  ])('in %s is read to the letter and it is said, on both roads', async (_name, encode, remark) => {
    const words = text.replace('Zufahrt Süd', 'Straße – Übergang Süd 5 €');
    const bytes = encode(words);
    const read = await importFile(bytes, 'map.geojson', uuid);
    if (!read.ok) throw new Error(read.error.message);
    expect([...read.value.plan.tables.text.values()].map((each) => each.text)).toEqual([
      'Straße – Übergang Süd 5 €',
    ]);
    expect(read.value.remarks).toEqual([remark]);
    expect(textOfMap(bytes)).toEqual({ ok: true, value: { text: words, remarks: [remark] } });
  });

  test.each([
    [
      'UTF-8 that is damaged',
      Buffer.concat([Buffer.from(text), Buffer.from([0xfc])]),
      'This file is UTF-8 that is damaged or cut short: letters would be lost.',
    ],
    [
      'no encoding that is read',
      Buffer.from(text.replace('ü', '\u0081'), 'latin1'),
      'This file is neither UTF-8 nor Windows-1252: letters would be lost.',
    ],
    [
      'UTF-16 that is cut',
      Buffer.from(text, 'utf16le').subarray(0, -1),
      'This file is UTF-16 that is damaged or cut short.',
    ],
  ])('in %s is refused with what to do, on both roads', async (_name, bytes, sentence) => {
    for (const read of [await importFile(bytes, 'map.geojson', uuid), textOfMap(bytes)]) {
      const message = read.ok ? 'It was read.' : read.error.message;
      expect(message).toBe(
        `${sentence} Save it as UTF-8 in the program that it comes from, and choose it again.`,
      );
    }
  });

  test.each([
    ['a separator before each text', `\u001e${JSON.stringify(JSON.parse(text).features[0])}\n`, null],
    ['a comment', `// exported\n${text}`, /^This file has a comment in line 1, /],
    ['a name', `var map = ${text};`, /^This file is a script with GeoJSON in it/],
    ['a call', `show(${text})`, /^This file is a script with GeoJSON in it/],
    ['other words', 'Zufahrt', /neither a Sallyport plan file nor GeoJSON|not a plan file/],
  ])('that begins with %s is read, or told what it is', async (_name, words, sentence) => {
    const read = await importFile(Buffer.from(words), 'map.geojson', uuid);
    if (sentence === null) expect(read).toMatchObject({ ok: true });
    else expect(read).toMatchObject({ ok: false, error: { message: expect.stringMatching(sentence) } });
  });
});

test('whatever its letters are, a file that is too large is told so', () => {
  const large = new Uint8Array(mostRead.geojson + 1);
  large[0] = 0x7b;
  expect(textOfMap(large)).toMatchObject({ ok: false, error: { code: 'too-large' } });
});

describe('a plan file whose hashes are right', () => {
  const decoded = (name: string, bytes: (content: string) => string | Uint8Array) => {
    const plan = decodePlan(alteredEntries(name, bytes, 'right'));
    return plan.ok ? 'It was read.' : plan.error.message;
  };
  const named = (content: string) => content.replace(/"name":\s*"[^"]*"/, '"name":"Süd"');

  test.each([
    ['plan.json', 'The records of this plan file are not UTF-8. Ask for the file again.'],
    ['site.json', 'The plan file is incomplete. Ask for the file again.'],
  ])('and whose %s is Latin-1 is refused', (name, sentence) => {
    expect(decoded(name, named)).toBe('It was read.');
    expect(decoded(name, (content) => Buffer.from(named(content), 'latin1'))).toBe(sentence);
  });
});
