import { angleOfBearing } from '../../bearings.ts';
import { sheetFields } from '../../codec/geojson/flat-sheet.ts';
import { inGeometry } from '../../codec/geojson/write-geojson.ts';
import type { Point } from '../../geometry/point.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import type { Lookup } from '../../plan/integrity.ts';
import {
  type IdOf,
  type Kind,
  type NewId,
  type PlanRecord,
  planKinds,
  type RecordOf,
} from '../../plan/kinds/index.ts';
import { withAnchors } from '../../plan/notes/attachments.ts';
import { parseRecord } from '../../plan/parse-record.ts';
import { oriented, turnedPlace } from '../../plan/parts/rings.ts';
import { inOrder, isKind, isPlacedKind, planOf } from '../../plan/plan.ts';
import { planLimits } from '../../plan/plan-limits.ts';
import { AppliedMapping } from '../mapping/applied-mapping.ts';
import {
  type DrawnElement,
  type Form,
  mappedForm,
  type NeutralDrawing,
  pointsOf,
} from '../neutral-drawing.ts';
import { SourcesByReason } from '../sources-by-reason.ts';
import { Counts } from './counts.ts';
import { elsewhere } from './elsewhere.ts';
import { isFieldOf, possibleFields } from './fields-of-kinds.ts';
import { geometryFields } from './geometry-fields.ts';
import { LevelFloors } from './level-floors.ts';
import { Losses } from './losses.ts';
import { readTags, type TaggedRecord, tellingTag } from './osm-tags.ts';
import { withTrueHoles } from './true-holes.ts';
import { usualFields } from './usual-fields.ts';
import { kindNamed, vocabularyOf } from './vocabulary.ts';
import { withoutRepeats } from './without-repeats.ts';

const NO_WALL = 'wall:00000000-0000-0000-0000-000000000000';
const structureKinds: readonly string[] = ['settings', 'floor', 'layer', 'phase', 'group'];

/** The floor and layer of what names none. */
type Ground = { readonly floor: IdOf<'floor'> | undefined; readonly layer: IdOf<'layer'> | undefined };

/** How a drawing becomes records. */
export type Making = {
  /** What is there before its first element. */
  readonly base: readonly PlanRecord[];
  readonly toPoint: (point: Point) => Point;
  /** Where goes what names no floor or layer; null for the first ones of the base and the drawing. */
  readonly ground: Ground | null;
  /** Corners of maps that lie in one place with the one before them: they stay, or are left out and counted. */
  readonly repeats: 'kept' | 'left-out';
  /** The ids of the drawing's layers, by their names. */
  readonly layers: ReadonlyMap<string, IdOf<'layer'>>;
  /** Floors on which levels of their names go; null for those of the base and the drawing. */
  readonly floors: readonly RecordOf<'floor'>[] | null;
  /** Looks up what is there besides the base and the drawing, in the same metres. */
  readonly there: Lookup;
  /** Where true north is without settings in the drawing: the settings' `north`. */
  readonly north: number;
  /** What a person says the features are; null where nobody said anything. */
  readonly mapping: Mapping | null;
  readonly newId: NewId;
};

type Fields = Readonly<Record<string, unknown>>;

/** Makes records of the elements of a drawing, one by one, and counts by name what it does not understand. */
export class RecordMaker {
  readonly records: PlanRecord[];
  /** Records as they were written, whose rings were turned to run as records keep them. */
  readonly #turned = new Map<string, { readonly before: PlanRecord; readonly after: PlanRecord }>();
  readonly #making: Making;
  readonly #keepsRings: boolean;
  readonly #losses = new Losses();
  readonly #leftOut = new SourcesByReason();
  /** Where each id comes from, or null for what was there before. */
  readonly #sources: Map<string, string | null>;
  /** Openings that came as points without a wall, to be put on the nearest one. */
  readonly openingsWithoutWall: Record<string, unknown>[] = [];
  /** Gates that say nothing of a fence, to be put into one that they lie on. */
  readonly gatesWithoutFence = new Set<string>();
  /** By record, the fields that got the usual value of their kind because the drawing says none. */
  readonly usual = new Map<unknown, readonly string[]>();
  /** Corners that were left out, by the places of their elements. */
  readonly repeats = new Counts();
  /** The points of the geometries of records whose place their fields say as well. */
  readonly #said = new Map<string, readonly Point[]>();
  readonly #elsewhere = new SourcesByReason();
  readonly #severalMeanings = new SourcesByReason();

