import fc from 'fast-check';
import {
  type CatalogueCamera,
  cameraHousings,
  catalogueCameraTypes,
  figureOrigins,
  keptFigure,
} from '../../../core/catalogue/cameras/catalogue-camera.ts';
import { soundCamera } from '../../../core/catalogue/cameras/sound-camera.ts';
import { plainLine } from '../../../core/plain-text.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
const figure = (least: number, most: number) =>
  fc.double({ min: least, max: most, noNaN: true }).map(keptFigure);
const signs = fc.constantFrom(...'=+-@\'"`;,|\t a1é\u200b\u00a0\ufeff\u2212\uff1d'.split(''));
const line = fc
  .oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ unit: signs, minLength: 1, maxLength: 12 }))
  .map((text) => plainLine(text).trim())
  .filter((text) => text !== '');
const degrees = maybe(figure(0.1, 360));

/** Cameras of the catalogue of every sort, sound ones, with names and notes that are hard to write in a table. */
export const someCamera: fc.Arbitrary<CatalogueCamera> = fc
  .record({
    maker: line,
    model: line,
    type: fc.constantFrom(...catalogueCameraTypes),
    housing: maybe(fc.constantFrom(...cameraHousings)),
    figures: fc.constantFrom(...figureOrigins),
    sensorFormat: maybe(fc.constantFrom('1/4', '1/2.8', '1/1.8', '1/2.55', '2/3', '1', '4/3')),
    sensorWidthMm: maybe(figure(0.3, 100)),
    sensorHeightMm: maybe(figure(0.3, 100)),
    pixelPitchUm: maybe(figure(0.3, 100)),
    widthPx: fc.integer({ min: 1, max: 100_000 }),
    heightPx: fc.integer({ min: 1, max: 100_000 }),
    wide: fc.record({
      focalLengthMm: maybe(figure(0.1, 5000)),
      horizontalDeg: degrees,
      verticalDeg: degrees,
    }),
    tele: maybe(
      fc.record({ focalLengthMm: figure(0.1, 5000), horizontalDeg: degrees, verticalDeg: degrees }),
    ),
    minimumLux: maybe(figure(0, 100_000)),
    infraredRange: maybe(figure(0, 10_000)),
    source: maybe(line),
    note: maybe(line),
  })
  .filter((camera) => soundCamera(camera).ok);
