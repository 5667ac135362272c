import { quantisePoint } from '../../geometry/point.ts';
import { nearestOnPath, pathLength } from '../../geometry/polyline.ts';
import { type Stretch, stretchesLeft, subPath } from '../../geometry/sub-path.ts';
import type { Draft, PlanDiff } from '../../plan/diff.ts';
import { type AnyId, type IdOf, planKinds, type RecordOf } from '../../plan/kinds/index.ts';
import { makeRecord, type NewRecord } from '../../plan/parse-record.ts';
import type { PathLine } from '../../plan/path-place.ts';
import { getRecord, isPlaced, type Plan, recordsOf } from '../../plan/plan.ts';
import { lineOfRecord, unrolled } from '../../plan/record-line.ts';
import type { Result } from '../../result.ts';
import { type AddRefusal, putChecked } from '../add-record.ts';
import { type TagSource, tagSource } from '../tags/tag-source.ts';
import { tryShapeEdit } from '../try-edit.ts';

export type BollardsAlongRefusal = AddRefusal | 'not-found' | 'no-path' | 'no-places';

type Bollards = RecordOf<'bollards'>;

export type BollardRows = {
  /** Metres between the centres of neighbours, at most. */
  readonly spacing: number;
  /** What the rows are besides; the defaults of the kind for the rest. */
  readonly fields: Partial<Bollards> & Pick<Bollards, 'layer'>;
  readonly newId: (kind: 'bollards') => IdOf<'bollards'>;
};

/** A gate this near to a line stands in it, metres. */
const IN_THE_LINE = 0.5;

/**
 * Diff that puts rows of bollards along the line of a fence, outline, road or wall, from gate to gate.
 *
 * ```
 *   o--o--o--o   gate   o--o--o     The clear opening of a gate stays as wide as it is: the faces of the
 *                                   bollards beside it are where it ends.
 * ```
 */
export function bollardsAlong(
  plan: Plan,
  host: AnyId,
  { spacing, fields, newId }: BollardRows,
): Result<PlanDiff, BollardsAlongRefusal> {
  return tryShapeEdit<BollardsAlongRefusal>(plan, (draft) => {
    const record = getRecord(plan, host);
    if (!record || !isPlaced(record)) return 'not-found';
    const line = lineOfRecord(record);
    if (!line) return 'no-path';
    const gates = [...recordsOf(plan, 'gate')].filter(({ floor }) => floor === record.floor);
    const paths = rowsBetween(line, gates, {
      spacing,
      radius: (fields.diameter ?? planKinds.bollards.defaults.diameter) / 2,
    });
    if (paths.length === 0) return 'no-places';
    const tags = tagSource(plan);
    for (const path of paths) {
      const own = { ...fields, floor: record.floor, id: newId('bollards'), path, spacing };
      const refusal = putRow(draft, own, tags);
      if (refusal) return refusal;
    }
    return null;
  });
}

function putRow(draft: Draft, row: NewRecord<'bollards'>, tags: TagSource): AddRefusal | null {
  const made = makeRecord('bollards', row);
  if (!made.ok) return 'invalid-record';
  return putChecked(draft, { ...made.value, tag: tags.next(made.value, made.value.floor) });
}

function rowsBetween(
  line: PathLine,
  gates: readonly RecordOf<'gate'>[],
  { spacing, radius }: { readonly spacing: number; readonly radius: number },
) {
  const path = unrolled(line);
  const taken = gates.flatMap(({ at, width }): Stretch[] => {
    const place = nearestOnPath(at, path);
    if (!place || place.distance > IN_THE_LINE) return [];
    const half = width / 2 + radius;
    return [{ from: place.along - half, to: place.along + half }];
  });
  const whole = pathLength(path);
  // Around a closed line without a gate the last bollard stands one step before the first.
  const isRound = line.closed && taken.length === 0;
  const left = isRound
    ? [{ from: 0, to: whole - whole / Math.max(Math.ceil(whole / spacing), 1) }]
    : stretchesLeft(path, taken, line.closed);
  // What is left over the beginning of a closed line is found on its second round.
  const rounds = line.closed ? [...path, ...path.slice(1)] : path;
  return left.map((stretch) => subPath(rounds, stretch).map(quantisePoint)).filter((row) => row.length > 1);
}
