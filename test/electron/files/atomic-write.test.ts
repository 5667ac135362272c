import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../core/result.ts';
import { writeAtomically } from '../../../electron/files/atomic-write.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

afterEach(() => void vi.restoreAllMocks());

const bytes = new TextEncoder().encode('whole');

/** A disk that answers every change of a mode with an error. */
async function modesAnswer(code: string): Promise<void> {
  const handle = await fs.open(import.meta.filename);
  const kind: { chmod: typeof handle.chmod } = Object.getPrototypeOf(handle);
  await handle.close();
  vi.spyOn(kind, 'chmod').mockRejectedValue(Object.assign(new Error(code), { code }));
}

describe('writeAtomically', () => {
  test.each(['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM'])(
    'writes where files have no modes (%s)',
    async (code) => {
      const file = path.join(temporaryFolder(), 'plan.pdf');
      await modesAnswer(code);
      expect(await writeAtomically(file, bytes, { replace: false })).toEqual(ok(null));
      expect(await fs.readFile(file, 'utf8')).toBe('whole');
    },
  );

  test('any other answer of the disk is told, and nothing half written stays', async () => {
    const folder = temporaryFolder();
    await modesAnswer('EROFS');
    const written = await writeAtomically(path.join(folder, 'plan.pdf'), bytes, { replace: false });
    const message = 'plan.pdf could not be written: the disk is read-only. Choose another place.';
    expect(written).toEqual({ ok: false, error: { code: 'not-written', message } });
    expect(await fs.readdir(folder)).toEqual([]);
  });

  test.each([255, 250])('a name of %i bytes is written', async (length) => {
    const folder = temporaryFolder();
    const name = `${'n'.repeat(length - 4)}.pdf`;
    expect(await writeAtomically(path.join(folder, name), bytes, { replace: true })).toEqual(ok(null));
    expect(await fs.readdir(folder)).toEqual([name]);
  });

  test.each([
    ['a name', `${'n'.repeat(256)}`],
    ['a path', 'p/'.repeat(2500)],
  ])('%s that is too long is told, and nothing half written stays', async (_what, name) => {
    const folder = temporaryFolder();
    const written = await writeAtomically(path.join(folder, name, '.'), bytes, { replace: false });
    expect(written).toMatchObject({ error: { message: expect.stringContaining('its name is too long') } });
    expect(await fs.readdir(folder)).toEqual([]);
  });

  test('a file that is replaced keeps its mode, a new one is as the system makes files', async () => {
    const folder = temporaryFolder();
    const [own, other] = [path.join(folder, 'own.pdf'), path.join(folder, 'new.pdf')];
    await fs.writeFile(own, 'before', { mode: 0o600 });
    for (const file of [own, other])
      expect(await writeAtomically(file, bytes, { replace: true })).toEqual(ok(null));
    const modes = await Promise.all([own, other].map(async (file) => (await fs.stat(file)).mode & 0o777));
    expect(modes).toEqual([0o600, 0o666 & ~process.umask()]);
    expect(await fs.readFile(own, 'utf8')).toBe('whole');
  });

  test('what a link leads to is replaced, and the link stays', async () => {
    const folder = temporaryFolder();
    const [link, further, target] = ['link.pdf', 'further.pdf', 'there.pdf'].map((name) =>
      path.join(folder, name),
    );
    if (!link || !further || !target) throw new Error('Never: there are three.');
    await fs.symlink('further.pdf', link);
    await fs.symlink(target, further);
    // At first it leads nowhere.
    for (const content of ['one', 'two']) {
      const text = new TextEncoder().encode(content);
      expect(await writeAtomically(link, text, { replace: true })).toEqual(ok(null));
      expect([await fs.readlink(link), await fs.readFile(target, 'utf8')]).toEqual(['further.pdf', content]);
    }
    expect((await fs.readdir(folder)).sort()).toEqual(['further.pdf', 'link.pdf', 'there.pdf']);
  });

  test('a link to itself, a pipe and a folder are told', async () => {
    const folder = temporaryFolder();
    const [loop, pipe, inner] = ['loop.pdf', 'pipe.pdf', 'inner.pdf'].map((name) => path.join(folder, name));
    if (!loop || !pipe || !inner) throw new Error('Never: there are three.');
    await fs.symlink('loop.pdf', loop);
    execFileSync('mkfifo', [pipe]);
    await fs.mkdir(inner);
    const whys = [];
    for (const file of [loop, pipe, inner]) {
      const written = await writeAtomically(file, bytes, { replace: true });
      whys.push(written.ok ? null : written.error.message.replace(/^.*written: /, ''));
    }
    expect(whys).toEqual([
      'it is a link that leads back to itself. Choose another place.',
      'it is no file of a disk. Choose another place.',
      'it is a folder. Choose another place.',
    ]);
    expect((await fs.readdir(folder)).sort()).toEqual(['inner.pdf', 'loop.pdf', 'pipe.pdf']);
  });
});
