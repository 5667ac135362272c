import { err, ok, type Result } from '../result.ts';

/**
 * What a certificate says a barrier was tested with and how far the vehicle came.
 *
 * Never converted from one standard to another: they measure penetration from different faces.
 */
export type CrashRating = {
  readonly standard: 'ASTM F2656' | 'SD-STD-02.01' | 'IWA 14-1 / ISO 22343-1' | 'PAS 68';
  /** As the standard writes it: `M`, `K`, `N2B`. */
  readonly vehicleClass: string;
  readonly massKg: number;
  /** Nominal speed of the test, km/h. */
  readonly speedKmh: number;
  /** Angle of impact to the line of the barrier, degrees; null where the standard knows one only. */
  readonly angleDeg: number | null;
  readonly penetration: Penetration;
};

/** The class as written, null where metres are written; `atMost` in metres, null for a class without a bound. */
export type Penetration = {
  readonly class: string | null;
  readonly atMost: number | null;
  /** How far the major debris flew, metres; PAS 68 only. */
  readonly debris: number | null;
};

/** Why a text is no rating: its form is none of the known ones, or a class, speed or angle in it is unknown. */
export type RatingRefusal = 'not-a-rating' | 'unknown-vehicle' | 'unknown-speed' | 'unknown-penetration';

// ASTM F2656-15, table of test vehicles: kg.
const astmMasses: Readonly<Record<string, number>> = {
  C: 1100,
  FS: 2100,
  PU: 2300,
  M: 6800,
  C7: 7200,
  H: 29_500,
};
// ASTM F2656-07, nominal speeds: mph to km/h, each rounded by the standard.
const astmSpeeds: Readonly<Record<string, number>> = { 30: 50, 40: 65, 50: 80, 60: 100 };
// ASTM F2656: metres; P4 (30 m and beyond) is of the edition of 2007 only.
const astmPenetrations: Readonly<Record<string, number | null>> = { P1: 1, P2: 7, P3: 30, P4: null };

// US DOS SD-STD-02.01 (1985): one vehicle of 15,000 lb at 30, 40 and 50 mph; 3, 20 and 50 ft in metres.
const DOS_MASS_KG = 6800;
const dosSpeeds: Readonly<Record<string, number>> = { K4: 50, K8: 65, K12: 80 };
const dosPenetrations: Readonly<Record<string, number>> = { L3: 1, L2: 6, L1: 15 };

const astmForm = /^(C7|C|FS|PU|M|H)(\d{2})[-/ ](P\d)$/;
const dosForm = /^(K\d{1,2})[-/ ](L\d)$/;
// method/mass[class]/speed/angle:penetration, and /debris after it in PAS 68 only.
const metricForm =
  /^V\/(\d{3,5})\[([A-Z]\d[A-Z]?)\]\/(\d{2,3})\/(\d{1,2}):(\d{1,3}(?:\.\d{1,2})?)(?:\/(\d{1,3}(?:\.\d{1,2})?))?$/;

/**
 * Reads a crash rating as certificates write it: `M50-P1`, `M30/P2`, `K12-L3`, `V/7200[N2B]/80/90:0.7`,
 * `V/7500[N3]/48/90:28.1/18.0`. Small letters and blanks around it are taken too.
 *
 * Two penetration figures are the form of PAS 68; one figure is read as IWA 14-1 (now ISO 22343-1).
 */
export function parseRating(text: string): Result<CrashRating, RatingRefusal> {
  const written = text.trim().toUpperCase();
  const astm = astmForm.exec(written);
  if (astm) return readAstm(astm);
  const dos = dosForm.exec(written);
  if (dos) return readDos(dos);
  const metric = metricForm.exec(written);
  return metric ? readMetric(metric) : err('not-a-rating');
}

function readAstm([, vehicleClass = '', speed = '', penetration = '']: RegExpExecArray) {
  const massKg = astmMasses[vehicleClass];
  const speedKmh = astmSpeeds[speed];
  const atMost = astmPenetrations[penetration];
  if (massKg === undefined) return err('unknown-vehicle' as const);
  if (speedKmh === undefined) return err('unknown-speed' as const);
  if (atMost === undefined) return err('unknown-penetration' as const);
  return ok<CrashRating>({
    standard: 'ASTM F2656',
    vehicleClass,
    massKg,
    speedKmh,
    angleDeg: null,
    penetration: { class: penetration, atMost, debris: null },
  });
}

function readDos([, test = '', penetration = '']: RegExpExecArray) {
  const speedKmh = dosSpeeds[test];
  const atMost = dosPenetrations[penetration];
  if (speedKmh === undefined) return err('unknown-speed' as const);
  if (atMost === undefined) return err('unknown-penetration' as const);
  return ok<CrashRating>({
    standard: 'SD-STD-02.01',
    vehicleClass: 'K',
    massKg: DOS_MASS_KG,
    speedKmh,
    angleDeg: null,
    penetration: { class: penetration, atMost, debris: null },
  });
}

function readMetric([, mass, vehicleClass = '', speed, angle, metres, debris]: RegExpExecArray) {
  const angleDeg = Number(angle);
  const massKg = Number(mass);
  const speedKmh = Number(speed);
  if (massKg === 0 || speedKmh === 0 || angleDeg === 0 || angleDeg > 90) return err('not-a-rating' as const);
  return ok<CrashRating>({
    standard: debris === undefined ? 'IWA 14-1 / ISO 22343-1' : 'PAS 68',
    vehicleClass,
    massKg,
    speedKmh,
    angleDeg,
    penetration: {
      class: null,
      atMost: Number(metres),
      debris: debris === undefined ? null : Number(debris),
    },
  });
}

/** Energy of the tested impact in kilojoules, ½·m·v²; not the rounded figure a standard prints. */
export function impactEnergyKj({ massKg, speedKmh }: CrashRating): number {
  return (massKg * (speedKmh / 3.6) ** 2) / 2000;
}
