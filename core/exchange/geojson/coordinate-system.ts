import type { Point } from '../../geometry/point.ts';
import { err, ok, type Result } from '../../result.ts';
import { z } from '../../schema.ts';
import { coordinateReference } from '../crs/coordinate-reference.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';

const LONGEST_NAME = 100;
/** Longitude and latitude on WGS 84, as a short name, a URN or an address says it; with heights as well. */
const DEGREES = /(?:^|[:/])(?:crs:?84h?|epsg[\w.:/#]*[:/#](?:4326|4979))$/i;
/** An EPSG code, as a short name, a URN or an address says it. */
const CODE = /(?:^|[:/])epsg[\w.:/#]*[:/#](\d{4,6})$/i;

const crsSchema = z.union([
  z.string(),
  z
    .looseObject({ type: z.literal('name'), properties: z.looseObject({ name: z.string() }) })
    .transform(({ properties }) => properties.name),
  z
    .looseObject({
      type: z.literal('EPSG'),
      properties: z.looseObject({ code: z.union([z.number(), z.string()]) }),
    })
    .transform(({ properties }) => `EPSG:${properties.code}`),
]);

/** The name that the member "crs" of GeoJSON 2008 gives; null where it is none that can be a name. */
function nameOf(crs: unknown): string | null {
  const name = crsSchema.safeParse(crs);
  return name.success && name.data.length <= LONGEST_NAME ? name.data.trim() : null;
}

/** Why coordinates of one feature are not in the system of its file, which says it by its own "crs"; null where they are. */
export function otherSystem(crs: unknown, ofFile: unknown): string | null {
  if (crs === undefined) return null;
  const name = nameOf(crs);
  const isSame = name !== null && name === nameOf(ofFile);
  const isDegrees = ofFile === undefined && name !== null && DEGREES.test(name);
  return isSame || isDegrees ? null : 'its own "crs" is not the system of the file';
}

/** What the coordinates of a file are, and how they come there from what stands in it. */
export type Coordinates = {
  readonly coordinates: NeutralDrawing['coordinates'];
  /** Null where they stand in it as they are. */
  readonly toDegrees: ((point: Point) => Point) | null;
  readonly remarks: readonly string[];
};

const EXPORT =
  'Export it again as WGS 84 (EPSG:4326): in QGIS by “Save Features As…”, with GDAL by “ogr2ogr -t_srs EPSG:4326”.';

/** What the coordinates of a file are by what its top level says, or why they cannot be read. */
export function coordinatesOf(
  top: Readonly<Record<string, unknown>>,
): Result<Coordinates, { readonly message: string }> {
  const { coordinates, crs } = top;
  const isMetres = coordinates === 'plan-metres';
  if (coordinates !== undefined && coordinates !== null && !isMetres) {
    const said = JSON.stringify(coordinates).slice(0, 60);
    const message = `"coordinates": ${said} at the top level is not known. Write "plan-metres" if they are metres of the plan, or take it out if they are longitude and latitude.`;
    return err({ message });
  }
  const name = crs === undefined ? null : nameOf(crs);
  if (crs === undefined || (name !== null && DEGREES.test(name)))
    return ok({ coordinates: isMetres ? 'plan-metres' : 'degrees', toDegrees: null, remarks: [] });
  const code = name === null ? null : CODE.exec(name)?.[1];
  const reference = code ? coordinateReference(Number(code)) : null;
  if (!reference) {
    const said = name ?? JSON.stringify(crs);
    return err({
      message: `The coordinates of this file are in a system that is not known here: its "crs" is ${said.slice(0, 60)}. ${EXPORT}`,
    });
  }
  const both = 'The file says "plan-metres" and a "crs": it is read by its "crs", which says where it lies.';
  const remarks = [...(isMetres ? [both] : []), ...reference.remarks];
  return ok({ coordinates: 'degrees', toDegrees: reference.toDegrees, remarks });
}
