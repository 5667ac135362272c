import { expect, test } from 'vitest';
import { exportFormats, formatOf, partFormats, readFormats } from '../../../core/contract/formats.ts';

test('what is read again are plan files and GeoJSON, under the names that such files have', () => {
  expect(readFormats.map(({ title, reads }) => [title, reads])).toEqual([
    ['Plan file', ['sallyport']],
    ['GeoJSON', ['geojson', 'json']],
  ]);
});

test('of what is read GeoJSON alone can come into a plan that is open: a plan file is a plan of its own', () => {
  expect(partFormats.map(({ title }) => title)).toEqual(['GeoJSON']);
});

test('a file that is written has an extension under which it is read, where it is', () => {
  for (const { extension, reads } of exportFormats.map(formatOf))
    if (reads.length > 0) expect(reads).toContain(extension);
});

test('sheets are printed one by one or all together, the plan itself is given on', () => {
  const holding = (what: string) => exportFormats.filter((format) => formatOf(format).holds === what);
  expect(holding('a-sheet')).toEqual(['pdf', 'png', 'svg']);
  expect(holding('all-sheets')).toEqual(['pdf-set']);
  expect(holding('all-cameras')).toEqual(['camera-sheet']);
  expect(holding('the-plan')).toEqual(['plan', 'csv', 'geojson']);
  expect(exportFormats.filter((format) => formatOf(format).pictures === 'without')).toEqual([
    'camera-sheet',
    'csv',
    'geojson',
  ]);
});
