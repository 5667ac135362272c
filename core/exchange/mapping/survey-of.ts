import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type GeometrySort, geometrySorts } from '../../mapping/mapped-fields.ts';
import { measureIn } from '../../mapping/read-field.ts';
import {
  type AttributeSurvey,
  type GeometrySurvey,
  type Survey,
  surveyLimits,
} from '../../mapping/survey.ts';
import { geometryFields } from '../convert/geometry-fields.ts';
import { readTags } from '../convert/osm-tags.ts';
import { vocabularyOf } from '../convert/vocabulary.ts';
import type { DrawnElement, Form, NeutralDrawing } from '../neutral-drawing.ts';
import { attributesOf } from './attributes.ts';

/** Attributes of a sort of geometry, and values of an attribute, that are told apart at all. */
const MOST_NAMES = 500;
const MOST_VALUES = 2000;
const FINGERPRINT_DIGITS = 32;

/** Whether a file has features of which nothing is understood by their own tags. Stops at the first one. */
export function hasForeign(drawing: NeutralDrawing): boolean {
  return tagged(drawing).some(isForeign);
}

/**
 * What the features of a file say of themselves, bounded whatever the file holds. One pass over the features; the
 * fingerprint is that of the names of their attributes by sort of geometry, whatever their order and their values.
 */
export function surveyOf(drawing: NeutralDrawing): Survey {
  const elements = tagged(drawing);
  const bySort = new Map<GeometrySort, GeometryTally>();
  let foreign = 0;
  for (const element of elements) {
    if (isForeign(element)) foreign += 1;
    const attributes = attributesOf(element.properties);
    for (const sort of new Set(element.forms.map(({ type }) => type))) {
      const tally = bySort.get(sort) ?? new GeometryTally();
      bySort.set(sort, tally);
      const forms = element.forms.filter(({ type }) => type === sort);
      tally.add(
        attributes,
        forms.some((form) => isUnderstood(element, form)),
      );
    }
  }
  const sorts = geometrySorts.flatMap((sort) => {
    const tally = bySort.get(sort);
    return tally ? [{ sort, tally }] : [];
  });
  const schema = sorts.map(({ sort, tally }) => [sort, tally.names.toSorted()]);
  return {
    fingerprint: bytesToHex(sha256(utf8ToBytes(JSON.stringify(schema)))).slice(0, FINGERPRINT_DIGITS),
    features: elements.length,
    foreign,
    geometries: sorts.map(({ sort, tally }) => tally.survey(sort)),
  };
}

/** The elements that a mapping can speak of: those with a place that are not records in their own words. */
function tagged(drawing: NeutralDrawing): readonly DrawnElement[] {
  const { isOurs } = vocabularyOf(drawing);
  return drawing.elements.filter(({ forms, properties }) => {
    const { kind = null } = isOurs ? properties : {};
    return forms.length > 0 && kind === null;
  });
}

const isForeign = (element: DrawnElement): boolean =>
  !element.forms.some((form) => isUnderstood(element, form));

function isUnderstood({ properties, text }: DrawnElement, form: Form): boolean {
  const meant = readTags(properties, form);
  if (!meant) return text !== null && form.type === 'point';
  return geometryFields[meant.kind](form) !== null;
}

type Attributes = ReturnType<typeof attributesOf>;
type Tally = { features: number; understood: number };

function addTo(tally: Tally, isKnown: boolean): void {
  tally.features += 1;
  if (isKnown) tally.understood += 1;
}

/** The features of one sort of geometry. */
class GeometryTally {
  readonly #all: Tally = { features: 0, understood: 0 };
  readonly #attributes = new Map<string, AttributeTally>();
  /** Names that are too long to be listed, or come after very many. */
  readonly #others = new Set<string>();

  get names(): readonly string[] {
    return [...this.#attributes.keys(), ...this.#others];
  }

  add(attributes: Attributes, isKnown: boolean): void {
    addTo(this.#all, isKnown);
    for (const [name, text] of attributes) {
      const tally = this.#attributes.get(name) ?? this.#begin(name);
      if (text !== null) tally?.add(text, isKnown);
    }
  }

  survey(geometry: GeometrySort): GeometrySurvey {
    const told = [...this.#attributes].filter(([, { features }]) => features > 0);
    const most = told
      .toSorted(([, first], [, second]) => second.features - first.features)
      .slice(0, surveyLimits.attributes);
    // In the order of the file, which is that of its author.
    const listed = told.filter((each) => most.includes(each));
    return {
      geometry,
      features: this.#all.features,
      understood: this.#all.understood,
      attributes: listed.map(([name, tally]) => tally.survey(name)),
      others: told.length - listed.length + this.#others.size,
    };
  }

  #begin(name: string): AttributeTally | null {
    if (name.length > surveyLimits.name || this.#attributes.size >= MOST_NAMES) {
      if (this.#others.size < MOST_NAMES) this.#others.add(name);
      return null;
    }
    const tally = new AttributeTally();
    this.#attributes.set(name, tally);
    return tally;
  }
}

/** What one attribute says in the features of one sort of geometry. */
class AttributeTally {
  readonly #all: Tally = { features: 0, understood: 0 };
  readonly #values = new Map<string, Tally>();
  #isCut = false;

  get features(): number {
    return this.#all.features;
  }

  add(text: string, isKnown: boolean): void {
    addTo(this.#all, isKnown);
    const known = this.#values.get(text);
    if (known) addTo(known, isKnown);
    else if (this.#values.size >= MOST_VALUES) this.#isCut = true;
    else {
      const tally: Tally = { features: 0, understood: 0 };
      addTo(tally, isKnown);
      this.#values.set(text, tally);
    }
  }

  survey(name: string): AttributeSurvey {
    const values = [...this.#values];
    const lines = values.filter(([text]) => text.length <= surveyLimits.value);
    return {
      name,
      features: this.#all.features,
      understood: this.#all.understood,
      distinct: values.length,
      isCut: this.#isCut,
      measures: lines.reduce(
        (sum, [text, { features }]) => sum + (measureIn(text, 'm') === null ? 0 : features),
        0,
      ),
      values: lines
        .toSorted(([, first], [, second]) => second.features - first.features)
        .slice(0, surveyLimits.values)
        .map(([text, { features, understood }]) => ({ text, features, understood })),
    };
  }
}
