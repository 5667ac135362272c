import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClipboard, writeClipboard } from '../../../core/codec/clipboard.ts';
import { FORMAT } from '../../../core/plan/format.ts';
import { fragmentOf } from '../../../core/plan/parts/fragment.ts';
import { granted, record, siteFloor, testId, testPlan } from '../../support/plan-builder.ts';

const wall = record('wall');
const door = record('opening');
const camera = record('camera', { tag: 'C-01', mountedOn: wall.id });
const fragment = fragmentOf(testPlan(wall, door, camera), [wall.id, camera.id]);
const text = granted(writeClipboard(fragment));
const withRecords = (records: unknown, format: unknown = FORMAT) =>
  `{"sallyport":"clipboard","format":${JSON.stringify(format)},"records":${JSON.stringify(records)}}`;
const messageOf = (given: string) => {
  const read = readClipboard(given);
  return read.ok ? null : read.error.message;
};

describe('copied records', () => {
  test('come back as they were, the openings of a wall with it, and the ground they name', () => {
    expect(granted(readClipboard(text))).toEqual(fragment);
    expect(fragment.records.map(({ id }) => id).sort()).toEqual([camera.id, door.id, wall.id].sort());
    expect(fragment.ground.map(({ id }) => id)).toEqual([siteFloor, testId('layer')]);
  });

  test('more than the clipboard carries are refused with their number', () => {
    const many = Array.from({ length: 20_001 }, (_, index) => record('post', { id: index + 1 }));
    expect(writeClipboard({ records: many, ground: [], groups: [] })).toMatchObject({
      ok: false,
      error: { reason: 'too-large', message: expect.stringContaining('20,001 records') },
    });
  });
});

describe('a text from elsewhere', () => {
  test.each([
    ['a word', 'Hello'],
    ['nothing', ''],
    ['JSON of another program', '{"type":"excalidraw/clipboard","elements":[]}'],
    ['ours behind something else', ` ${text}`],
  ])('%s is not ours', (_, given) => {
    expect(messageOf(given)).toBe(
      'The clipboard holds nothing that was copied from a plan: copy records first.',
    );
  });

  test.each([
    ['cut off', text.slice(0, -5), /its text is not complete/],
    ['of a newer format', withRecords([], FORMAT + 1), /newer version/],
    ['of no format', withRecords([], 'one'), /format is not known/],
    ['without a list', withRecords({}), /no list of records/],
    ['with a field that does not exist', withRecords([{ ...wall, script: 'x' }]), /is not valid/],
    ['with a kind that does not exist', withRecords([{ id: 'tank:1' }]), /kind that does not exist/],
    ['with one id twice', withRecords([wall, wall]), /two records with the id/],
    ['with endless numbers', withRecords([wall]).replace('"y":0', '"y":1e400'), /is not valid/],
    ['with a prototype', withRecords([wall]).replace('{"id"', '{"__proto__":{},"id"'), /is not valid/],
    ['with values that are no records', withRecords([null, 5, 'x']), /no usable id/],
    [
      'too deep',
      withRecords(0).replace(/0}$/, `${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
      /more than 100 deep/,
    ],
  ])('%s is refused with a sentence', (_, given, sentence) => {
    expect(messageOf(given)).toMatch(sentence);
    expect(messageOf(given)).toMatch(/^The clipboard .*\.$/);
  });

  test('settings and sheets in it are left out', () => {
    const read = granted(readClipboard(withRecords([record('settings'), record('sheet'), wall])));
    expect(read).toEqual({ records: [wall], ground: [], groups: [] });
  });

  test('changed anywhere, it is read or refused and never throws', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.string({ maxLength: 3 }), (at, put) => {
        const read = readClipboard(text.slice(0, at) + put + text.slice(at + 1));
        expect(typeof read.ok).toBe('boolean');
      }),
      { seed: 20_261_124, numRuns: 500 },
    );
  });
});
