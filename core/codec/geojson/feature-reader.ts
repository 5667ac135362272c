import type { Point } from '../../geometry/point.ts';
import { type Kind, type PlanRecord, planKinds } from '../../plan/kinds/index.ts';
import { withAnchors } from '../../plan/notes/attachments.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { oriented, turnedPlace } from '../../plan/parts/rings.ts';
import { inOrder, isPlacedKind, planOf } from '../../plan/plan.ts';
import { planLimits } from '../../plan/plan-limits.ts';
import { type Feature, type Form, formsOf } from './feature.ts';
import { sheetFields, viewportFields } from './flat-sheet.ts';
import { geometryFields } from './geometry-fields.ts';
import { readTags } from './osm-tags.ts';

const NO_WALL = 'wall:00000000-0000-0000-0000-000000000000';
const structureKinds: readonly string[] = ['settings', 'floor', 'layer', 'phase', 'group'];

/** Sentences about what was not understood. */
const MOST_REMARKS = 8;

/** How positions are read, and whether rings stay the way round they are written. */
export type Reading = {
  readonly toPoint: (position: readonly number[]) => Point;
  readonly keepsRings: boolean;
};

/** Reads features one by one into records, and counts by name what it does not understand. */
export class FeatureReader {
  readonly records: PlanRecord[];
  /** Records as they were written, whose rings were turned to run as records keep them. */
  readonly #turned = new Map<string, { readonly before: PlanRecord; readonly after: PlanRecord }>();
  readonly #keepsRings: boolean;
  readonly #counts = new Map<string, number>();
  readonly #toPoint: (position: readonly number[]) => Point;
  readonly #newId: () => string;
  /** Where each id comes from: the number of its feature, or null for what every plan has. */
  readonly #sources: Map<string, number | null>;
  /** Openings that came as points without a wall, to be put on the nearest one. */
  readonly openingsWithoutWall: Record<string, unknown>[] = [];
  /** Gates that say nothing of a fence, to be put into one that they lie on. */
  readonly gatesWithoutFence = new Set<string>();

  constructor(base: readonly PlanRecord[], { toPoint, keepsRings }: Reading, newId: () => string) {
    this.records = [...base];
    this.#keepsRings = keepsRings;
    this.#sources = new Map(base.filter(({ id }) => id !== 'settings:plan').map(({ id }) => [id, null]));
    this.#toPoint = toPoint;
    this.#newId = newId;
  }

