import { err, ok, type Result } from '../../result.ts';
import { z } from '../../schema.ts';
import { type CoordinateReference, coordinateReference } from '../crs/coordinate-reference.ts';
import type { NeutralDrawing } from '../neutral-drawing.ts';

const LONGEST_NAME = 100;
/** Of what is said of a value that is not known. */
const LONGEST_SAID = 60;
/** Longitude and latitude on WGS 84, as a short name, a URN or an address says it; with heights as well. */
const DEGREES = /(?:^|[:/])(?:crs:?84h?|epsg[\w.:/#]*[:/#](?:4326|4979))$/i;
/** An EPSG code, as a short name, a URN or an address says it. */
const CODE = /(?:^|[:/])epsg[\w.:/#]*[:/#](\d{4,6})$/i;

/** The member "crs" of GeoJSON 2008, its name or what is odd about it: the rest of a sentence that begins with it. */
type Named = { readonly name: string } | { readonly fault: string };

const nameSchema = z.looseObject({ name: z.string() });
const codeSchema = z.looseObject({ code: z.union([z.number(), z.string()]) });
const memberSchema = z.looseObject({ type: z.string() });

/** The forms of a "crs" that is an object, by its "type", with its "properties". */
const objectForms: Readonly<Record<string, (properties: unknown) => Named>> = {
  name: (properties) => {
    const named = nameSchema.safeParse(properties);
    return named.success ? namedBy(named.data.name) : { fault: 'is of the type "name" and has no name' };
  },
  EPSG: (properties) => {
    const coded = codeSchema.safeParse(properties);
    return coded.success
      ? namedBy(`EPSG:${coded.data.code}`)
      : { fault: 'is of the type "EPSG" and has no code' };
  },
  link: () => ({ fault: 'is a link, and no link is followed' }),
};

function namedBy(text: string): Named {
  const name = text.trim();
  if (name === '') return { fault: 'has an empty name' };
  // Patterns are tried on no longer ones; cut, it ends as no code does.
  return { name: name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name };
}

function namedSystem(crs: unknown): Named {
  if (typeof crs === 'string') return namedBy(crs);
  if (typeof crs !== 'object' || Array.isArray(crs)) return { fault: 'is neither a text nor an object' };
  const member = memberSchema.safeParse(crs);
  if (!member.success) return { fault: 'has no "type"' };
  const { type, properties } = member.data;
  if (Object.hasOwn(objectForms, type) && objectForms[type]) return objectForms[type](properties);
  return { fault: `is of the type ${JSON.stringify(type.slice(0, LONGEST_SAID))}, which is not known` };
}

/** Whether a member says a system at all: GeoJSON 2008 has null for one that is not known. */
const isSaid = (crs: unknown) => crs !== undefined && crs !== null;

/** Whether the top level of a text says in which system its coordinates are. */
export function isSystemSaid({ coordinates, crs }: Readonly<Record<string, unknown>>): boolean {
  return isSaid(coordinates) || isSaid(crs);
}

/** In which system coordinates are by what a top level says: equal texts for the same. */
export function systemSaid({ coordinates, crs }: Readonly<Record<string, unknown>>): string {
  const asThere = isSaid(coordinates) ? `coordinates ${JSON.stringify(coordinates)}` : 'degrees';
  if (!isSaid(crs)) return asThere;
  const named = namedSystem(crs);
  if ('fault' in named) return `crs ${JSON.stringify(crs)}`;
  if (DEGREES.test(named.name)) return asThere;
  const [, code] = CODE.exec(named.name) ?? [];
  return code === undefined ? named.name : `EPSG:${Number(code)}`;
}

/** Why coordinates of one feature are not in the system of its file, which says it by its own "crs"; null where they are. */
export function otherSystem(crs: unknown, top: Readonly<Record<string, unknown>>): string | null {
  const ofFile = isSaid(top.crs) ? { crs: top.crs } : top;
  const isSame = !isSaid(crs) || systemSaid({ crs }) === systemSaid(ofFile);
  return isSame ? null : 'its own "crs" is not the system of the file';
}

/** What the coordinates of a file are, and how they come there from what stands in it. */
export type Coordinates = {
  readonly coordinates: NeutralDrawing['coordinates'];
  /** Null where they stand in it as they are. */
  readonly reference: CoordinateReference | null;
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
  if (isSaid(coordinates) && !isMetres) {
    const said = JSON.stringify(coordinates).slice(0, LONGEST_SAID);
    const message = `"coordinates": ${said} at the top level is not known. Write "plan-metres" if they are metres of the plan, or take it out if they are longitude and latitude.`;
    return err({ message });
  }
  const asThere: NeutralDrawing['coordinates'] = isMetres ? 'plan-metres' : 'degrees';
  if (!isSaid(crs)) {
    const meant = isMetres ? 'metres of a plan, as it says besides' : 'longitude and latitude on WGS 84';
    const unknown = `The "crs" of this file is null, which is a system that is not known: its coordinates are read as ${meant}.`;
    return ok({ coordinates: asThere, reference: null, remarks: crs === null ? [unknown] : [] });
  }
  const named = namedSystem(crs);
  if ('fault' in named)
    return err({
      message: `The "crs" of this file ${named.fault}: in which system its coordinates are is not known. ${EXPORT}`,
    });
  if (DEGREES.test(named.name)) return ok({ coordinates: asThere, reference: null, remarks: [] });
  const [, code] = CODE.exec(named.name) ?? [];
  const reference = code === undefined ? null : coordinateReference(Number(code));
  if (!reference)
    return err({
      message: `The coordinates of this file are in a system that is not known here: its "crs" is ${named.name.slice(0, LONGEST_SAID)}. ${EXPORT}`,
    });
  const both = 'The file says "plan-metres" and a "crs": it is read by its "crs", which says where it lies.';
  const remarks = [...(isMetres ? [both] : []), ...reference.remarks];
  return ok({ coordinates: 'degrees', reference, remarks });
}
