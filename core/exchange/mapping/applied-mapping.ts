import { type MappedField, mappedFields } from '../../mapping/mapped-fields.ts';
import type { FieldSource, Mapping, MappingRule } from '../../mapping/mapping.ts';
import { fieldValue } from '../../mapping/read-field.ts';
import type { Kind } from '../../plan/kinds/index.ts';
import { geometryFields } from '../convert/geometry-fields.ts';
import { OBSTACLE_WIDTH, type TaggedRecord } from '../convert/osm-tags.ts';
import { isNameOfFeature } from '../convert/tags.ts';
import type { DrawnElement, Form } from '../neutral-drawing.ts';
import { attributesOf, attributeText } from './attributes.ts';
import { FieldCounts } from './field-counts.ts';
import { RuleCounts } from './rule-counts.ts';

/** What the rules say of a feature: a record; nothing is to come of it; or its own tags are to be read. */
type Meaning =
  | { readonly type: 'record'; readonly record: TaggedRecord }
  | { readonly type: 'nothing' | 'as-read' };

type Texts = (attribute: string) => string | null;

/** A mapping at work on the features of a file: it counts what each of its rules was of use for. */
export class AppliedMapping {
  readonly #rules: readonly MappingRule[];
  readonly #asked: ReadonlySet<string>;
  readonly #counts: RuleCounts;
  readonly #fields = new FieldCounts();

  constructor({ rules }: Mapping) {
    this.#rules = rules;
    this.#asked = new Set(rules.flatMap(({ attribute }) => attribute ?? []));
    this.#counts = new RuleCounts(rules);
  }

  /** What one form of a feature is by the first rule that fits it. */
  meaningOf({ source, properties }: DrawnElement, form: Form): Meaning {
    const known = new Map<string, string | null>();
    const textOf: Texts = (attribute) => {
      const text = known.get(attribute);
      if (text !== undefined) return text;
      const read = attributeText(properties, attribute);
      known.set(attribute, read);
      return read;
    };
    const index = this.#rules.findIndex((rule) => fits(rule, textOf, form));
    const rule = this.#rules[index];
    if (!rule || rule.becomes === 'as-read') {
      if (rule) this.#counts.add(index, source);
      return { type: 'as-read' };
    }
    if (rule.becomes === 'left-out') {
      this.#counts.add(index, source);
      return { type: 'nothing' };
    }
    const [place] = geometryFields[rule.becomes](form) ?? [];
    if (!place) {
      this.#counts.addMisfit(index, form.type);
      return { type: 'nothing' };
    }
    this.#counts.add(index, source);
    const fields = fieldsThatFit(rule, place);
    return { type: 'record', record: this.#recordOf(rule.becomes, fields, { textOf, properties, form }) };
  }

  /** One sentence for each rule, and for each field that could not be read everywhere. */
  remarks(): readonly string[] {
    return [...this.#counts.remarks(), ...this.#fields.remarks()];
  }

  #recordOf(
    kind: Kind,
    given: readonly (readonly [string, FieldSource])[],
    {
      textOf,
      properties,
      form,
    }: { readonly textOf: Texts; readonly properties: DrawnElement['properties']; readonly form: Form },
  ): TaggedRecord {
    // What a file of another program shows is there, also what is bought.
    const fields: Record<string, unknown> = { state: 'existing', ...usualAlong(kind, form) };
    const used = new Set(this.#asked);
    let bearing: number | null = null;
    for (const [name, source] of given) {
      const field = mappedFields[kind].find((each) => each.name === name);
      if (!field) continue;
      if ('attribute' in source) used.add(source.attribute);
      const value = this.#read(kind, field, { source, textOf });
      if (value === null) continue;
      if (field.sort === 'bearing') bearing = value as number;
      else fields[name] = value;
    }
    const ignored = attributesOf(properties).flatMap(([name, text]) =>
      text === null || used.has(name) || isNameOfFeature(name) ? [] : [name],
    );
    return { kind, fields, unread: new Map(), ignored, also: [], bearing, level: { type: 'ground' } };
  }

  #read(
    kind: Kind,
    field: MappedField,
    { source, textOf }: { readonly source: FieldSource; readonly textOf: Texts },
  ): unknown {
    if ('value' in source) return fieldValue(kind, field, { text: String(source.value) });
    const text = textOf(source.attribute);
    const value = text === null ? null : fieldValue(kind, field, { text, unit: source.unit });
    this.#fields.add({ kind, field, attribute: source.attribute }, value === null ? { text } : 'read');
    return value;
  }
}

/** What an obstacle along a line is not without; by tags it gets the same. */
const usualAlong = (kind: Kind, form: Form): Readonly<Record<string, unknown>> =>
  kind === 'obstacle' && form.type === 'line' ? { width: OBSTACLE_WIDTH } : {};

function fits({ attribute, value, geometry }: MappingRule, textOf: Texts, form: Form): boolean {
  if (geometry !== undefined && geometry !== form.type) return false;
  if (attribute === undefined) return true;
  const text = textOf(attribute);
  return text !== null && (value === undefined || text === String(value).trim());
}

/** The fields of a rule that a record in this place has: one along a line has no outline, and the other way round. */
function fieldsThatFit(
  { fields = {} }: MappingRule,
  place: Readonly<Record<string, unknown>>,
): readonly (readonly [string, FieldSource])[] {
  return Object.entries(fields).filter(([name]) => place[name] !== null);
}
