import type { Optics } from '../../../../core/analysis/image/optics.ts';
import { fromDegrees } from '../../../../core/units.ts';

/** A published table of distances: Detect, Observe, Recognise, Identify, metres, with what else the sheet says. */
export type DoriRow = {
  readonly camera: string;
  readonly focalLengthMm: number | null;
  readonly pixels: readonly [number, number];
  /** Degrees; the vertical one null where the sheet has none. */
  readonly angles: readonly [number, number | null];
  readonly published: readonly [number, number, number, number];
  /** Micrometres, where it is known. */
  readonly pitch: number | null;
  /** Detect by the flat and the arc model as computed elsewhere; flat null where there is none. */
  readonly elsewhere: readonly [number | null, number];
};

/** The columns: model, mm, across, high, HFOV, VFOV, D, O, R, I, pitch in µm, flat D, arc D; "-" for none. */
const LINES = `
Dahua IPC-HFW1230S-S5; 2.8; 1920; 1080; 102; 54; 38.6; 15.4; 7.7; 3.9; 2.9; 31.1; 43.1
Dahua IPC-HFW1230S-S5; 3.6; 1920; 1080; 84; 45; 49.7; 19.9; 9.9; 5.0; 2.9; 42.6; 52.4
Dahua HFW2441S-S; 2.8; 2688; 1520; 95; 52; 63.6; 25.4; 12.7; 6.4; -; 49.3; 64.8
Dahua HFW2441S-S; 3.6; 2688; 1520; 78; 41; 85.4; 34.2; 17.1; 8.5; -; 66.4; 79.0
Dahua HFW2249S-S-IL; 2.8; 1920; 1080; 107; 56; 43.9; 17.5; 8.8; 4.4; -; 28.4; 41.1
Dahua HFW2249S-S-IL; 3.6; 1920; 1080; 88; 44; 58.9; 23.6; 11.8; 5.9; -; 39.8; 50.0
Dahua HFW1430DT-STW; 2.8; 2560; 1440; 90; 50; 68.0; 27.2; 13.6; 6.8; -; 51.2; 65.2
Dahua HFW1430DT-STW; 3.6; 2560; 1440; 76; 40; 85.2; 34.1; 17.0; 8.5; -; 65.5; 77.2
Dahua HFW2441T-ZS wide; 2.7; 2688; 1520; 104; 54; 64.0; 25.6; 12.8; 6.4; -; 42.0; 59.2
Dahua HFW2441T-ZS tele; 13.5; 2688; 1520; 29; 16; 210; 84; 42; 21; -; 207.9; 212.4
Dahua EBW5641-AS fisheye; 1.68; 2560; 2560; 185; -; 33.6; 13.4; 6.7; 3.4; 2.0; -; 31.7
Hikvision DS-2CD2143G2-I; 2.8; 2688; 1520; 103; 55; 67; 26; 13; 6; 2.0; 42.8; 59.8
Hikvision DS-2CD2143G2-I; 4; 2688; 1520; 84; 45; 80; 31; 16; 8; 2.0; 59.7; 73.3
Hikvision DS-2CD2T47G2-L; 4; 2688; 1520; 95; 51; 77; 30; 15; 7; -; 49.3; 64.8
Hikvision DS-2CD2T47G2-L; 6; 2688; 1520; 58; 31; 115; 45; 23; 11; -; 97.0; 106.2
Hikvision DS-2CD2746G2-IZS wide; 2.8; 2688; 1520; 108; 56; 64.0; 25.4; 12.8; 6.4; -; 39.1; 57.0
Hikvision DS-2CD2746G2-IZS tele; 12; 2688; 1520; 30; 17; 190; 75.4; 38.0; 19.0; -; 200.6; 205.3
Hikvision DS-2CD1023G2-LIU; 2.8; 1920; 1080; 103; 56; 45; 18; 9; 4; -; 30.5; 42.7
Hikvision DS-2CD1023G2-LIU; 4; 1920; 1080; 83; 44; 56; 22; 11; 5; -; 43.4; 53.0
Hikvision DS-2CD1043G2-LIU; 2.8; 2560; 1440; 98; 54; 63; 25; 12; 6; -; 44.5; 59.9
Hikvision DS-2CD1043G2-LIU; 4; 2560; 1440; 78; 42; 78; 31; 15; 7; -; 63.2; 75.2
Hikvision DS-2CD2083G2-LI2U; 2.8; 3840; 2160; 108; 59; 84; 33; 16; 8; -; 55.8; 81.5
Hikvision DS-2CD2083G2-LI2U; 4; 3840; 2160; 88; 44; 117; 46; 23; 11; -; 79.5; 100.0
Hikvision DS-2CD2083G2-LI2U; 6; 3840; 2160; 54; 29; 176; 70; 35; 17; -; 150.7; 163.0
Hikvision DS-2CD2T86G2; 6; 3840; 2160; 59; 34; 140; 55; 28; 14; -; 135.7; 149.2
Axis P3287-LVE wide; -; 2592; 1944; 104; 76; 60; 24; 12; 6; -; 40.5; 57.1
Axis P3287-LVE tele; -; 2592; 1944; 34; 26; 170; 67; 34; 17; -; 169.6; 174.7
`;

function rowOf(line: string): DoriRow {
  const [camera = '', ...texts] = line.split('; ');
  const figures = texts.map((text) => (text === '-' ? null : Number(text)));
  const at = (index: number) => {
    const figure = figures[index];
    if (typeof figure !== 'number' || Number.isNaN(figure)) throw new Error(`${line}: ${index}`);
    return figure;
  };
  return {
    camera,
    focalLengthMm: figures[0] ?? null,
    pixels: [at(1), at(2)],
    angles: [at(3), figures[4] ?? null],
    published: [at(5), at(6), at(7), at(8)],
    pitch: figures[9] ?? null,
    elsewhere: [figures[10] ?? null, at(11)],
  };
}

export const doriRows: readonly DoriRow[] = LINES.trim().split('\n').map(rowOf);

/** A camera with what its sheet says; a size of the sensor that is not known plays no part but in the centre model. */
export function opticsOf({ focalLengthMm, pixels, angles, pitch }: DoriRow): Optics {
  const [widthPx, heightPx] = pixels;
  const [horizontal, vertical] = angles;
  const pitchMm = (pitch ?? 1) / 1000;
  return {
    focalLengthMm: focalLengthMm ?? 1,
    sensorWidthMm: widthPx * pitchMm,
    sensorHeightMm: heightPx * pitchMm,
    widthPx,
    heightPx,
    fieldOfView: { horizontal: fromDegrees(horizontal), vertical: fromDegrees(vertical ?? horizontal) },
  };
}
