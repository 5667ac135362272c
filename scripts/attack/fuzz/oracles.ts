import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const csvScript = `
import csv, re, sys
csv.field_size_limit(10**9)
number = re.compile(r'^-?\\d+(\\.\\d+)?(e[+-]\\d+)?$')
for name in sys.argv[1:]:
    with open(name, newline='', encoding='utf-8-sig') as f:
        rows = list(csv.reader(f, strict=True))
    for row in rows:
        if len(row) != len(rows[0]): print(name, 'columns', len(row))
        for cell in row:
            bare = cell.lstrip(' "\\u00a0\\u3000\\u200b\\ufeff')
            if bare and not number.match(cell) and bare[0] in '=+-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20':
                print(name, 'formula', ascii(cell[:40]))
`;
const pngScript = `
import sys
from PIL import Image
Image.MAX_IMAGE_PIXELS = None
for name in sys.argv[1:]:
    try:
        with Image.open(name) as image: image.load()
    except Exception as error: print(name, error)
`;

type Oracle = {
  readonly extension: string;
  readonly command: readonly string[];
  /** Whether it takes any number of files at once. */
  readonly takesMany: boolean;
  /** Whether what it prints is its complaint, besides how it ends. */
  readonly complainsInWords: boolean;
};

/** Programs of others that read what was written: each is one of the packages that the oracles need. */
const oracles: readonly Oracle[] = [
  { extension: 'svg', command: ['xmllint', '--noout', '--huge'], takesMany: true, complainsInWords: true },
  { extension: 'pdf', command: ['qpdf', '--check'], takesMany: false, complainsInWords: false },
  {
    extension: 'csv',
    command: ['/usr/bin/python3', '-c', csvScript],
    takesMany: true,
    complainsInWords: true,
  },
  {
    extension: 'png',
    command: ['/usr/bin/python3', '-c', pngScript],
    takesMany: true,
    complainsInWords: true,
  },
  {
    extension: 'geojson',
    command: ['ogrinfo', '-ro', '-al', '-so'],
    takesMany: false,
    complainsInWords: false,
  },
];

/** What the programs of others say against written files of a folder, one line each. */
export function oracleComplaints(files: readonly string[]): readonly string[] {
  return oracles.flatMap(({ extension, command, takesMany, complainsInWords }) => {
    const own = files.filter((file) => file.endsWith(`.${extension}`));
    const calls = takesMany ? (own.length > 0 ? [own] : []) : own.map((file) => [file]);
    return calls.flatMap((given) => {
      const [program = '', ...args] = command;
      const { status, stdout, stderr, error } = spawnSync(program, [...args, ...given], { encoding: 'utf8' });
      if (error) throw error;
      const said = `${complainsInWords ? stdout : ''}${stderr}`.trim();
      if (status === 0 && (!complainsInWords || said === '')) return [];
      return [
        `${program} refuses ${given.length === 1 ? path.basename(given[0] ?? '') : extension}: ${said.slice(0, 300)}`,
      ];
    });
  });
}

/** Writes a file for the programs of others. */
export function written(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
