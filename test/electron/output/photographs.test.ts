import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readJpegFrame } from '../../../core/codec/picture/jpeg.ts';
import {
  jpegWithoutTables,
  pictureOnPage,
  printingJpeg,
  turnedHarm,
  turnedJpeg,
} from '../../../scripts/attack/fuzz/sound-jpeg.ts';
import { granted } from '../../support/plan-builder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';
import { fileWith, windowCalls } from '../../support/window-calls.ts';

const size = { widthPx: 16, heightPx: 32 };

async function remarks(bytes: Uint8Array) {
  const said: (readonly string[])[] = [];
  for (const format of ['png', 'svg', 'pdf'] as const)
    said.push(granted(await pictureOnPage(bytes, { ...size, format })).remarks);
  return said;
}

describe('a photograph', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'of orientation %i is drawn in a PNG as it is to be seen',
    async (orientation) => {
      expect(await turnedHarm(orientation)).toBe(null);
    },
  );

  test('is upright in an SVG and says nothing of its turning', async () => {
    const bytes = turnedJpeg(6);
    const svg = Buffer.from(
      granted(await pictureOnPage(bytes, { widthPx: 32, heightPx: 16, format: 'svg' })).bytes,
    ).toString();
    const [, href = ''] = /data:image\/jpeg;base64,([^"]+)/.exec(svg) ?? [];
    const embedded = readJpegFrame(new Uint8Array(Buffer.from(href, 'base64')));
    expect(embedded).toMatchObject({ value: { orientation: 1, widthPx: 32, heightPx: 16 } });
    expect(svg).toMatch(
      /<image width="32" height="16" preserveAspectRatio="none" [^>]*"matrix\([^)]*\)" href/,
    );
    expect(bytes).toEqual(turnedJpeg(6));
  });

  test('whose sides are not those of its record fills what the record says', async () => {
    const svg = Buffer.from(
      granted(await pictureOnPage(turnedJpeg(1), { widthPx: 99, heightPx: 7, format: 'svg' })).bytes,
    ).toString();
    expect(svg).toContain('<image width="99" height="7" preserveAspectRatio="none"');
  });
});

describe('what cannot be drawn', () => {
  test('in the colours of printing is left out of everything, and that is said', async () => {
    const said =
      'The picture "Photograph" is left out: it has the four colours of printing (CMYK), which not every output can draw. Save it again in RGB.';
    expect(await remarks(printingJpeg())).toEqual([[said], [said], [said]]);
  });

  test('since its tables are missing is left out of everything, and that is said', async () => {
    const said = ['The picture "Photograph" is damaged and left out. Add it again from where it came.'];
    expect(await remarks(jpegWithoutTables())).toEqual([said, said, said]);
    const { bytes } = granted(await pictureOnPage(jpegWithoutTables(), { ...size, format: 'pdf' }));
    const file = fileWith(temporaryFolder(), 'page.pdf', bytes);
    expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(
      2,
    );
  });

  test('since its codes are none is left out of everything, and that is said', async () => {
    const bytes = turnedJpeg(1);
    // Codes of no bits: the table is there, and none.
    const at = bytes.findIndex((byte, index) => byte === 0xff && bytes[index + 1] === 0xc4);
    bytes.fill(0, at + 5, at + 21);
    const said = ['The picture "Photograph" is damaged and left out. Add it again from where it came.'];
    expect(await remarks(bytes)).toEqual([said, said, said]);
  });

  test.each([
    [
      'printing.jpg',
      printingJpeg(),
      'has the four colours of printing (CMYK), which not every output can draw. Save it again in RGB.',
    ],
    [
      'tables.jpg',
      jpegWithoutTables(),
      'is damaged: the tables to decode it with are missing. Save it again as an ordinary JPEG or as PNG.',
    ],
  ])('is refused when it is added: %s', async (name, bytes, why) => {
    const { call, chosen, folder } = windowCalls();
    chosen.push(fileWith(folder, name, bytes));
    expect(await call('files.choosePicture', {})).toEqual({
      ok: false,
      error: { code: 'unreadable', message: `${path.basename(name)} ${why}` },
    });
  });
});
