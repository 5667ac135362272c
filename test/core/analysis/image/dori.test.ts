import { describe, expect, test } from 'vitest';
import { type DensityModel, densityModels } from '../../../../core/analysis/image/density-models.ts';
import { levelsOfLens } from '../../../../core/analysis/image/lens-wizard.ts';
import { edgesOnAxis } from '../../../../core/analysis/image/plane-region.ts';
import { builtInProfiles } from '../../../../core/catalogue/level-profiles.ts';
import { angleOfView } from '../../../../core/geometry/camera-footprint.ts';
import { fromDegrees, toDegrees } from '../../../../core/units.ts';
import { readText } from '../../../architecture/source-tree.ts';
import { sheet, valueIn, viewed } from './cameras.ts';
import { type DoriRow, doriRows, opticsOf } from './dori-rows.ts';

const [dori, doriAt63] = builtInProfiles;

/** Detect, Observe, Recognise, Identify in metres by a model; null where a row has not what the model needs. */
function distancesOf(row: DoriRow, model: DensityModel, profile: typeof dori | typeof doriAt63 = dori) {
  if (model === 'centre' && (row.pitch === null || row.focalLengthMm === null)) return null;
  const reach = valueIn(levelsOfLens(opticsOf(row), profile.levels, model));
  return reach.model === model ? reach.levels.map(({ distance }) => distance).toReversed() : null;
}

const rowsOf = (camera: string, focal?: number) =>
  doriRows.filter((row) => row.camera === camera && (focal === undefined || row.focalLengthMm === focal));

const flatRatios = (isWanted: (horizontal: number) => boolean) =>
  doriRows
    .filter((row) => row.elsewhere[0] !== null && isWanted(row.angles[0]))
    .map((row) => row.published[0] / (distancesOf(row, 'flat')?.[0] ?? 0))
    .sort((a, b) => a - b);

describe('published distances', () => {
  test('there are 27 rows', () => {
    expect(doriRows).toHaveLength(27);
  });

  test.each(doriRows)('$camera at $focalLengthMm mm: Detect as computed elsewhere', (row) => {
    const [flat, arc] = row.elsewhere;
    expect(distancesOf(row, 'flat')?.[0]?.toFixed(1) ?? null).toBe(flat?.toFixed(1) ?? null);
    expect(distancesOf(row, 'arc')?.[0]?.toFixed(1)).toBe(arc.toFixed(1));
  });

  test.each([
    ['Dahua IPC-HFW1230S-S5', 2.8, [38.62, 15.45, 7.72, 3.86]],
    ['Dahua IPC-HFW1230S-S5', 3.6, [49.66, 19.86, 9.93, 4.97]],
    ['Dahua EBW5641-AS fisheye', 1.68, [33.6, 13.44, 6.72, 3.36]],
  ] as const)('%s at %s mm follows its pixel pitch to 0.1 m', (camera, focal, computed) => {
    const [row] = rowsOf(camera, focal);
    const distances = row ? distancesOf(row, 'centre') : null;
    for (const [index, metres] of computed.entries()) {
      expect(distances?.[index]?.toFixed(2)).toBe(metres.toFixed(2));
      expect(Math.abs((distances?.[index] ?? 0) - (row?.published[index] ?? 0))).toBeLessThan(0.1);
    }
  });

  test('Hikvision DS-2CD2143G2-I at 4 mm follows its pixel pitch to 1 m, at 2.8 mm it does not', () => {
    const [four] = rowsOf('Hikvision DS-2CD2143G2-I', 4);
    const [wide] = rowsOf('Hikvision DS-2CD2143G2-I', 2.8);
    const distances = four ? distancesOf(four, 'centre', doriAt63) : null;
    for (const [index, metres] of [80, 31, 16, 8].entries())
      expect(Math.abs((distances?.[index] ?? 0) - metres)).toBeLessThan(1);
    expect(wide ? distancesOf(wide, 'centre')?.[0]?.toFixed(0) : null).toBe('56');
  });

  test('of two long lenses follow the flat model from the angle of view', () => {
    const [axis, dahua] = ['Axis P3287-LVE tele', 'Dahua HFW2441T-ZS tele'].map(
      (camera) => rowsOf(camera)[0]!,
    );
    const ofAxis = distancesOf(axis!, 'flat', doriAt63) ?? [];
    for (const [index, published] of axis!.published.entries())
      expect(Math.abs((ofAxis[index] ?? 0) - published)).toBeLessThan(1);
    expect(ofAxis[1]?.toFixed(1)).toBe('67.3');
    const ofDahua = distancesOf(dahua!, 'flat') ?? [];
    for (const [index, published] of dahua!.published.entries())
      expect(Math.abs((ofDahua[index] ?? 0) / published - 1)).toBeLessThan(0.015);
  });

  test('of wide lenses are never less than those of the flat model, which is the safer', () => {
    const wide = flatRatios((degrees) => degrees >= 76);
    expect([wide.length, wide[0]?.toFixed(2), wide.at(-1)?.toFixed(2)]).toEqual([20, '1.17', '1.64']);
    expect((((wide[9] ?? 0) + (wide[10] ?? 0)) / 2).toFixed(2)).toBe('1.44');
    const middle = flatRatios((degrees) => degrees >= 54 && degrees < 76);
    expect([middle.length, middle[0]?.toFixed(2), middle.at(-1)?.toFixed(2)]).toEqual([3, '1.03', '1.19']);
    const long = flatRatios((degrees) => degrees <= 34);
    expect([long.length, long[0]?.toFixed(2), long.at(-1)?.toFixed(2)]).toEqual([3, '0.95', '1.01']);
  });

  test('of wide lenses are within −11 and 19 % of the arc model', () => {
    const ratios = doriRows
      .filter((row) => row.elsewhere[0] !== null && row.angles[0] >= 76)
      .map((row) => row.published[0] / (distancesOf(row, 'arc')?.[0] ?? 0));
    expect([Math.min(...ratios).toFixed(2), Math.max(...ratios).toFixed(2)]).toEqual(['0.89', '1.19']);
  });
});

