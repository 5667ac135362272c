import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { refusedDataFolder } from '../../../electron/windows/data-folder.ts';
import { temporaryFolder } from '../../support/temporary-store.ts';

test('the folder in use is the one asked for, by whatever name', () => {
  const folder = path.join(temporaryFolder(), `O'Brien "data" – Übersicht`);
  fs.mkdirSync(folder);
  const link = `${folder} link`;
  fs.symlinkSync(folder, link);
  for (const asked of ['', folder, `${folder}/`, path.relative('.', folder), link])
    expect(refusedDataFolder(asked, folder)).toBe(null);
});

test('a folder that could not be made is named', () => {
  const used = temporaryFolder();
  const file = path.join(used, 'a file');
  fs.writeFileSync(file, '');
  for (const asked of [file, path.join(file, 'inside'), path.join(used, 'gone')])
    expect(refusedDataFolder(asked, used)).toBe(
      `The folder ${asked} cannot hold the data: it is not a folder, or cannot be made. Choose another one.`,
    );
});
