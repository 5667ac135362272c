import type { CameraResult } from '../../../core/analysis/coverage/camera-coverage.ts';
import type { CoverageKey } from '../../../core/analysis/coverage/coverage-scene.ts';
import {
  camerasTouched,
  type Edited,
  LocalCoverage,
  MOST_LOCAL,
} from '../../../core/analysis/coverage/local-coverage.ts';
import { boxOfRings } from '../../../core/analysis/coverage/ring-clipping.ts';
import { ownBands } from '../../../core/drawing/coverage/field-items.ts';
import { coverageKeyOf } from '../../../core/drawing/coverage/shown-coverage.ts';
import { unionOfBoxes } from '../../../core/geometry/box.ts';
import type { PlanDiff } from '../../../core/plan/diff.ts';
import type { AnyId, RecordOf } from '../../../core/plan/kinds/index.ts';
import { isInStateView } from '../../../core/plan/parts/state-view.ts';
import { getRecord, isKind } from '../../../core/plan/plan.ts';
import type { CoverageStatus } from '../../editor/coverage-watch.ts';
import type { Editor } from '../../editor/editor.ts';
import type { Preview } from '../../editor/tool.ts';
import { lensOfWindow } from '../../editor/window-lens.ts';
import type { RecordDrawing } from '../record-batches.ts';

type Camera = RecordOf<'camera'>;
type Results = ReadonlyMap<Camera['id'], CameraResult>;

/** What the bands follow from: they are the same as long as all of this is. */
type Asked = {
  readonly plan: Editor['plan'];
  readonly lens: Editor['view']['lens'];
  readonly diff: PlanDiff | null;
  readonly selection: ReadonlySet<AnyId>;
  readonly hovered: AnyId | null;
  readonly status: CoverageStatus;
};

const noEdit: PlanDiff = new Map();
const nothing: Results = new Map();

/**
 * What single cameras see, over the field of all: those that are selected or pointed at, and while something is
 * dragged those whose view changes by it. Of few cameras, or it would be no frame's work.
 */
export class OwnBands {
  readonly #editor: Editor;
  readonly #local = new LocalCoverage();
  #asked: Asked | null = null;
  #drawings: readonly RecordDrawing[] = [];

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  of(status: CoverageStatus, preview: Preview | null, hovered: AnyId | null): readonly RecordDrawing[] {
    const { plan, view, selection } = this.#editor;
    const asked = { plan, lens: view.lens, diff: preview?.diff ?? null, selection, hovered, status };
    const before = this.#asked;
    if (before && (Object.keys(asked) as (keyof Asked)[]).every((part) => asked[part] === before[part]))
      return this.#drawings;
    this.#asked = asked;
    this.#drawings = this.#draw(asked);
    return this.#drawings;
  }

  #draw({ plan, diff, selection, hovered, status }: Asked): readonly RecordDrawing[] {
    const key = status.state === 'none' ? null : coverageKeyOf(plan, lensOfWindow(this.#editor));
    if (!key) return [];
    const edited = this.#edited(diff ?? noEdit);
    const moving = diff && diff.size > 0 && diff.size <= MOST_LOCAL ? camerasTouched(edited, key) : [];
    const chosen = selection.size <= MOST_LOCAL ? [...selection, ...(hovered ? [hovered] : [])] : [];
    const resting = chosen.flatMap((id) => cameraIn(edited, id, key) ?? []);
    const results = new Map([...this.#known(resting, key, status), ...this.#computed(edited, key, moving)]);
    return drawn(results);
  }

  #edited(diff: PlanDiff): Edited {
    const editor = this.#editor;
    return {
      plan: editor.plan,
      // It is built when it is asked for.
      get index() {
        return editor.index;
      },
      diff,
    };
  }

  #computed(edited: Edited, key: CoverageKey, cameras: readonly Camera[]): Results {
    return (cameras.length > 0 && this.#local.cover(edited, key, cameras)) || nothing;
  }

  /** What is known of all of them, else computed. */
  #known(cameras: readonly Camera[], key: CoverageKey, status: CoverageStatus): Results {
    if (status.state !== 'current') return this.#computed(this.#edited(noEdit), key, cameras);
    const { coverage } = status.shown;
    return new Map(
      cameras.flatMap(({ id }) => {
        const result = coverage.cameras.get(id);
        return result ? [[id, result] as const] : [];
      }),
    );
  }
}

/** A camera of the plan that counts and that an edit leaves as it is. */
function cameraIn({ plan, diff }: Edited, id: AnyId, key: CoverageKey): Camera | null {
  const record = diff.has(id) ? undefined : getRecord(plan, id);
  if (!record || !isKind(record, 'camera') || record.floor !== key.floor) return null;
  const isHidden = key.withoutLayers?.includes(record.layer) ?? false;
  return isInStateView(record.state, key.states) && !isHidden ? record : null;
}

function drawn(results: Results): readonly RecordDrawing[] {
  const seen = [...results.values()].flatMap((result) => (result.ok ? [result.value] : []));
  const items = ownBands(seen.map(({ levels }) => levels));
  if (items.length === 0) return [];
  const box = seen.flatMap(({ levels }) => levels.map(({ rings }) => boxOfRings(rings))).reduce(unionOfBoxes);
  return [{ items, labels: [], line: null, box }];
}
