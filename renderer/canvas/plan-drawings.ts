import { massChange } from '../../core/drawing/changes/mass-change.ts';
import { type Stage, type Stratum, strata } from '../../core/drawing/composition.ts';
import type { RecordLabel } from '../../core/drawing/labels/record-label.ts';
import { affectedBy, overlaidScene, type Scene, sceneOf } from '../../core/drawing/scene.ts';
import type { Box } from '../../core/geometry/box.ts';
import { inNeighbourhoods } from '../../core/geometry/neighbourhoods.ts';
import type { PlanDiff } from '../../core/plan/diff.ts';
import type { AnyId, DeviceRecord, PlacedRecord, PlanRecord } from '../../core/plan/kinds/index.ts';
import { lookingBy } from '../../core/plan/parts/related.ts';
import { getRecord, isDevice, isPlaced, isPlacedKind, kindOf } from '../../core/plan/plan.ts';
import { boundsOf } from '../../core/plan/shape.ts';
import type { Editor } from '../editor/editor.ts';
import { isInWindow } from '../editor/is-selectable.ts';
import type { Preview } from '../editor/tool.ts';
import { BandedBatch } from './drawings/banded-batch.ts';
import { CHUNK_RECORDS, type Chunk } from './drawings/chunk.ts';
import { EnteredGroup } from './drawings/entered-group.ts';
import { GhostFloor } from './drawings/ghost-floor.ts';
import { CarriedOutlines, MassOutlines, type MassParts } from './drawings/mass-outlines.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { DrawSource, Part, RecordDrawing } from './record-batches.ts';

const everywhere: Box = { minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity };
const MOST_LIFTED = 300;

/**
 * The drawings of the shown floor, in batches, kept up with the plan.
 *
 * Records that are selected, previewed or just changed are lifted: they leave their batch at the next
 * full painting and are painted on the overlay until then and after, so that an edit repaints only that.
 */
