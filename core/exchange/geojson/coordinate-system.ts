import { err, ok, type Result } from '../../result.ts';
import { z } from '../../schema.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';

const LONGEST_NAME = 100;
/** Longitude and latitude on WGS 84, as a short name, a URN or an address says it; with heights as well. */
const DEGREES = /(?:^|[:/])(?:crs:?84h?|epsg[\w.:/#]*[:/#](?:4326|4979))$/i;

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

/** Why coordinates are not in degrees on WGS 84 by what the member "crs" of GeoJSON 2008 says; null where they are. */
export function strangeCrs(where: string, crs: unknown): string | null {
  if (crs === undefined) return null;
  const name = crsSchema.safeParse(crs);
  if (name.success && name.data.length <= LONGEST_NAME && DEGREES.test(name.data.trim())) return null;
  const said = name.success ? name.data : JSON.stringify(crs);
  return `The coordinates of ${where} are not longitude and latitude on WGS 84: its "crs" is ${said.slice(0, 60)}. Convert it to WGS 84 (EPSG:4326) first.`;
}

/** What the coordinates of a file are by what its top level says, or why they cannot be read. */
export function coordinatesOf(
  top: Readonly<Record<string, unknown>>,
): Result<NeutralDrawing['coordinates'], { readonly message: string }> {
  const { coordinates, crs } = top;
  if (coordinates === 'plan-metres') return ok('plan-metres');
  if (coordinates !== undefined && coordinates !== null) {
    const said = JSON.stringify(coordinates).slice(0, 60);
    const message = `"coordinates": ${said} at the top level is not known. Write "plan-metres" if they are metres of the plan, or take it out if they are longitude and latitude.`;
    return err({ message });
  }
  const problem = strangeCrs('this file', crs);
  return problem === null ? ok('degrees') : err({ message: problem });
}
