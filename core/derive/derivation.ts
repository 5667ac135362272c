import type { Box } from '../geometry/box.ts';
import type { Change } from '../plan/diff.ts';
import type { AnyId, IdOf, Kind, RecordOf } from '../plan/kinds/index.ts';

/** Records that a value is computed from: those of some kinds within every limit that is not null. */
export type Inputs = {
  readonly kinds: readonly Kind[];
  /** Of what has a place, only what is on this floor. */
  readonly floor: IdOf<'floor'> | null;
  /**
   * Of what has a place, only what touches this box, plan metres. What lies or looks by others, such as an
   * opening by its wall, is there wherever it is: where it lies changes without a change of it.
   */
  readonly box: Box | null;
  readonly ids: readonly AnyId[] | null;
};

/** What was declared as inputs; what was not is refused with an exception. */
export type Given = {
  of<K extends Kind>(kind: K): readonly RecordOf<K>[];
  /** The value of another derivation whose inputs are among the declared ones. */
  from<Key, Value>(derivation: Derivation<Key, Value>, key: Key): Value;
};

/** What became of the inputs between two plans, by id; null where a record is no input. */
export type InputChanges = ReadonlyMap<AnyId, Change>;

/**
 * A value that follows from records of a plan and from nothing else: it is not stored, and computed again
 * when one of its inputs is another record.
 *
 * A value is immutable. One that is computed in a worker is made of what can be cloned: plain objects, lists,
 * maps and typed arrays.
 */
export type Derivation<Key, Value> = {
  readonly name: string;
  /** Keys of the same text are the same. */
  readonly keyText: (key: Key) => string;
  readonly inputs: (key: Key) => readonly Inputs[];
  readonly compute: (given: Given, key: Key) => Value;
  /**
   * The same as `compute` of the inputs after some changes, from the value before them; null where that is no
   * less work. Null for a derivation that is always computed from nothing.
   */
  readonly follow:
    | ((
        value: Value,
        changes: InputChanges,
        now: { readonly key: Key; readonly given: Given },
      ) => Value | null)
    | null;
};

/**
 * A derivation that is computed from numbers put together from its inputs: a worker is handed these instead of the
 * records. To gather them costs little; what is flat can be cloned.
 */
export type FlatDerivation<Key, Flat, Value> = Derivation<Key, Value> & {
  readonly gather: (given: Given, key: Key) => Flat;
  readonly computeFlat: (flat: Flat) => Value;
};
