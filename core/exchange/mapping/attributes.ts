type Properties = Readonly<Record<string, unknown>>;

/** Objects within each other of which the attributes are read. */
const DEEPEST = 4;

const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an attribute says as a text: 3 is "3", true is "true"; null for what says nothing, and for lists and objects. */
function textOf(value: unknown): string | null {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/**
 * The attributes of a feature, each with what it says; null where it says nothing. Those of an object within are named
 * with it, by a dot: `names.primary`.
 */
export function attributesOf(
  properties: Properties,
): readonly (readonly [name: string, text: string | null])[] {
  return within(properties, '', 1);
}

function within(properties: Properties, start: string, depth: number): [string, string | null][] {
  return Object.entries(properties).flatMap(([key, value]) => {
    const name = `${start}${key}`;
    return isObject(value) && depth < DEEPEST
      ? within(value, `${name}.`, depth + 1)
      : [[name, textOf(value)] satisfies [string, string | null]];
  });
}

/** What an attribute of a feature says, by its name as `attributesOf` gives it; null where it has none, or it says nothing. */
export function attributeText(properties: Properties, name: string): string | null {
  return textWithin(properties, name, 1);
}

function textWithin(properties: Properties, name: string, depth: number): string | null {
  const own = Object.hasOwn(properties, name) ? textOf(properties[name]) : null;
  if (own !== null || depth >= DEEPEST) return own;
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const key = name.slice(0, dot);
    const inner = Object.hasOwn(properties, key) ? properties[key] : null;
    const text = isObject(inner) ? textWithin(inner, name.slice(dot + 1), depth + 1) : null;
    if (text !== null) return text;
  }
  return null;
}
