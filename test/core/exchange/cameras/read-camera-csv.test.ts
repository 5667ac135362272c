import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledCameras } from '../../../../core/catalogue/cameras/bundled-cameras.ts';
import type { CatalogueCamera } from '../../../../core/catalogue/cameras/catalogue-camera.ts';
import { writeCameraCsv } from '../../../../core/codec/camera-csv.ts';
import { type CameraCsv, readCameraCsv } from '../../../../core/exchange/cameras/read-camera-csv.ts';
import { someCamera } from '../../../support/random/some-camera.ts';

const SEED = 20_153;
const TITLES = 'maker,model,type,pixels across,pixels high,horizontal angle °';
const ROW = 'Acme,C1,fixed,1920,1080,90';

function read(text: string): CameraCsv {
  const result = readCameraCsv(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const refused = (text: string) => {
  const result = readCameraCsv(text);
  return result.ok ? null : result.error.message;
};
/** The one camera of a table that has these further columns and cells. */
function one(
  titles: string,
  cells: string,
  separator = ',',
): CatalogueCamera & { remarks: readonly string[] } {
  const parts = (text: string) => text.replaceAll(',', separator);
  const { cameras, remarks, leftOut } = read(
    `${parts(TITLES)}${separator}${titles}\n${parts(ROW)}${separator}${cells}`,
  );
  expect(leftOut).toEqual([]);
  expect(cameras).toHaveLength(1);
  return { ...(cameras[0] as CatalogueCamera), remarks };
}
/** Why a row with these further cells is left out. */
function reason(titles: string, cells: string): string | undefined {
  const { cameras, leftOut } = read(`${TITLES},${titles}\n${ROW},${cells}\nAcme,C2,fixed,1920,1080,90`);
  expect(cameras.map(({ model }) => model)).toEqual(['C2']);
  expect(leftOut).toEqual([{ source: 'line 2', reason: expect.any(String) }]);
  return leftOut[0]?.reason;
}

describe('what is written is read again', () => {
  const bundled = bundledCameras();

  test('the bundled table, without a remark', () => {
    const cameras = bundled.ok ? bundled.value : [];
    expect(cameras.length).toBeGreaterThan(40);
    expect(read(writeCameraCsv(cameras))).toEqual({ cameras, leftOut: [], remarks: [] });
  });

  test('any cameras, exactly', () => {
    const some = fc.uniqueArray(someCamera, {
      maxLength: 6,
      selector: ({ maker, model }) =>
        `${maker}\n${model}`.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' '),
    });
    fc.assert(
      fc.property(some, (cameras) => {
        const { cameras: again, leftOut } = read(writeCameraCsv(cameras));
        expect(leftOut).toEqual([]);
        expect(again).toEqual(cameras);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test('no cell of it is a formula to a spreadsheet, and none of a number is a text', () => {
    const camera = { ...(bundled.ok ? bundled.value[0] : undefined) } as CatalogueCamera;
    const text = writeCameraCsv([
      { ...camera, maker: '=HYPERLINK("http://x","y")', model: '+1', note: '@a;=b' },
    ]);
    expect(text).toMatch(/^\ufeffmaker,model,/);
    expect(text).toContain(
      `\r\n"'=HYPERLINK(""http://x"",""y"")",'+1,fixed,dome,computed,1/2.8,5.568,3.132,`,
    );
    expect(text).toContain(",'@a;'=b\r\n");
  });
});

describe('how cells are parted', () => {
  test.each([
    [',', ''],
    [';', ''],
    ['\t', ''],
    [';', 'sep=;\n'],
    [';', '\ufeffsep=;\n'],
    ['\t', '\ufeff'],
  ])('by %j', (separator, before) => {
    const text = `${before}${TITLES}\n${ROW}`.replaceAll(',', separator);
    expect(read(text).cameras.map(({ model }) => model)).toEqual(['C1']);
  });

  test('a byte order mark, blank lines and any ends of lines do not matter, and lines keep their numbers', () => {
    const text = `\ufeff\r\n\r\n${TITLES}\r\n\r\n${ROW}\r\n"Acme","two\r\nlines",fixed,1920,1080,90\r\nAcme,C3,fixed,0,1080,90\r\n\r\n`;
    const { cameras, leftOut, remarks } = read(text);
    expect(cameras.map(({ model }) => model)).toEqual(['C1', 'two lines']);
    expect(leftOut).toEqual([
      { source: 'line 8', reason: expect.stringMatching(/^“0” is not a whole number/) },
    ]);
    expect(remarks).toContain(
      'Read all the same: line 6 (signs that are no letters, or line ends, were replaced).',
    );
    expect(read(text.replaceAll('\r\n', '\r')).cameras).toEqual(cameras);
  });

  test('a quotation mark that is not closed costs its line alone', () => {
    const { cameras, leftOut } = read(
      `${TITLES}\n${ROW}\nAcme,"C2,fixed,1920,1080,90\nAcme,C3,fixed,1920,1080,90\n`,
    );
    expect(cameras.map(({ model }) => model)).toEqual(['C1', 'C3']);
    expect(leftOut).toEqual([{ source: 'line 3', reason: 'its quotation marks do not match' }]);
  });

  test('an unquoted comma that makes one cell too many is no other camera', () => {
    expect(reason('source', 'x,y')).toBe('it has 8 cells under 7 names of columns');
    expect(one('source', 'x,,').source).toBe('x');
  });

  test('a row that ends early is read, and said', () => {
    const { cameras, remarks } = read(`${TITLES},source\n${ROW}`);
    expect(cameras[0]).toMatchObject({ model: 'C1', source: null });
    expect(remarks).toEqual([expect.stringMatching(/line 2 \(it ends early/)]);
  });
});

describe('units', () => {
  test.each([
    ['focal length mm', '4', { wide: expect.objectContaining({ focalLengthMm: 4 }) }],
    ['Focal_Length (mm)', '4', { wide: expect.objectContaining({ focalLengthMm: 4 }) }],
    ['SensorWidth(mm)', '5.75', { sensorWidthMm: 5.75 }],
    ['sensor width in', '0.25', { sensorWidthMm: 6.35 }],
    ['sensor width cm', '0.5', { sensorWidthMm: 5 }],
    ['sensor width mm', '0.25 in', { sensorWidthMm: 6.35 }],
    ['sensor width mm', '0.005 m', { sensorWidthMm: 5 }],
    ['sensor width mm', '1/4"', { sensorWidthMm: 6.35 }],
    ['pixel pitch µm', '2.9', { pixelPitchUm: 2.9 }],
    ['pixel size um', '2.9', { pixelPitchUm: 2.9 }],
    ['pixel pitch mm', '0.0029', { pixelPitchUm: 2.9 }],
    ['pixel pitch mm', '2.9 µm', { pixelPitchUm: 2.9 }],
    ['vfov°', '50', { wide: expect.objectContaining({ verticalDeg: 50 }) }],
    ['vfov rad', '1', { wide: expect.objectContaining({ verticalDeg: 57.29578 }) }],
    ['vertical angle °', '1 rad', { wide: expect.objectContaining({ verticalDeg: 57.29578 }) }],
    ['vertical angle °', "50°30'", { wide: expect.objectContaining({ verticalDeg: 50.5 }) }],
    ['min lux', '0.005', { minimumLux: 0.005 }],
    ['minimum illuminance fc', '0.1', { minimumLux: 1.076391 }],
    ['minimum illuminance lux', '0.1 fc', { minimumLux: 1.076391 }],
    ['minimum illuminance foot candles', '0.1', { minimumLux: 1.076391 }],
    ['ir range ft', '100', { infraredRange: 30.48 }],
    ['ir range m', '100 ft', { infraredRange: 30.48 }],
    ['ir range m', `"5'6"""`, { infraredRange: 1.6764 }],
    ['ir range m', '0', { infraredRange: 0 }],
    ['sensor format', '"1/2.8"""', { sensorFormat: '1/2.8' }],
  ])('%s of %s', (title, cell, expected) => {
    expect(one(title, cell)).toMatchObject(expected);
  });

  test('a column in another unit is converted, and said', () => {
    expect(one('ir range ft', '100').remarks).toEqual([
      'Converted: the column “ir range ft”, to infrared range m.',
    ]);
    expect(one('ir range m', '100 ft').remarks).toEqual([
      'Read all the same: line 2 (figures in another unit than that of their column were converted).',
    ]);
    expect(one('ir range m', '100 m').remarks).toEqual([]);
  });

  test('a column without a unit is taken as the usual one, and said; with a wrong one it is not read', () => {
    const plain = one('focal length', '4');
    expect(plain.wide.focalLengthMm).toBe(4);
    expect(plain.remarks).toEqual(['The column “focal length” names no unit: read as focal length mm.']);
    const wrong = one('focal length kg', '4');
    expect(wrong.wide.focalLengthMm).toBeNull();
    expect(wrong.remarks).toEqual([
      'Not read: the column “focal length kg”, whose unit is none of its figure (focal length mm).',
    ]);
    expect(one('ir range °', '4').infraredRange).toBeNull();
    expect(one('vertical angle mm', '4').wide.verticalDeg).toBeNull();
  });

  test.each([
    ['focal length mm', '4 kg', /“4 kg” is no focal length mm/],
    ['focal length mm', '4°', /is no focal length/],
    ['focal length mm', '0', /“0” is not between 0\.1 and 5,000/],
    ['focal length mm', '0.004', /is not between/],
    ['focal length mm', '-4', /is no focal length/],
    ['focal length mm', '=2+2', /“=2\+2” is no focal length/],
    ['focal length mm', '+4', /is no focal length/],
    ['focal length mm', '@SUM(A1)', /is no focal length/],
    ['focal length mm', '2.8 / 4', /is no focal length/],
    ['focal length mm', '2+2', /is no focal length/],
    ['focal length mm', '"1,500"', /may be 1500 or 1\.5/],
    ['focal length mm', 'NaN', /is no focal length/],
    ['focal length mm', '1e3', /is no focal length/],
    ['vertical angle °', '400', /“400” is not between 0\.1 and 360 \(vertical angle °\)/],
    ['vertical angle °', '10 m', /is no vertical angle/],
    ['minimum illuminance lux', '1000000', /not between 0 and 100,000/],
    ['minimum illuminance lux', '0.01 @ F1.2', /is no minimum illuminance/],
    ['infrared range m', '30 kg', /is no infrared range/],
    ['sensor format', '1/2.8 CMOS', /is no sensor format/],
    ['housing', 'cube', /“cube” is no housing/],
    ['figures', 'guessed', /is no figures/],
    ['longest focal length mm', '12', /no shortest one/],
    ['horizontal angle tele °', '30', /angles at a longest focal length that it does not have/],
    ['resolution', '2688x1520', /it says 1920 and 2688 for one figure/],
  ])('%s of %s is refused by name', (title, cell, message) => {
    expect(reason(title, cell)).toMatch(message);
  });
});

describe('decimal commas', () => {
  test('are read where nothing else can be meant', () => {
    expect(one('focal length mm', '2,8', ';').wide.focalLengthMm).toBe(2.8);
    expect(one('minimum illuminance lux', '0,005', ';').minimumLux).toBe(0.005);
    const wide = one('sensor width mm', '5,568', ';');
    expect(wide.sensorWidthMm).toBe(5.568);
    expect(wide.remarks).toEqual([
      'Read all the same: line 2 (the comma was read as the only one that can be).',
    ]);
    expect(one('sensor width mm', '5,568 mm', ';').sensorWidthMm).toBe(5.568);
    expect(read(`${TITLES}\nAcme,C1,fixed,"1,920","1,080",90`).cameras[0]).toMatchObject({
      widthPx: 1920,
      heightPx: 1080,
    });
  });
});

describe('both ends of a lens in one cell', () => {
  test.each(['2.8-12', '2.8 - 12 mm', '2.8mm–12mm', '2.8 to 12', '12 ~ 2.8', '2.8…12'])('%s mm', (cell) => {
    const camera = one('focal length mm,hfov tele °', `${cell},28`);
    expect([camera.wide.focalLengthMm, camera.tele?.focalLengthMm]).toEqual([2.8, 12]);
  });

  test('of angles the larger one is the wide one', () => {
    const titles = 'maker,model,pixels across,pixels high,focal length mm,hfov °,vfov °';
    const [camera] = read(`${titles}\nAcme,C1,1920,1080,2.8-12,29.2-107.4,60°-16°`).cameras;
    expect(camera).toMatchObject({
      wide: { focalLengthMm: 2.8, horizontalDeg: 107.4, verticalDeg: 60 },
      tele: { focalLengthMm: 12, horizontalDeg: 29.2, verticalDeg: 16 },
    });
  });

  test('and in two, when they differ, is a contradiction', () => {
    expect(reason('focal length mm,longest focal length mm', '2.8-12,10')).toBe(
      'it says 12 and 10 for one figure',
    );
  });
});

describe('words', () => {
  test.each([
    ['PTZ', 'ptz', null],
    ['Speed dome', 'ptz', null],
    ['License Plate', 'licence-plate', null],
    ['bullet', 'fixed', 'bullet'],
    ['Mini dome', 'fixed', 'dome'],
  ] as const)('of the type: %s', (word, type, housing) => {
    const { cameras, remarks } = read(`${TITLES}\nAcme,C1,${word},1920,1080,90`);
    expect(cameras[0]).toMatchObject({ type, housing });
    expect(remarks).toEqual(
      housing === null ? [] : ['Read all the same: line 2 (its type is a housing: taken as fixed).'],
    );
  });

  test.each(['', '-', '–', '?', 'n/a', 'Unknown'])('%j is a figure that nobody knows', (cell) => {
    expect(one('ir range m', cell).infraredRange).toBeNull();
  });

  test('a camera without a type is a fixed one, and it is said', () => {
    const { cameras, remarks } = read(`${TITLES}\nAcme,C1,,1920,1080,90`);
    expect(cameras[0]).toMatchObject({ type: 'fixed', figures: 'stated' });
    expect(remarks).toEqual(['Read all the same: line 2 (no type is said: taken as fixed).']);
  });

  test('formulas are text in names, and stay it', () => {
    const { cameras } = read(
      `${TITLES}\n=cmd|' /C calc'!A0,+1,fixed,1920,1080,90\n'=x,@y,fixed,1920,1080,90`,
    );
    expect(cameras.map(({ maker, model }) => [maker, model])).toEqual([
      ["=cmd|' /C calc'!A0", '+1'],
      ['=x', '@y'],
    ]);
    expect(writeCameraCsv(cameras)).toContain("\r\n'=cmd|' /C calc'!A0,'+1,");
  });
});

describe('rows', () => {
  test.each([
    [',C2,fixed,1920,1080,90', 'it has no maker'],
    ['Acme,,fixed,1920,1080,90', 'it has no model'],
    ['Acme,C2,fixed,,1080,90', 'it has no pixels across'],
    ['Acme,C2,fixed,1920,,90', 'it has no pixels high'],
    ['Acme,C2,fixed,1920.5,1080,90', '“1920.5” is not a whole number between 1 and 100,000 (pixels across)'],
    ['Acme,C2,fixed,1920,1080,', 'neither an angle nor a lens with its sensor says how wide it sees'],
    ['Acme,C2,fisheye,1920,1080,', 'no horizontal angle is said, which a lens of its type needs'],
    ['acme,c1,fixed,1920,1080,91', 'the same maker and model stand before it with other figures'],
    [ROW, 'the same camera stands before it'],
  ])('%s is left out by its line', (row, why) => {
    const { cameras, leftOut, remarks } = read(`${TITLES}\n${ROW}\n${row}\nAcme,C3,fixed,1920,1080,90`);
    expect(cameras.map(({ model }) => model)).toEqual(['C1', 'C3']);
    expect(leftOut).toEqual([{ source: 'line 3', reason: why }]);
    expect(remarks.slice(0, 2)).toEqual([
      '2 cameras read; 1 row was left out.',
      `Left out: line 3 (${why}).`,
    ]);
  });

  test('one that sees higher than wide is said', () => {
    expect(one('vertical angle °', '100').remarks).toEqual([
      'Read all the same: line 2 (it sees higher than wide).',
    ]);
  });

  test('columns that are not known, and those that are there twice, are said', () => {
    const camera = one('weight,price,model', '1 kg,100,C9');
    expect(camera.model).toBe('C1');
    expect(camera.remarks).toEqual([
      'Not read: the column “model”, which is there before.',
      'Not read: the columns “weight”, “price” (no figure of a camera here).',
    ]);
  });
});

describe('what is no table of cameras', () => {
  test.each(['', '\ufeff\n\n', 'hello\nworld', '{"cameras": []}', 'maker,model\nAcme,C1', ROW])(
    '%j',
    (text) => {
      expect(refused(text)).toMatch(/^This is no table of cameras: its first line must name the columns/);
    },
  );

  const rows = (number: number) =>
    Array.from({ length: number }, (_none, index) => `Acme,C${index},fixed,1920,1080,90`).join('\n');

  test('20,000 rows are read, one more and 1,000,000 are refused in one sentence', () => {
    expect(read(`${TITLES}\n${rows(20_000)}\n\n`).cameras).toHaveLength(20_000);
    const sentence = /^This table has more than 20,000 lines, the most that are read\. Cut it/;
    expect(refused(`${TITLES}\n${rows(20_001)}`)).toMatch(sentence);
    expect(refused(`${TITLES}\n${'Acme,C,fixed,1,1,9\n'.repeat(1_000_000)}`)).toMatch(sentence);
    expect(refused(`${TITLES}\n${'\n'.repeat(1_000_000)}${ROW}`)).toMatch(sentence);
    expect(refused(`${TITLES}\n${'"\n'.repeat(1_000_000)}`)).toMatch(sentence);
  }, 60_000);

  test('more than 32 MB, and more columns than a table has', () => {
    expect(refused('x'.repeat(32 * 1024 * 1024 + 1))).toMatch(/larger than 32 MB/);
    expect(refused(`${TITLES}${',x'.repeat(600)}\n${ROW}`)).toMatch(/606 columns; at most 500/);
  });

  test('no text makes it throw, and no row is lost without a word', () => {
    const cell = fc.constantFrom(
      ...['Acme', 'C1', 'ptz', '1920', '90', '=1', '"', "'", '', '2.8-12', '1,5', '\u202e'],
    );
    const line = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const { cameras, leftOut } = read([TITLES, ...lines].join('\n'));
        const filled = lines.filter((each) => /[^,\s]/.test(each));
        expect(cameras.length + leftOut.length).toBeLessThanOrEqual(filled.length);
        if (!lines.some((each) => each.includes('"')))
          expect(cameras.length + leftOut.length).toBe(filled.length);
      }),
      { seed: SEED, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => typeof readCameraCsv(text).ok === 'boolean'),
      { seed: SEED },
    );
  });
});
