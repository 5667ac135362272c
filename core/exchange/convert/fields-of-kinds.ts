import { viewportFields } from '../../codec/geojson/flat-sheet.ts';
import { canHave } from '../../mapping/can-have.ts';
import { type Kind, planKinds } from '../../plan/kinds/index.ts';

/** Whether records of a kind have a field of a name, as files write them: sheets flat, with those of their viewport. */
export function isFieldOf(kind: Kind, name: string): boolean {
  if (kind === 'sheet')
    return (
      name !== 'viewports' && [...Object.keys(planKinds.sheet.schema.shape), ...viewportFields].includes(name)
    );
  return Object.hasOwn(planKinds[kind].schema.shape, name);
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields whose values a kind can have, and the texts of the others by their names. */
export function possibleFields(
  kind: Kind,
  fields: Fields,
): { readonly known: Fields; readonly impossible: ReadonlyMap<string, string> } {
  const impossible = new Map<string, string>();
  for (const [name, value] of Object.entries(fields))
    if (!canHave(kind, name, value)) impossible.set(name, String(value));
  if (impossible.size === 0) return { known: fields, impossible };
  const known = Object.entries(fields).filter(([name]) => !impossible.has(name));
  return { known: Object.fromEntries(known), impossible };
}