export class PlanDrawings {
  readonly #editor: Editor;
  #scene: Scene;
  #farScene: Scene;
  #layers: readonly Layer[] = [];
  #ofKind: ReadonlyMap<string, readonly Layer[]> = new Map();
  readonly #ghost: GhostFloor;
  readonly #entered: EnteredGroup;
  readonly #outlines = new MassOutlines();
  readonly #carriedOutlines = new CarriedOutlines();
  #lifted: ReadonlySet<AnyId> = new Set();
  /** All but what is carried; null while nothing is. */
  #resting: Part | null = null;
  #changed = new Set<AnyId>();
  #previewed = new Set<AnyId>();

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#scene = this.#freshScene();
    this.#farScene = { ...this.#scene, isFar: true };
    this.#ghost = new GhostFloor(editor, (isFar) => (isFar ? this.#farScene : this.#scene));
    this.#entered = new EnteredGroup(editor, (id, isFar) => this.#drawn(stratumOf(id), id, isFar), rankOf);
    this.#rebuild();
  }

  /**
   * Takes over an edit. One of many records is not lifted: the batches have to be painted at once to show it,
   * which is what true stands for.
   */
  planChanged(diff: PlanDiff): boolean {
    const before = this.#scene;
    this.#carriedOutlines.forget();
    const structural = [...diff.keys()].some((id) => !isPlacedKind(kindOf(id)));
    const isMass = diff.size > MOST_LIFTED;
    this.#followPlan();
    if (structural) {
      this.#rebuild();
      return isMass;
    }
    this.#ghost.planChanged(diff);
    const scenes = { before, after: this.#scene };
    if (isMass) this.#takeMass(diff, scenes);
    else this.#takeFew(affectedBy(diff, scenes));
    return isMass;
  }

  #followPlan(): void {
    this.#scene = this.#freshScene();
    this.#farScene = { ...this.#scene, isFar: true };
  }

  #takeFew(ids: Iterable<AnyId>): void {
    this.#outlines.forget();
    for (const id of ids) this.#place(id, 'lifted');
  }

  #takeMass(diff: PlanDiff, scenes: { readonly before: Scene; readonly after: Scene }): void {
    const { moved, others } = massChange(diff, scenes);
    for (const id of others) this.#place(id, 'batched');
    if (moved) this.#outlines.moved(moved.ids, moved.by);
    else this.#outlines.forget();
    if (!moved) return;
    for (const { batch } of this.#layers) batch.move(moved);
    this.#entered.move(moved);
  }

  /** The floor shown, or what is shown of it, is another one now. */
  lensChanged(): void {
    if (this.#scene.states !== this.#editor.view.lens.states) {
      this.#followPlan();
    }
    this.#rebuild();
  }

  /** Takes what a preview changes out of the batches; true when that needs a painting. */
  liftPreview(preview: Preview): boolean {
    let needed = false;
    for (const id of this.#previewedBy(preview)) {
      if (this.#lifted.has(id) || this.#previewed.has(id) || !getRecord(this.#editor.plan, id)) continue;
      if (this.#previewed.size >= MOST_LIFTED) return needed;
      this.#previewed.add(id);
      needed = true;
    }
    return needed;
  }

  /** Decides what is lifted from now on; the caller paints the batches of what it returns afterwards. */
  settle(): ReadonlySet<AnyId> {
    const { selection, preview } = this.#editor;
    const next = new Set<AnyId>();
    const touched = new Set(this.#changed);
    if (selection.size <= MOST_LIFTED) for (const id of selection) next.add(id);
    if (preview) for (const id of this.#previewed) next.add(id);
    else this.#previewed.clear();
    for (const id of [...next, ...this.#lifted]) {
      if (next.has(id) === this.#lifted.has(id)) continue;
      this.#touch(id);
      touched.add(id);
    }
    this.#lifted = next;
    this.#changed = new Set();
    return touched;
  }

  /** What a preview carries is in none of the chunks from now on, but in those of `carried`. */
  carry(carried: ReadonlySet<AnyId> | null): void {
    this.#resting = carried && { ids: carried, which: 'resting' };
    this.#carriedOutlines.forget();
  }

  /** What is carried, in painting order. */
  *carried(box: Box, isFar: boolean): Generator<Chunk> {
    if (!this.#resting) return;
    const part: Part = { ids: this.#resting.ids, which: 'carried' };
    for (const { batch } of this.#layers) yield* batch.chunksIn(box, isFar, part);
    yield* this.#entered.chunksIn(box, isFar, part);
  }

  /** The floor beneath, under everything that stands on this one. */
  ghost(box: Box, isFar: boolean): Iterable<Chunk> {
    return this.#ghost.chunksIn(box, isFar);
  }

  /** What is in the group that has been entered; it is in none of the other chunks. */
  entered(box: Box, isFar: boolean): Iterable<Chunk> {
    return this.#entered.chunksIn(box, isFar, this.#resting);
  }

  /** The strata of a stage, lowest first. */
  *stage(stage: Stage, box: Box, isFar: boolean): Generator<Chunk> {
    for (const { stratum, batch } of this.#layers)
      if (stratum.stage === stage) yield* batch.chunksIn(box, isFar, this.#resting);
  }

  /** The drawings of what is lifted and of a preview, in painting order. */
  overlay(preview: Preview | null): readonly RecordDrawing[] {
    const diff = preview?.diff;
    const scene = diff && diff.size > 0 ? overlaidScene(this.#scene, diff) : this.#scene;
    const ids = new Set<AnyId>([
      ...this.#lifted,
      ...this.#changed,
      ...(preview ? this.#previewedBy(preview) : []),
    ]);
    const shown = [...ids]
      .map((id) => scene.lookup(id))
      .filter((record): record is PlacedRecord => record !== undefined && this.#isShown(record))
      .sort((first, second) => rankOf(first.id) - rankOf(second.id) || first.order - second.order);
    return shown.map((record) => {
      const { body, labels } = stratumOf(record.id).draw(record, scene);
      return { items: body, labels, line: null, box: everywhere };
    });
  }

  /** The labels of what is lifted: they keep their places in the batches they were taken from. */
  liftedLabels(): readonly RecordLabel[] {
    return [...this.#lifted].flatMap((id) => {
      const record = getRecord(this.#editor.plan, id);
      if (!record || !this.#isShown(record)) return [];
      return stratumOf(id).draw(record, this.#scene).labels;
    });
  }

  /** What a preview changes, and what lies in or is attached to that. */
  #previewedBy({ diff }: Preview): readonly AnyId[] {
    const followers = diff.size > MOST_LIFTED ? [] : lookingBy(this.#editor.plan, diff.keys());
    return [...diff.keys(), ...followers];
  }

  /** What is stroked to show that a record is selected or under the pointer. */
  outline(id: AnyId, preview: Preview | null): Outline | null {
    const change = preview?.diff.get(id);
    const record = change ? change.after : getRecord(this.#editor.plan, id);
    if (!record || !this.#isShown(record)) return null;
    const scene = change && preview ? overlaidScene(this.#scene, preview.diff) : this.#scene;
    return outlineOf(record, scene);
  }

  /** The same of very many records at once, what a preview carries apart from the rest. */
  massOutline(
    selection: ReadonlySet<AnyId>,
    isFar: boolean,
    ids: ReadonlySet<AnyId> | null = null,
  ): MassParts {
    const { plan } = this.#editor;
    const shown = (id: AnyId) => {
      const record = getRecord(plan, id);
      return record && this.#isShown(record) ? record : null;
    };
    const source = { plan, shown };
    const parts = ids && this.#carriedOutlines.of(selection, { ids, isFar }, source);
    if (parts) return parts;
    const all = this.#outlines.of(selection, isFar, source);
    return ids ? { carried: all, staying: null } : { carried: null, staying: all };
  }

  #freshScene(): Scene {
    return sceneOf(this.#editor.plan, undefined, this.#editor.view.lens.states);
  }

  #isShown(record: PlanRecord): record is PlacedRecord {
    return isPlaced(record) && isInWindow(this.#editor, record);
  }

  #drawn({ draw }: Stratum, id: AnyId, isFar: boolean): RecordDrawing | null {
    const record = this.#batched(id);
    const box = record && boundsOf(record, this.#editor.plan);
    if (!box) return null;
    const { body, labels, line } = draw(record, isFar ? this.#farScene : this.#scene);
    return { items: body, labels, line, box };
  }

  /** A record that is shown and is painted with its batch. */
  #batched(id: AnyId): PlacedRecord | null {
    if (this.#lifted.has(id) || this.#previewed.has(id)) return null;
    const record = getRecord(this.#editor.plan, id);
    return record && this.#isShown(record) ? record : null;
  }

  #touch(id: AnyId): void {
    for (const { batch } of this.#layersOf(id)) batch.touch(id);
    this.#entered.touch(id);
  }

  #place(id: AnyId, until: 'lifted' | 'batched'): void {
    const kind = kindOf(id);
    if (!isPlacedKind(kind)) return;
    this.#entered.place(id);
    const record = getRecord(this.#editor.plan, id);
    if (record && isPlaced(record)) {
      for (const { batch } of this.#layersOf(id)) batch.add(record);
      if (until === 'lifted') this.#changed.add(id);
    } else {
      for (const { batch } of this.#layersOf(id)) batch.remove(id);
    }
  }

  #rebuild(): void {
    const { plan } = this.#editor;
    this.#ghost.rebuild();
    this.#outlines.forget();
    this.#carriedOutlines.forget();
    this.#entered.rebuild();
    this.#layers = strata.map((stratum) => {
      const draw: DrawSource = (id, isFar) =>
        this.#entered.has(id) ? null : this.#drawn(stratum, id, isFar);
      const records = inChunkOrder([...plan.tables[stratum.kind].values()]);
      return {
        stratum,
        batch: new BandedBatch(records, draw),
      };
    });
    this.#ofKind = new Map(
      strata.map(({ kind }) => [kind, this.#layers.filter(({ stratum }) => stratum.kind === kind)]),
    );
  }

  #layersOf(id: AnyId): readonly Layer[] {
    return this.#ofKind.get(kindOf(id)) ?? [];
  }
}

/** A stratum of the picture with what is painted of it. */
type Layer = { readonly stratum: Stratum; readonly batch: BandedBatch };

function stratumOf(id: AnyId): Stratum {
  const own = strata.find(({ kind }) => kind === kindOf(id));
  if (!own) throw new Error(`Nothing is drawn of ${id}.`);
  return own;
}

/** Devices stand all over a plan in the order in which they were placed; surfaces are painted in theirs. */
function inChunkOrder(records: readonly PlacedRecord[]): readonly PlacedRecord[] {
  if (!records.every(isDevice)) return records;
  const nowhere = { x: 0, y: 0 };
  const placeOf = (device: DeviceRecord) =>
    ('at' in device ? device.at : null) ?? ('path' in device ? device.path?.[0] : null) ?? nowhere;
  return inNeighbourhoods(records, placeOf, CHUNK_RECORDS);
}

const ranks = new Map<string, number>(strata.map(({ kind }, rank) => [kind, rank]));

function rankOf(id: AnyId): number {
  return ranks.get(kindOf(id)) ?? -1;
}
