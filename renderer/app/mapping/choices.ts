import { type GeometrySort, mappedKinds } from '../../../core/mapping/mapped-fields.ts';
import {
  type FieldSource,
  type Mapping,
  type MappingRule,
  mappingOf,
  type Outcome,
} from '../../../core/mapping/mapping.ts';
import type { AttributeSurvey, GeometrySurvey, Survey } from '../../../core/mapping/survey.ts';
import type { Kind } from '../../../core/plan/kinds/index.ts';
import { attributesByTelling } from './telling-attributes.ts';

/** Features that are decided together: those of one sort of geometry with one value, with another value, or with none. */
export type Row = {
  readonly id: string;
  readonly geometry: GeometrySort;
  readonly sort: 'value' | 'others' | 'rest';
  /** Null where it is not one value. */
  readonly value: string | null;
  readonly features: number;
  readonly understood: number;
};

export type FieldSources = Readonly<Record<string, FieldSource>>;

/** What a person has chosen of a survey: how features are told apart, and what they become. */
export type Choices = {
  /** Null where all features of one sort of geometry are alike. */
  readonly attribute: string | null;
  /** By the ids of rows; what is absent is read by its own tags. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly fields: ReadonlyMap<Kind, FieldSources>;
};

/** The rows of a survey whose features are told apart by an attribute: every feature is in one of them. */
export function rowsOf({ geometries }: Survey, attribute: string | null): readonly Row[] {
  return geometries.flatMap((geometry) => {
    const by = geometry.attributes.find(({ name }) => name === attribute);
    return by ? rowsBy(by, geometry) : [rowOf(geometry.geometry, 'rest', geometry)];
  });
}

type Counted = { readonly features: number; readonly understood: number };

function rowOf(
  geometry: GeometrySort,
  sort: Row['sort'],
  { features, understood, text = null }: Counted & { readonly text?: string | null },
): Row {
  return { id: `${geometry} ${sort} ${text ?? ''}`, geometry, sort, value: text, features, understood };
}

function rowsBy(by: AttributeSurvey, { geometry, features, understood }: GeometrySurvey): readonly Row[] {
  const listed = by.values.reduce((sum, each) => sum + each.features, 0);
  const known = by.values.reduce((sum, each) => sum + each.understood, 0);
  const rows = [
    ...by.values.map((value) => rowOf(geometry, 'value', value)),
    rowOf(geometry, 'others', { features: by.features - listed, understood: by.understood - known }),
    rowOf(geometry, 'rest', { features: features - by.features, understood: understood - by.understood }),
  ];
  return rows.filter((row) => row.features > 0);
}

/** What a row becomes. */
export const outcomeOf = ({ outcomes }: Choices, { id }: Row): Outcome => outcomes.get(id) ?? 'as-read';

/** The mapping that says what was chosen: of each sort of geometry its values, then what has others, then the rest. */
export function mappingOfChoices(survey: Survey, choices: Choices): Mapping {
  const rows = rowsOf(survey, choices.attribute);
  const rules = rows.flatMap((row, index) => {
    const becomes = outcomeOf(choices, row);
    const isNeeded = rows
      .slice(index)
      .some((later) => later.geometry === row.geometry && outcomeOf(choices, later) !== 'as-read');
    return isNeeded ? [ruleOf(row, becomes, choices)] : [];
  });
  return mappingOf(rules);
}

function ruleOf(
  { geometry, sort, value }: Row,
  becomes: Outcome,
  { attribute, fields }: Choices,
): MappingRule {
  const given = becomes === 'as-read' || becomes === 'left-out' ? undefined : fields.get(becomes);
  return {
    ...(sort !== 'rest' && attribute !== null && { attribute }),
    ...(value !== null && { value }),
    geometry,
    becomes,
    ...(given && Object.keys(given).length > 0 && { fields: given }),
  };
}

/** What was chosen by a mapping that this window made, as far as the survey has it. */
export function choicesOf({ rules }: Mapping, survey: Survey): Choices {
  const attribute = rules.find((rule) => rule.attribute !== undefined)?.attribute ?? null;
  const outcomes = new Map<string, Outcome>();
  for (const row of rowsOf(survey, attribute)) {
    const rule = rules.find(
      (each) =>
        each.geometry === row.geometry &&
        (each.attribute !== undefined) === (row.sort !== 'rest') &&
        (each.value ?? null) === row.value,
    );
    if (rule && rule.becomes !== 'as-read') outcomes.set(row.id, rule.becomes);
  }
  const fields = new Map<Kind, FieldSources>();
  for (const { becomes, fields: given } of rules)
    if (given && becomes !== 'as-read' && becomes !== 'left-out') fields.set(becomes, given);
  return { attribute, outcomes, fields };
}

/** Nothing chosen yet, the features told apart by the attribute that is likeliest to do so. */
export function freshChoices(survey: Survey): Choices {
  const [first] = attributesByTelling(survey);
  return { attribute: first?.isTelling ? first.name : null, outcomes: new Map(), fields: new Map() };
}

/** How many features become what, by what was chosen. */
export type Preview = {
  /** By kind, in the order of the kinds; what is read by its own tags is not among them. */
  readonly said: readonly (readonly [kind: Kind, features: number])[];
  readonly understood: number;
  readonly out: number;
};

/** What will be drawn: features by what they are said to be, those of their own tags, and those that stay out. */
export function previewOf(survey: Survey, choices: Choices): Preview {
  const said = new Map<Kind, number>();
  let [understood, out] = [0, 0];
  for (const row of rowsOf(survey, choices.attribute)) {
    const outcome = outcomeOf(choices, row);
    if (outcome === 'as-read') {
      understood += row.understood;
      out += row.features - row.understood;
    } else if (outcome === 'left-out') out += row.features;
    else said.set(outcome, (said.get(outcome) ?? 0) + row.features);
  }
  const inOrder = mappedKinds.flatMap((kind) => {
    const features = said.get(kind);
    return features === undefined ? [] : [[kind, features] as const];
  });
  return { said: inOrder, understood, out };
}