  readonly count = (what: string): void => void this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);

  /** One sentence for each thing that was not understood; of very many for the most frequent, one for the rest. */
  remarks(): readonly string[] {
    const counts = [...this.#counts];
    const sentences = (some: typeof counts) =>
      some.map(([what, number]) => `Not understood: ${what} (${number} ×).`);
    if (counts.length <= MOST_REMARKS) return sentences(counts);
    const rest = new Set(counts.toSorted(([, first], [, second]) => second - first).slice(MOST_REMARKS - 1));
    const total = [...rest].reduce((sum, [, number]) => sum + number, 0);
    const others = `Not understood: ${rest.size} other things (${total} ×).`;
    return [...sentences(counts.filter((each) => !rest.has(each))), others];
  }

  /** A record by its tag, or by the number of its feature. */
  readonly nameOf = (record: PlanRecord): string => {
    if ('tag' in record && record.tag !== null) return record.tag;
    return `feature ${this.#sources.get(record.id) ?? '?'}`;
  };

  /** What is wrong with a record in one sentence that names its feature. */
  refusalOf({ record, message }: { readonly record: string | null; readonly message: string }): string {
    const number = record === null ? null : (this.#sources.get(record) ?? null);
    return number === null ? message : `Feature ${number}: ${message} Correct it in the source.`;
  }

  /** Reads one feature; a text says why the whole file must be refused. */
  read(feature: Feature, index: number): string | null {
    const properties = feature.properties ?? {};
    const { kind } = properties;
    if (kind === undefined || kind === null) return this.#readTagged(feature, properties, index);
    if (typeof kind !== 'string' || !Object.hasOwn(planKinds, kind)) {
      this.count(typeof kind === 'string' ? `kind ${kind.slice(0, 60)}` : 'kind that is not a text');
      return null;
    }
    const known = kind as Kind;
    const { kind: _kind, ...fields } = properties;
    const forms = feature.geometry ? formsOf(feature.geometry, this.#toPoint) : [];
    const isNowhere = known === 'dimension' && feature.geometry === null;
    const geometry =
      structureKinds.includes(known) || isNowhere
        ? [{}]
        : forms.flatMap((form) => this.#fieldsOf(known, form));
    if (geometry.length === 0)
      return `Feature ${index + 1}: this geometry does not fit a ${known}. Correct it in the source.`;
    return this.#addAll({
      kind: known,
      fields: this.#knownFields(known, fields),
      geometry,
      id: feature.id,
      index,
    });
  }

  #fieldsOf(kind: Kind, form: Form): readonly Readonly<Record<string, unknown>>[] {
    const fields = geometryFields[kind](form);
    if (!fields) this.count(`${form.type} in the geometry of ${kind}`);
    return fields ?? [];
  }

  #readTagged(feature: Feature, properties: Readonly<Record<string, unknown>>, index: number): string | null {
    const forms: readonly Form[] = feature.geometry ? formsOf(feature.geometry, this.#toPoint) : [];
    if (forms.length === 0) this.count('feature without geometry');
    for (const form of forms) {
      const tagged = readTags(properties, form);
      const geometry = tagged && geometryFields[tagged.kind](form);
      if (!tagged || !geometry) {
        this.count(tagNameOf(properties, form));
        continue;
      }
      const problem = this.#addAll({ ...tagged, geometry, id: undefined, index });
      if (problem) return problem;
    }
    return null;
  }

  /** The fields that the kind has; others are counted. */
  #knownFields(kind: Kind, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const known: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(fields)) {
      if (name !== 'id' && isFieldOf(kind, name)) known[name] = value;
      else if (name !== 'id') this.count(`field ${name.slice(0, 60)} of ${kind}`);
    }
    return known;
  }

  #addAll(given: {
    kind: Kind;
    fields: Readonly<Record<string, unknown>>;
    geometry: readonly Readonly<Record<string, unknown>>[];
    id: string | number | undefined;
    index: number;
  }): string | null {
    const { kind, fields, geometry, id, index } = given;
    if (this.records.length + this.openingsWithoutWall.length + geometry.length > planLimits.records)
      return `This file makes more than ${planLimits.records.toLocaleString('en-US')} records. Cut it to the site first.`;
    for (const [part, place] of geometry.entries()) {
      const draft = {
        ...this.#defaultsOf(kind),
        ...place,
        ...fields,
        id: this.#idOf(kind, part === 0 ? id : undefined, index + 1),
      };
      const problem = this.#add(kind, draft, fields);
      if (problem) return `Feature ${index + 1} (${kind}): ${problem} Correct it in the source.`;
    }
    return null;
  }

  #add(
    kind: Kind,
    draft: Readonly<Record<string, unknown>>,
    fields: Readonly<Record<string, unknown>>,
  ): string | null {
    const { at: _at, ...unplaced } = draft;
    const isWithoutWall = kind === 'opening' && !('wall' in fields);
    // Its own fields are checked before its wall is looked for.
    const standIn = isWithoutWall ? { wall: NO_WALL, offset: 0 } : {};
    const written = kind === 'sheet' ? sheetFields(draft) : draft;
    const record = parseRecord(kind === 'opening' ? { ...unplaced, ...standIn } : written);
    if (!record.ok) return `${record.error.what}.`;
    if (isWithoutWall) this.openingsWithoutWall.push(draft);
    else this.records.push(this.#oriented(record.value));
    if (kind === 'gate' && !('fence' in fields)) this.gatesWithoutFence.add(record.value.id);
    return null;
  }

  #oriented(before: PlanRecord): PlanRecord {
    const after = this.#keepsRings ? before : oriented(before);
    if (after !== before) this.#turned.set(before.id, { before, after });
    return after;
  }

  /** A record whose points are attached to the corners that they were written for, also of turned rings. */
  readonly onCorners = (record: PlanRecord): PlanRecord => {
    if (this.#turned.size === 0) return record;
    return withAnchors(record, (anchor) => {
      const turn = anchor.type === 'attached' ? this.#turned.get(anchor.record) : undefined;
      if (anchor.type === 'free' || !turn) return [anchor];
      return [{ ...anchor, place: turnedPlace(anchor.place, turn.before, turn.after) }];
    });
  };

  #defaultsOf(kind: Kind): Record<string, unknown> {
    const defaults: Record<string, unknown> = { ...planKinds[kind].defaults };
    if (!isPlacedKind(kind) && kind !== 'sheet') return defaults;
    // Structure is read before everything else, so the first ones are known by now.
    this.#first ??= firstOf(this.records);
    const { floor, layer } = this.#first;
    return kind === 'sheet' ? { ...defaults, floor } : { ...defaults, floor, layer };
  }

  #first: { floor: string | undefined; layer: string | undefined } | null = null;

  #idOf(kind: Kind, given: string | number | undefined, feature: number): string {
    if (kind === 'settings') {
      this.#sources.set('settings:plan', feature);
      return 'settings:plan';
    }
    const wanted = typeof given === 'string' && given.startsWith(`${kind}:`) ? given : null;
    const id = wanted !== null && !this.#sources.has(wanted) ? wanted : `${kind}:${this.#newId()}`;
    this.#sources.set(id, feature);
    return id;
  }
}

function isFieldOf(kind: Kind, name: string): boolean {
  if (kind === 'sheet')
    return (
      name !== 'viewports' && [...Object.keys(planKinds.sheet.schema.shape), ...viewportFields].includes(name)
    );
  return Object.hasOwn(planKinds[kind].schema.shape, name);
}

function tagNameOf(properties: Readonly<Record<string, unknown>>, form: Form): string {
  const tag = Object.entries(properties).find(
    ([key, value]) => !key.startsWith('@') && key !== 'id' && typeof value === 'string',
  );
  return tag
    ? `${form.type} ${tag[0].slice(0, 40)}=${String(tag[1]).slice(0, 40)}`
    : `${form.type} without tags`;
}

function firstOf(records: readonly PlanRecord[]) {
  const plan = planOf(records);
  return { floor: inOrder(plan, 'floor')[0]?.id, layer: inOrder(plan, 'layer')[0]?.id };
}

/** Whether a feature is one of those that must be read before the others. */
export function isStructure({ properties }: Feature): boolean {
  return structureKinds.some((kind) => kind === properties?.kind);
}