  /** The floors of the levels of the drawing. */
  readonly levels: LevelFloors;
  readonly #isOurs: boolean;
  readonly #vocabularyRemarks: readonly string[];
  readonly #mapping: AppliedMapping | null;

  constructor(making: Making, drawing: NeutralDrawing) {
    const { rings, leftOut } = drawing;
    const vocabulary = vocabularyOf(drawing);
    this.#isOurs = vocabulary.isOurs;
    this.#vocabularyRemarks = vocabulary.remarks;
    this.#mapping = making.mapping && new AppliedMapping(making.mapping);
    const floors = () => making.floors ?? this.records.filter((record) => isKind(record, 'floor'));
    this.levels = new LevelFloors(floors, making.newId);
    this.records = [...making.base];
    this.#making = making;
    this.#keepsRings = rings === 'as-kept';
    for (const { source, reason } of leftOut) this.#leftOut.add(reason, source);
    this.#sources = new Map(
      making.base.filter(({ id }) => id !== 'settings:plan').map(({ id }) => [id, null]),
    );
  }

  /** Whether anything was understood that could have a place, also where it is left out. */
  hasUnderstood = false;

  readonly count = (what: string): void => this.#losses.add(what);

  /** Says that a record which was made does not come along after all; the end of a sentence says why. */
  leaveOut(id: string, reason: string): void {
    this.#leftOut.add(reason, this.sourceOf(id) ?? id);
  }

  /** Says of records as they are made whose fields mean another place than the geometry that the file gives them. */
  sayElsewhere(records: readonly PlanRecord[], lookup: Lookup): void {
    if (this.#said.size === 0) return;
    for (const record of records) {
      const said = this.#said.get(record.id);
      const reason = said ? elsewhere(record, said, lookup) : null;
      if (reason !== null) this.#elsewhere.add(reason, this.sourceOf(record.id) ?? record.id);
    }
  }

  /** One sentence for each thing that was left out, was not understood or has no place in a record. */
  remarks(): readonly string[] {
    return [
      ...this.#leftOut.remarks('Left out'),
      ...this.#elsewhere.remarks('Not where its geometry lies'),
      ...this.#vocabularyRemarks,
      ...(this.#mapping?.remarks() ?? []),
      ...this.#severalMeanings.remarks('With several meanings, of which one is read'),
      ...this.#losses.remarks(),
      ...this.levels.remarks(),
    ];
  }

  /** Where a record comes from, in the words of its file. */
  sourceOf(id: string): string | null {
    return this.#sources.get(id) ?? null;
  }

  /** A record by its tag, or by where it comes from. */
  readonly nameOf = (record: PlanRecord): string => {
    if ('tag' in record && record.tag !== null) return record.tag;
    return this.sourceOf(record.id) ?? '?';
  };

  /** Reads all elements, what gives a plan its structure first; a sentence says why the whole must be refused: it is too large. */
  readAll(elements: readonly DrawnElement[]): string | null {
    for (const pass of [true, false]) {
      for (const element of elements) {
        const isFirst = this.#isOurs && isStructure(element);
        const problem = isFirst === pass ? this.#read(element) : null;
        if (problem) return problem;
      }
    }
    return null;
  }

  #read(element: DrawnElement): string | null {
    const said = this.#isOurs ? element.properties.kind : null;
    if (said === undefined || said === null) return this.#readMeaning(element);
    const kind = kindNamed(said);
    if (kind !== null && !structureKinds.includes(kind)) this.hasUnderstood = true;
    if (kind !== null) return this.#readKind(element, kind);
    this.count(typeof said === 'string' ? `kind ${said.slice(0, 60)}` : 'kind that is not a text');
    return null;
  }

  /** An element that says which kind it is, and in the record's own fields what else it is. */
  #readKind(element: DrawnElement, kind: Kind): string | null {
    const { kind: _kind, ...fields } = element.properties;
    if (kind === 'settings' && this.#sources.has('settings:plan')) {
      this.count('settings that come a second time');
      return null;
    }
    const isNowhere = kind === 'dimension' && element.forms.length === 0;
    const places =
      structureKinds.includes(kind) || isNowhere
        ? [{}]
        : element.forms.flatMap((form) => this.#fieldsOf(kind, mappedForm(form, this.#making.toPoint)));
    if (places.length === 0) {
      const reason =
        element.forms.length === 0 ? `a ${kind} needs a geometry` : `its geometry does not fit a ${kind}`;
      this.#leftOut.add(reason, element.source);
      return null;
    }
    const known = this.#knownFields(kind, fields, places[0]);
    const said = placesSaidTwice(kind, known)
      ? element.forms.flatMap((form) => pointsOf(mappedForm(form, this.#making.toPoint)))
      : [];
    return this.#addAll(element, { kind, fields: known, places, id: element.id, said });
  }

  #fieldsOf(kind: Kind, form: Form): readonly Fields[] {
    const fields = this.#placesOf(kind, form);
    if (!fields) this.count(`${form.type} in the geometry of ${kind}`);
    return fields ?? [];
  }

  /** The places of a form as a kind; holes that the kind has not are counted. */
  #placesOf(kind: Kind, form: Form): readonly Fields[] | null {
    const places = geometryFields[kind](form);
    if (places && form.type === 'polygon' && !places.some((place) => Object.hasOwn(place, 'holes')))
      this.#losses.addHoles(kind, form.holes.length);
    return places;
  }

  /** An element that is what a person says it is, what its tags mean, or a text. */
  #readMeaning(element: DrawnElement): string | null {
    if (element.forms.length === 0) this.#leftOut.add('it has no geometry', element.source);
    for (const written of element.forms) {
      const mapped = mappedForm(written, this.#making.toPoint);
      const form = this.#withoutRepeats(this.#withTrueHoles(mapped, element), element);
      const said = this.#mapping?.meaningOf(element, form) ?? asRead;
      if (said.type === 'nothing') continue;
      const meant = said.type === 'record' ? said.record : tagged(element, form);
      const places = meant && this.#placesOf(meant.kind, form);
      if (!meant || !places) {
        this.count(tagNameOf(element.properties, form));
        continue;
      }
      const problem = this.#addMeant(element, meant, places);
      if (problem) return problem;
    }
    return null;
  }

  #addMeant(element: DrawnElement, meant: TaggedRecord, places: readonly Fields[]): string | null {
    const { kind, fields, unread, ignored, also, bearing, level } = meant;
    this.hasUnderstood = true;
    if (also.length > 0) this.#severalMeanings.add(`as ${kind}, not as ${also.join(' or ')}`, element.source);
    if (level.type === 'below') {
      this.#losses.addBelow(kind);
      return null;
    }
    const { known, impossible } = possibleFields(kind, fields);
    this.#losses.addValues(kind, new Map([...unread, ...impossible]));
    this.#losses.addIgnored(kind, ignored);
    const more = {
      ...(level.type === 'floor' && { floor: this.levels.of(level) }),
      ...(bearing !== null && { direction: angleOfBearing(bearing, this.#north()) }),
    };
    return this.#addAll(element, { kind, fields: { ...known, ...more }, places, id: null });
  }

  /** As the settings of the drawing say it: structure is read before everything else. */
  #north(): number {
    this.#northOfDrawing ??=
      this.records.findLast((record) => isKind(record, 'settings'))?.north ?? this.#making.north;
    return this.#northOfDrawing;
  }

  #northOfDrawing: number | null = null;

  #withTrueHoles(form: Form, { source }: DrawnElement): Form {
    const kept = withTrueHoles(form);
    const { outside, notCompared } = kept;
    const parts = (count: number) => (count === 1 ? `a part of ${source}` : `${count} parts of ${source}`);
    if (outside > 0) this.#leftOut.add('a hole that is not within its outline', parts(outside));
    if (notCompared > 0)
      this.#leftOut.add('a hole with too many corners to be compared with its outline', parts(notCompared));
    return kept.form;
  }

  #withoutRepeats(form: Form, { source }: DrawnElement): Form {
    if (this.#making.repeats === 'kept') return form;
    const kept = withoutRepeats(form);
    for (let dropped = 0; dropped < kept.dropped; dropped += 1) this.repeats.add(source);
    return kept.form;
  }

  /** The fields that the kind has; others are counted, and so is a place that is said besides that of the geometry. */
  #knownFields(kind: Kind, fields: Fields, place: Fields = {}): Record<string, unknown> {
    const known: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(fields)) {
      const isPlace = inGeometry.includes(name) && Object.hasOwn(place, name);
      const isField = isFieldOf(kind, name);
      // Programs that keep tables write every field of any feature in each of them.
      if (name === 'id' || (value === null && (isPlace || !isField))) continue;
      if (isField && !isPlace) known[name] = value;
      else this.count(`field ${name.slice(0, 60)} of ${kind}`);
    }
    return known;
  }

  #addAll(
    { source, layer }: DrawnElement,
    made: {
      readonly kind: Kind;
      readonly fields: Fields;
      readonly places: readonly Fields[];
      readonly id: string | null;
      readonly said?: readonly Point[];
    },
  ): string | null {
    const { kind, fields, places, id, said = [] } = made;
    if (this.records.length + this.openingsWithoutWall.length + places.length > planLimits.records)
      return `This file makes more than ${planLimits.records.toLocaleString('en-US')} records. Cut it to the site first.`;
    for (const [part, place] of places.entries()) {
      const draft = {
        ...this.#defaultsOf(kind, layer),
        ...place,
        ...fields,
        id: this.#idOf(kind, part === 0 ? id : null, source),
      };
      const problem = this.#add(kind, draft, fields);
      if (problem !== null) {
        this.#leftOut.add(`as a ${kind}, ${problem}`, source);
        this.#sources.delete(draft.id);
        continue;
      }
      if (said.length > 0) this.#said.set(draft.id, said);
      const isSaid = (field: string) => Object.hasOwn(place, field) || Object.hasOwn(fields, field);
      const unsaid = usualFields[kind].flatMap(({ field, name }) => (isSaid(field) ? [] : [name]));
      if (unsaid.length > 0) this.usual.set(draft.id, unsaid);
    }
    return null;
  }

  #add(kind: Kind, draft: Fields, fields: Fields): string | null {
    const { at: _at, ...unplaced } = draft;
    const isWithoutWall = kind === 'opening' && !('wall' in fields);
    // Its own fields are checked before its wall is looked for.
    const standIn = isWithoutWall ? { wall: NO_WALL, offset: 0 } : {};
    const written = kind === 'sheet' ? sheetFields(draft) : draft;
    const record = parseRecord(kind === 'opening' ? { ...unplaced, ...standIn } : written);
    if (!record.ok) return record.error.what;
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

  #defaultsOf(kind: Kind, layerName: string | null): Record<string, unknown> {
    const defaults: Record<string, unknown> = { ...planKinds[kind].defaults };
    if (!isPlacedKind(kind) && kind !== 'sheet') return defaults;
    // Structure is read before everything else, so the first ones are known by now.
    this.#ground ??= this.#making.ground ?? firstOf(this.records);
    const { floor, layer } = this.#ground;
    if (kind === 'sheet') return { ...defaults, floor };
    const named = layerName === null ? undefined : this.#making.layers.get(layerName);
    return { ...defaults, floor, layer: named ?? layer };
  }

  #ground: Ground | null = null;

  #idOf(kind: Kind, given: string | null, source: string): string {
    if (kind === 'settings') {
      this.#sources.set('settings:plan', source);
      return 'settings:plan';
    }
    const wanted = given?.startsWith(`${kind}:`) && !this.#sources.has(given) ? given : null;
    const id = wanted ?? this.#making.newId(kind);
    this.#sources.set(id, source);
    return id;
  }
}

