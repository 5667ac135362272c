import { type MappedField, mappedFields, sortsOfKind } from '../../../core/mapping/mapped-fields.ts';
import type { FieldSource } from '../../../core/mapping/mapping.ts';
import { type MeasureUnit, measureUnits } from '../../../core/mapping/read-field.ts';
import type { AttributeSurvey, Survey } from '../../../core/mapping/survey.ts';
import { definitionOf } from '../../../core/plan/kinds/definition.ts';
import type { Kind } from '../../../core/plan/kinds/index.ts';
import { formatBearing, formatLength } from '../../../core/quantity.ts';
import { text } from '../../messages/text.ts';
import { Select, type SelectOption } from '../../ui/fields/Select.tsx';
import type { FieldSources } from './choices.ts';
import styles from './MappingDialog.module.css';
import { choiceName, countText, featuresText, fieldName, kindName } from './mapping-words.ts';

type Props = {
  readonly kind: Kind;
  readonly features: number;
  readonly survey: Survey;
  readonly sources: FieldSources;
  readonly onChange: (sources: FieldSources) => void;
};

/** Where the fields of a kind come from: an attribute, or one value for all; else they have their usual values. */
export function KindFields({ kind, features, survey, sources, onChange }: Props) {
  const attributes = attributesFor(kind, survey);
  const change = (name: string, source: FieldSource | null): void => {
    const others = Object.entries(sources).filter(([each]) => each !== name);
    onChange(Object.fromEntries(source ? [...others, [name, source]] : others));
  };
  return (
    <fieldset className={styles.kind}>
      <legend>{text('mapping.fieldsOf', { kind: kindName(kind), features: featuresText(features) })}</legend>
      <div className={styles.fields}>
        {shownFields(kind).map((field) => (
          <Field
            key={field.name}
            kind={kind}
            field={field}
            attributes={attributes}
            source={sources[field.name] ?? null}
            onChange={(source) => change(field.name, source)}
          />
        ))}
      </div>
    </fieldset>
  );
}

const shownTexts: readonly string[] = ['name', 'tag', 'notes'];

/** Measures and names first; what is seldom in a file of another program is left to mappings that are written. */
function shownFields(kind: Kind): readonly MappedField[] {
  const fields = mappedFields[kind];
  const measures = fields.filter(({ sort }) => sort === 'length' || sort === 'bearing');
  const texts = shownTexts.flatMap((name) => fields.filter((field) => field.name === name));
  return [...measures, ...texts, ...fields.filter(({ sort }) => sort === 'choice')];
}

/** The attributes that features which can be of a kind have, each once. */
function attributesFor(kind: Kind, { geometries }: Survey): readonly AttributeSurvey[] {
  const found = new Map<string, AttributeSurvey>();
  for (const { geometry, attributes } of geometries)
    if (sortsOfKind[kind].includes(geometry))
      for (const attribute of attributes)
        if (!found.has(attribute.name)) found.set(attribute.name, attribute);
  return [...found.values()];
}

type FieldProps = {
  readonly kind: Kind;
  readonly field: MappedField;
  readonly attributes: readonly AttributeSurvey[];
  readonly source: FieldSource | null;
  readonly onChange: (source: FieldSource | null) => void;
};

const FROM = 'from ';
const FIXED = 'is ';

function Field({ kind, field, attributes, source, onChange }: FieldProps) {
  const { name, sort } = field;
  const label = fieldName(name);
  const change = (id: string): void => {
    if (id.startsWith(FROM)) onChange({ attribute: id.slice(FROM.length) });
    else onChange(id.startsWith(FIXED) ? { value: id.slice(FIXED.length) } : null);
  };
  const attribute = source && 'attribute' in source ? source.attribute : null;
  const known = attributes.find((each) => each.name === attribute);
  return (
    <div className={styles.field}>
      <Select
        label={label}
        labelPlacement="top"
        options={sourceOptions(kind, field, attributes)}
        value={idOf(source)}
        onChange={change}
      />
      {attribute !== null && sort === 'length' && (
        <Select
          label={text('mapping.unitOf', { field: label })}
          labelPlacement="hidden"
          options={unitOptions}
          description={known && readableText(known)}
          value={(source && 'attribute' in source && source.unit) || 'm'}
          onChange={(unit) => onChange(unit === 'm' ? { attribute } : { attribute, unit })}
        />
      )}
    </div>
  );
}

const unitOptions: readonly SelectOption<MeasureUnit>[] = measureUnits.map((id) => ({
  id,
  label: text(`mapping.unit.${id}`),
}));

const USUAL = '';

function idOf(source: FieldSource | null): string {
  if (source === null) return USUAL;
  return 'attribute' in source ? `${FROM}${source.attribute}` : `${FIXED}${source.value}`;
}

function sourceOptions(
  kind: Kind,
  { name, sort, choices }: MappedField,
  attributes: readonly AttributeSurvey[],
): readonly SelectOption<string>[] {
  // A length is in an attribute that has at least one; of the others any may be meant.
  const offered = sort === 'length' ? attributes.filter(({ measures }) => measures > 0) : attributes;
  return [
    { id: USUAL, label: usualText(kind, name) },
    ...choices
      .filter((choice) => choice !== usualOf(kind, name))
      .map((choice) => ({ id: `${FIXED}${choice}`, label: choiceName(name, choice) })),
    ...offered.map((attribute) => ({
      id: `${FROM}${attribute.name}`,
      label: text('mapping.from', { attribute: attribute.name }),
      detail: attribute.values[0]?.text.slice(0, 30) ?? '',
    })),
  ];
}

/** What a field is where nothing says it; everything in a file of another program is there. */
function usualOf(kind: Kind, field: string): unknown {
  const defaults: Readonly<Record<string, unknown>> = definitionOf(kind).defaults;
  return field === 'state' ? 'existing' : defaults[field];
}

function usualText(kind: Kind, field: string): string {
  const usual = usualOf(kind, field);
  if (typeof usual === 'number')
    return text('mapping.usual', {
      value: field === 'direction' ? formatBearing(usual) : formatLength(usual, 'm', 1),
    });
  return typeof usual === 'string' && usual !== ''
    ? text('mapping.usual', { value: choiceName(field, usual) })
    : text('mapping.noText');
}

function readableText({ measures, features, values }: AttributeSurvey): string {
  return text('mapping.readable', {
    read: countText(measures),
    features: countText(features),
    example: values[0]?.text ?? '',
  });
}
