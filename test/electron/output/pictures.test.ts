import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pngParts } from '../../../core/codec/picture/png.ts';
import { readPictureInfo } from '../../../core/codec/picture/read-picture-info.ts';
import { hashOf } from '../../../core/codec/plan-file.ts';
import { exportPlan } from '../../../electron/files/export-plan.ts';
import { pixelsOf } from '../../../electron/pictures/png-pixels.ts';
import { fittingSheet } from '../../../scripts/attack/fuzz/fitting-sheet.ts';
import { granted, record, testPlan } from '../../support/plan-builder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);

function chunk(type: string, content: Iterable<number>): Buffer {
  const named = Buffer.from([...Buffer.from(type, 'latin1'), ...content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(named.length - 4, 0);
  frame.writeUInt32BE(zlib.crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

type Given = {
  readonly bits: number;
  readonly colour: number;
  readonly interlaced?: boolean;
  readonly transparency?: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly packed?: Uint8Array;
};

const PALETTE = [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9];

/** A PNG of 4 × 2 pixels of rows with their filter bytes. */
function png({ bits, colour, interlaced = false, transparency, rows, packed }: Given): Uint8Array {
  const header = [0, 0, 0, 4, 0, 0, 0, 2, bits, colour, 0, 0, interlaced ? 1 : 0];
  const data = packed ?? zlib.deflateSync(Uint8Array.from(rows.flat()));
  return new Uint8Array(
    Buffer.concat([
      ...[SIGNATURE, chunk('IHDR', header)],
      ...(colour === 3 ? [chunk('PLTE', PALETTE)] : []),
      ...(transparency ? [chunk('tRNS', transparency)] : []),
      ...[chunk('IDAT', data), chunk('IEND', [])],
    ]),
  );
}

async function pixels(bytes: Uint8Array): Promise<readonly number[] | null> {
  const parts = pngParts(bytes);
  const found = parts && (await pixelsOf(parts));
  return found && [...found];
}

/** The outcome of each drawing of a plan with one picture, and what qpdf says of the PDF. */
async function exported(bytes: Uint8Array) {
  const attachment = hashOf(bytes);
  const underlay = record('underlay', { attachment, widthPx: 4, heightPx: 2, name: 'Ground' });
  const parcel = { planId: 'p', planName: 'Plan', siteName: 'Site', plan: testPlan(underlay) };
  const outcomes: { readonly bytes: Uint8Array; readonly remarks: readonly string[] }[] = [];
  for (const format of ['pdf', 'svg', 'png'] as const) {
    const attachments = new Map([[attachment, bytes]]);
    outcomes.push(
      granted(await exportPlan({ ...parcel, attachments }, { ...fittingSheet, scale: 100, format })),
    );
  }
  const file = path.join(temporaryFolder(), 'page.pdf');
  writeFileSync(file, outcomes[0]?.bytes ?? '');
  const images = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' });
  return {
    remarks: outcomes.map(({ remarks }) => remarks),
    isSound: /No syntax/.test(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })),
    images: images.trim().split('\n').length - 2,
  };
}

const rgba = [
  [0, 255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 0, 9, 9, 9, 255],
  [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
];
const shown = [255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 0, 9, 9, 9, 255];

describe('the pixels of a PNG', () => {
  test('are the same from each form', async () => {
    const twice = [...shown, ...shown];
    expect(await pixels(png({ bits: 8, colour: 6, rows: rgba }))).toEqual(twice);
    const wide = rgba.map(([filter = 0, ...rest]) => [filter, ...rest.flatMap((byte) => [byte, byte])]);
    expect(await pixels(png({ bits: 16, colour: 6, rows: wide }))).toEqual(twice);
    const palette = { bits: 2, colour: 3, transparency: [255, 128, 0] };
    const rows = [
      [0, 0b00011011],
      [1, 0b00011011],
    ];
    expect(await pixels(png({ ...palette, rows }))).toEqual(twice);
  });

  test('come out of all five filters', async () => {
    const expected = [
      [1, 2, 3, 4],
      [5, 7, 9, 11],
    ];
    const filtered: readonly (readonly number[])[][] = [
      [[0, 5, 7, 9, 11]],
      [[1, 5, 2, 2, 2]],
      [[2, 4, 5, 6, 7]],
      [[3, 5, 4, 4, 5]],
      [[4, 4, 2, 2, 2]],
    ];
    for (const [row = []] of filtered) {
      const found = await pixels(png({ bits: 8, colour: 0, rows: [[1, 1, 1, 1, 1], row] }));
      expect(found?.filter((_, index) => index % 4 === 0)).toEqual(expected.flat());
    }
  });

  test('of an interlaced one lie where they belong', async () => {
    // Passes 1, 4, 6 and 7 of 4 × 2 pixels.
    const rows = [
      [0, 1],
      [0, 3],
      [0, 2, 4],
      [0, 5, 6, 7, 8],
    ];
    const found = await pixels(png({ bits: 8, colour: 0, interlaced: true, rows }));
    expect(found?.filter((_, index) => index % 4 === 0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('of the one transparent colour are clear', async () => {
    const rows = [
      [0, 7, 8, 7, 8],
      [0, 8, 8, 8, 8],
    ];
    const found = await pixels(png({ bits: 8, colour: 0, transparency: [0, 7], rows }));
    expect(found?.filter((_, index) => index % 4 === 3)).toEqual([0, 255, 0, 255, 255, 255, 255, 255]);
  });
});

describe('a picture that was taken', () => {
  const grey = [
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4],
  ];

  test.each<[string, Given, number]>([
    ['plain', { bits: 8, colour: 0, rows: grey }, 1],
    ['with transparency', { bits: 8, colour: 6, rows: rgba }, 2],
    ['with a transparent colour', { bits: 8, colour: 0, transparency: [0, 1], rows: grey }, 2],
    ['with a palette', { bits: 8, colour: 3, rows: grey.map((row) => row.map((byte) => byte % 4)) }, 1],
  ])('%s is in every drawing', async (_name, given, images) => {
    expect(readPictureInfo(png(given)).ok).toBe(true);
    expect(await exported(png(given))).toEqual({ remarks: [[], [], []], isSound: true, images });
  });

  const packed = zlib.deflateSync(Uint8Array.from(rgba.flat()));
  test.each<[string, Given]>([
    ['of garbage', { bits: 8, colour: 6, rows: [], packed: Uint8Array.of(1, 2, 3) }],
    ['of garbage, without transparency', { bits: 8, colour: 2, rows: [], packed: Uint8Array.of(1, 2, 3) }],
    ['that end too early', { bits: 8, colour: 6, rows: rgba.slice(1) }],
    ['with a filter that there is not', { bits: 8, colour: 6, rows: rgba.map((row) => row.with(0, 5)) }],
    ['with a wrong checksum', { bits: 8, colour: 6, rows: [], packed: packed.map((byte) => byte ^ 1) }],
  ])('with pixels %s is left out, and that is said', async (_name, given) => {
    expect(readPictureInfo(png(given)).ok).toBe(true);
    const said = 'The picture "Ground" is damaged and left out. Add it again from where it came.';
    expect(await exported(png(given))).toEqual({
      remarks: [[said], [said], [said]],
      isSound: true,
      images: 0,
    });
  });
});
