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
});
