import fs from 'node:fs';

/** What another program can do to the files of an open database. */
export const underneath: readonly { readonly name: string; readonly happen: (file: string) => void }[] = [
  { name: 'deleting the database', happen: (file) => fs.rmSync(file) },
  { name: 'moving the database', happen: (file) => fs.renameSync(file, `${file}.elsewhere`) },
  {
    name: 'replacing the database',
    happen: (file) => {
      fs.copyFileSync(file, `${file}.copy`);
      fs.renameSync(`${file}.copy`, file);
    },
  },
  { name: 'deleting the log', happen: (file) => fs.rmSync(`${file}-wal`) },
  {
    name: 'deleting all files of the database',
    happen: (file) => {
      for (const ending of ['', '-wal', '-shm']) fs.rmSync(file + ending);
    },
  },
];
