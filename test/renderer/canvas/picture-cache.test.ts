import { afterEach, expect, test, vi } from 'vitest';
import type { ImageItem } from '../../../core/drawing/draw-item.ts';
import { PictureCache } from '../../../renderer/canvas/picture-cache.ts';
import { record } from '../../support/plan-builder.ts';

afterEach(() => vi.unstubAllGlobals());

const underlay = record('underlay', { attachment: 'a'.repeat(64) });
const image = {
  type: 'image',
  attachment: underlay.attachment,
  matrix: [1, 0, 0, 1, 0, 0],
  opacity: 1,
  widthPx: 10,
  heightPx: 10,
} as unknown as ImageItem;

/** A cache whose page answers as the list says; how often it asked, and a painting after which all has arrived. */
function pictures(answers: readonly boolean[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return { ok: answers[asked.length - 1] ?? false, blob: async () => null };
  });
  class Bitmap {
    close() {}
  }
  vi.stubGlobal('ImageBitmap', Bitmap);
  vi.stubGlobal('createImageBitmap', async () => new Bitmap());
  const cache = new PictureCache(() => undefined);
  const drawn: unknown[] = [];
  const context = {
    save() {},
    restore() {},
    transform() {},
    fillRect: () => drawn.push('grey'),
    beginPath() {},
    rect() {},
    moveTo() {},
    lineTo() {},
    setLineDash() {},
    stroke: () => drawn.push('cross'),
    drawImage: () => drawn.push('picture'),
  } as unknown as CanvasRenderingContext2D;
  const paint = async () => {
    cache.paint(context, image, { colour: '#c44601', width: 0.1 });
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { cache, asked, drawn, paint };
}

test('a picture that could not be shown is asked for again once it is placed anew, not before', async () => {
  const { cache, asked, drawn, paint } = pictures([false, true]);
  await paint();
  await paint();
  cache.planChanged(new Map([[underlay.id, { before: underlay, after: null }]]));
  await paint();
  expect([asked.length, drawn]).toEqual([1, ['grey', 'cross', 'cross']]);
  cache.planChanged(new Map([[underlay.id, { before: null, after: underlay }]]));
  await paint();
  await paint();
  expect([asked.length, drawn.at(-1)]).toEqual([2, 'picture']);
  cache.planChanged(new Map([[underlay.id, { before: null, after: underlay }]]));
  await paint();
  expect(asked).toHaveLength(2);
  cache.close();
});
