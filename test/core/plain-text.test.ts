import { expect, test } from 'vitest';
import { writeSchedule } from '../../core/codec/csv.ts';
import { contract } from '../../core/contract/contract.ts';
import { updateRecord } from '../../core/operations/update-records.ts';
import { keptText, plainLine, plainText, REPLACEMENT } from '../../core/plain-text.ts';
import { nameFrom } from '../../core/plan/names.ts';
import { parseRecord } from '../../core/plan/parse-record.ts';
import { record, testPlan } from '../support/plan-builder.ts';

const LARGEST = 0x10ffff;
/** What XML 1.0 has letters for; no other writer takes less. */
function isXmlCharacter(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return point < 0xd800 || (point > 0xdfff && point !== 0xfffe && point !== 0xffff);
}

test('every code point of Unicode is kept as one that each writer can write', () => {
  const wrong: string[] = [];
  for (let point = 0; point <= LARGEST; point++) {
    const text = `a${String.fromCodePoint(point)}b`;
    for (const kept of [keptText(text), plainText(text), plainLine(text)]) {
      const isWhole = kept.startsWith('a') && kept.endsWith('b');
      if (!isWhole || ![...kept].every((each) => isXmlCharacter(each.codePointAt(0) ?? 0))) {
        wrong.push(point.toString(16));
      }
    }
    if (keptText(keptText(text)) !== keptText(text)) wrong.push(`${point.toString(16)} again`);
  }
  expect(wrong).toEqual([]);
});

test('letters stay as they are, with what joins them and turns their direction', () => {
  const texts = [
    'Zaun',
    'Tür \u2013 Größe',
    '漢字かな',
    'سلام\u200f!',
    'नमस्ते\u200d',
    '👩\u200d🚒',
    'a\tb\nc',
    '\ufffd',
  ];
  expect(texts.map(keptText)).toEqual(texts);
});

test.each([
  ['a\0b', `a${REPLACEMENT}b`],
  ['a\x1b[31mb', `a${REPLACEMENT}[31mb`],
  ['a\x7fb\x9fc', `a${REPLACEMENT}b${REPLACEMENT}c`],
  ['a\ud800b\udc00', `a${REPLACEMENT}b${REPLACEMENT}`],
  ['a\r\nb\rc\u2028d\u0085e\vf', 'a\nb\nc\nd\ne\nf'],
  ['a\uffffb\ufdd0c', `a${REPLACEMENT}b${REPLACEMENT}c`],
])('%j is kept as %j', (text, kept) => {
  expect(keptText(text)).toBe(kept);
});

test('a text that is typed, pasted or read is kept so, in whichever field', () => {
  const camera = record('camera', { id: 1 });
  const change = { tag: 'C\x07-01', notes: 'first\r\nsecond\0' };
  const diff = updateRecord(testPlan(camera), camera.id, change);
  const kept = { tag: `C${REPLACEMENT}-01`, notes: `first\nsecond${REPLACEMENT}` };
  expect(diff.ok && diff.value.get(camera.id)?.after).toMatchObject(kept);
  expect(parseRecord({ ...camera, ...change })).toMatchObject({ ok: true, value: kept });
  expect(parseRecord({ ...camera, ...kept })).toMatchObject({ ok: true, value: kept });
});

test('names of plans, sites and templates come in as one line', () => {
  const { args } = contract['plans.rename'];
  expect(args.parse({ planId: 'p', name: ' North\0\r\nYard ' })).toEqual({
    planId: 'p',
    name: `North${REPLACEMENT} Yard`,
  });
  expect(args.safeParse({ planId: 'p', name: ' \t' }).success).toBe(false);
  expect(nameFrom('a\u202eb')).toBe('ab');
});

test('the schedule is read back as it was kept, whatever code points are in it', () => {
  const texts: string[] = [];
  for (let from = 0; from <= LARGEST; from += 4096) {
    const points = Array.from({ length: 4096 }, (_, index) => from + index);
    // Row ends and what a spreadsheet takes for a formula have tests of their own.
    texts.push(`x${points.map((point) => String.fromCodePoint(point)).join('')}`);
  }
  const cameras = texts.map((notes, index) => ({ ...record('camera', { id: index + 1 }), notes }));
  const read = rowsOf(writeSchedule(testPlan(...cameras)));
  expect(read).toHaveLength(texts.length + 1);
  expect(read.every((row) => row.length === read[0]?.length)).toBe(true);
  const without = (text: string) => text.replaceAll("'", '');
  const column = read[0]?.indexOf('notes') ?? -1;
  const notes = read.slice(1).map((row) => without(row[column] ?? ''));
  expect(new Set(notes)).toEqual(new Set(texts.map((text) => without(plainText(text)))));
});

/** Rows of comma-separated text by RFC 4180 and nothing else. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  cells.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  let end = cells.lastIndex;
  for (let cell = cells.exec(text); cell; cell = cells.exec(text)) {
    rows.at(-1)?.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '');
    if (cell[3] !== ',') rows.push([]);
    end = cells.lastIndex;
  }
  // What is no cell ends the reading; behind the last row nothing may stand.
  expect(end).toBe(text.length);
  return rows.slice(0, -1);
}