const asRead = { type: 'as-read' } as const;

/** What a form of an element is by its own tags, or a text. */
const tagged = (element: DrawnElement, form: Form): TaggedRecord | null =>
  readTags(element.properties, form) ?? textOf(element, form);

/** Whether fields say the place of a kind whose geometry says it as well. */
function placesSaidTwice(kind: Kind, fields: Fields): boolean {
  return (kind === 'opening' && 'wall' in fields) || (kind === 'dimension' && 'anchors' in fields);
}

function textOf({ text }: DrawnElement, form: Form): TaggedRecord | null {
  return text !== null && form.type === 'point'
    ? {
        kind: 'text',
        fields: { text },
        unread: new Map(),
        ignored: [],
        also: [],
        bearing: null,
        level: { type: 'ground' },
      }
    : null;
}

function tagNameOf(properties: Fields, form: Form): string {
  const tag = tellingTag(properties);
  return tag ? `${form.type} ${tag[0].slice(0, 40)}=${tag[1].slice(0, 40)}` : `${form.type} without tags`;
}

function firstOf(records: readonly PlanRecord[]): Ground {
  const plan = planOf(records);
  return { floor: inOrder(plan, 'floor')[0]?.id, layer: inOrder(plan, 'layer')[0]?.id };
}

/** Whether an element is one of those that must be read before the others. */
function isStructure({ properties }: DrawnElement): boolean {
  return structureKinds.some((kind) => kind === properties.kind);
}
