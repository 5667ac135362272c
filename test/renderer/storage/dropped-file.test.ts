import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDroppedFile } from '../../../renderer/storage/dropped-file.ts';

const sample = new URL('../../../resources/sample-site/', import.meta.url);
const picture = readFileSync(new URL('floor-plan.png', sample));
const plan = readFileSync(new URL('harbor-street.sallyport', sample));

test.each([
  ['a picture', picture, 'plan.png', 'image/png', true],
  ['a picture under the name of a plan', picture, 'plan.sallyport', '', true],
  ['half a picture', picture.subarray(0, 500), 'plan.txt', 'text/plain', true],
  ['a plan under the name of a picture', plan, 'plan.png', 'image/png', false],
  ['GeoJSON under the name of a picture', Buffer.from('{"type":'), 'plan.jpg', 'image/jpeg', false],
  ['a note under the name of a picture', Buffer.from('a note'), 'note.png', 'image/png', true],
  ['a note', Buffer.from('a note'), 'note.txt', 'text/plain', false],
] as const)('%s', async (_name, content, name, type, isPicture) => {
  const bytes = new Uint8Array(content);
  const read = await readDroppedFile(new File([bytes], name, { type }));
  expect(read).toEqual({ ok: true, value: { name, bytes, isPicture } });
});

test('a file over 200 MB is not read', async () => {
  const large = {
    name: 'a.png',
    size: 200 * 1024 * 1024 + 1,
    type: '',
    arrayBuffer: async () => new ArrayBuffer(0),
  };
  expect(await readDroppedFile(large)).toEqual({ ok: false, error: 'too-large' });
});

test('a folder is told as what cannot be read', async () => {
  const refuse = async () => {
    throw new DOMException('The requested file could not be read', 'NotReadableError');
  };
  const folder = { name: 'plans', size: 4096, type: '', arrayBuffer: refuse };
  expect(await readDroppedFile(folder)).toEqual({ ok: false, error: 'unreadable' });
});
