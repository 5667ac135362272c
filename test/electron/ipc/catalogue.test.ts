import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledCameras } from '../../../core/catalogue/cameras/bundled-cameras.ts';
import { OWN_CAMERAS_KEY } from '../../../electron/storage/setting-repository.ts';
import { granted } from '../../support/plan-builder.ts';
import { windowCalls } from '../../support/window-calls.ts';

const [first, second] = granted(bundledCameras());
if (!first || !second) throw new Error('The table is empty.');

function withFile(name: string, bytes: string | Uint8Array) {
  const calls = windowCalls();
  const file = path.join(calls.folder, name);
  fs.writeFileSync(file, bytes);
  calls.chosen.push(file);
  return calls;
}

const head = 'maker,model,type,resolution,focal length mm,horizontal angle °';

describe('own cameras', () => {
  test('are those that were saved last, and no setting of the window', async () => {
    const { call } = windowCalls();
    expect(await call('cameras.list', {})).toEqual({ ok: true, value: { cameras: [] } });
    granted(await call('cameras.save', { cameras: [first] }));
    granted(await call('cameras.save', { cameras: [second, first] }));
    expect(granted(await call('cameras.list', {}))).toEqual({ cameras: [second, first] });
    expect(granted(await call('app.settings', {}))).not.toHaveProperty(OWN_CAMERAS_KEY);
  });

  test('are refused where one stands there twice', async () => {
    const { call } = windowCalls();
    const twice = [first, { ...first, model: first.model.toUpperCase() }];
    expect(await call('cameras.save', { cameras: twice })).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('is there before') },
    });
  });

  test.each(['[{', '[{"maker":"A"}]', '{}'])('that are damaged are said to be: %s', async (stored) => {
    const { call, store } = windowCalls();
    granted(granted(store.repositories()).settings.set(OWN_CAMERAS_KEY, stored));
    expect(await call('cameras.list', {})).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });
});

describe('a table of cameras', () => {
  test('is read with what has to be said of it', async () => {
    const text = `\ufeff${head}\nHarbor,H-1,fixed,1920x1080,4,84\nHarbor,H-2,fixed,1920x1080,=2+2,84`;
    const { call } = withFile('cameras.csv', text);
    const read = granted(await call('cameras.read', {}));
    expect(read).toMatchObject({ name: 'cameras.csv', cameras: [{ maker: 'Harbor', model: 'H-1' }] });
    expect(read.remarks[0]).toBe('1 camera read; 1 row was left out.');
    expect(await call('cameras.list', {})).toEqual({ ok: true, value: { cameras: [] } });
  });

  test.each([
    ['a,b\n1,2', 'This is no table of cameras'],
    [`${head}\nHarbor,H-2,fixed,1920x1080,=2+2,84`, 'There is no camera in this table that can be read.'],
    [new Uint8Array([...new TextEncoder().encode(head), 0xb0, 0x0a]), 'This file is not UTF-8'],
    [`${head}\n${'x\n'.repeat(20_001)}`, 'more than 20,000 lines'],
  ])('that cannot be read is refused by its name', async (bytes, why) => {
    const { call } = withFile('cameras.csv', bytes);
    const read = await call('cameras.read', {});
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining(why) },
    });
    expect(read.ok ? '' : read.error.message).toMatch(/^cameras\.csv: /);
  });

  test('is written so that it is read as the same cameras', async () => {
    const calls = windowCalls();
    const file = path.join(calls.folder, 'out.csv');
    calls.chosen.push(file, file);
    const written = granted(await calls.call('cameras.write', { cameras: [first, second] }));
    expect(written).toEqual({ fileName: 'out.csv' });
    expect(granted(await calls.call('cameras.read', {})).cameras).toEqual([first, second]);
  });

  test('is neither read nor written where no place was chosen', async () => {
    const { call, chosen } = windowCalls();
    chosen.push(null, null, null);
    for (const answer of [
      await call('cameras.read', {}),
      await call('cameras.write', { cameras: [first] }),
      await call('levels.read', {}),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});

describe('a level profile', () => {
  const text = JSON.stringify({
    sallyport: 'level-profile',
    version: 1,
    id: 'gates',
    title: 'Gates',
    source: 'Directive 12',
    levels: [{ key: 'plate', name: 'Read a plate', letter: 'P', pixels: 130, across: 0.52 }],
  });

  test('is read with its levels in pixels per metre', async () => {
    const { call } = withFile('gates.json', text);
    expect(granted(await call('levels.read', {}))).toMatchObject({
      name: 'gates.json',
      profile: { id: 'gates', edition: '', levels: [{ key: 'plate', pixelsPerMetre: 250 }] },
    });
  });

  test('that is none is refused by its name', async () => {
    const { call } = withFile('gates.json', '{}');
    expect(await call('levels.read', {})).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^gates\.json: This is no level profile/) },
    });
  });
});