const guide = readText('docs/coverage.md');

/** What the guide must have, line by line, beneath one of its headings. */
function expectTable(heading: string, lines: readonly string[]): void {
  const [, after = ''] = guide.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const table = section.split('\n').filter((line) => line.startsWith('|'));
  expect(table.slice(2)).toEqual(lines);
}

const metres = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const four = (distances: readonly number[] | null) => distances?.map(metres).join(' / ') ?? '–';

describe('the guide', () => {
  test('has every published row beside the three models as they are computed', () => {
    expectTable(
      'Published distances beside the three models',
      doriRows.map((row) =>
        [
          '',
          row.camera,
          row.focalLengthMm ?? '–',
          row.pixels.join(' × '),
          row.angles.map((degrees) => degrees ?? '–').join(' / '),
          row.published.join(' / '),
          ...(['flat', 'arc', 'centre'] as const).map((model) => four(distancesOf(row, model))),
          '',
        ]
          .map((cell) => ` ${cell} `)
          .join('|')
          .trim(),
      ),
    );
  });

  test('has the levels that are built in', () => {
    expectTable(
      'The levels',
      builtInProfiles.map(
        ({ title, levels }) =>
          `| ${title} | ${levels.map(({ name, pixelsPerMetre }) => `${name} ${pixelsPerMetre}`).join(', ')} |`,
      ),
    );
  });

  test('has the models with their titles, formulas and sources', () => {
    expectTable(
      'Three models of pixel density',
      Object.values(densityModels).map(
        ({ title, formula, source }) => `| ${title} | ${formula.replaceAll('|', '\\|')} | ${source} |`,
      ),
    );
  });

  test('has the dead zones as they are computed', () => {
    const examples = [
      [3, 15, 55],
      [4, 20, 31],
      [5, 30, 45],
      [6, 10, 20],
    ] as const;
    const told = (value: number | undefined) =>
      value === Number.POSITIVE_INFINITY ? 'without end' : `${value?.toFixed(2)}`;
    expectTable(
      'Dead zone and far edge',
      examples.map(([height, tilt, vertical]) => {
        const view = viewed({ height, tilt: fromDegrees(tilt) }, { fieldOfView: sheet(60, vertical) });
        const cells = [0, 1.7].flatMap((target) => {
          const edges = edgesOnAxis(view, target);
          return [told(edges?.near), told(edges?.far)];
        });
        return `| ${[height, tilt, vertical, ...cells].join(' | ')} |`;
      }),
    );
  });
});

test.each([
  [3.2, 4, 43.6],
  [4.8, 4, 61.93],
  [6.4, 4, 77.32],
  [4.8, 6, 43.6],
  [6.4, 6, 56.14],
  [8.8, 6, 72.51],
  [4.8, 2.8, 81.2],
  [5.568, 2.8, 89.67],
  [5.568, 4, 69.68],
  [5.568, 6, 49.78],
  [5.568, 12, 26.12],
])('%s mm behind %s mm are seen as %s°', (sensorWidthMm, focalLengthMm, degrees) => {
  expect(toDegrees(angleOfView(sensorWidthMm, focalLengthMm)).toFixed(2)).toBe(degrees.toFixed(2));
  const { horizontal } = viewed({}, { sensorWidthMm, focalLengthMm }).fieldOfView;
  expect(toDegrees(horizontal).toFixed(2)).toBe(degrees.toFixed(2));
});

test('54.7° over 9 ft are 8.70 ft away', () => {
  // Atlona and Panduit manuals; 900 px over 9 ft are 100 px/ft.
  const optics = { ...opticsOf(doriRows[0]!), widthPx: 900, fieldOfView: sheet(54.7, 30) };
  const [reach] = valueIn(levelsOfLens(optics, [{ key: 'ft', pixelsPerMetre: 100 }], 'flat')).levels;
  expect(reach?.distance).toBeCloseTo(8.7, 2);
});
