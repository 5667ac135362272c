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
    expect(textOfMap(bytes)).toEqual({ ok: true, value: text });
  });

  test.each([
    ['Latin-1', Buffer.from(text, 'latin1'), 'This file is not UTF-8, as GeoJSON is: letters would be lost.'],
    ['UTF-8 that is cut', Buffer.from(text).subarray(0, text.indexOf('ü') + 1), 'This file is not UTF-8'],
    ['UTF-16', Buffer.from(text, 'utf16le'), 'This file is UTF-16 and not UTF-8.'],
    ['UTF-16 with a mark', marked([0xff, 0xfe], Buffer.from(text, 'utf16le')), 'This file is UTF-16'],
    ['UTF-16 the other way', bigEndian(text), 'This file is UTF-16'],
    ['UTF-16 the other way, with a mark', marked([0xfe, 0xff], bigEndian(text)), 'This file is UTF-16'],
  ])('in %s is refused with what to do, on both roads', async (_name, bytes, sentence) => {
    for (const read of [await importFile(bytes, 'map.geojson', uuid), textOfMap(bytes)]) {
      const message = read.ok ? 'It was read.' : read.error.message;
      expect(message.startsWith(sentence)).toBe(true);
      expect(message).toMatch(/Save it as UTF-8 in the program that it comes from, and choose it again\.$/);
    }
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
