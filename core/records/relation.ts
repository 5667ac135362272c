/**
 * What it means that a field of one kind names records of others: what becomes of the record that has the field.
 *
 * Everything that asks what belongs to what asks this: moving, deleting, copying, changing floor, cutting out a
 * part, redrawing, checking. A new reference is a row in the definition of its kind and nothing elsewhere.
 */
export type Relation<K extends string = string> = {
  /** How the field holds the names: one or null, the points of a note that are attached, or fields within its parts. */
  readonly holds: 'name' | 'points' | 'within';
  /** The kinds that it may name. */
  readonly to: readonly K[];
  /**
   * When what it names is moved or turned as a whole: it goes along by the same movement; its place is counted
   * from there and follows by itself; it stays.
   */
  readonly onMove: 'goes-along' | 'is-placed-by-it' | 'stays';
  /** When what it names is deleted: it goes too; it lets go of it; the deletion is refused while it is there. */
  readonly onDelete: 'goes' | 'lets-go' | 'forbids';
  /** When what it names is copied or cut out: it comes with it, or is only taken where it was chosen itself. */
  readonly onCopy: 'comes' | 'stays';
  /**
   * When what it names goes to another floor, or a copy of that does: it comes with it; it comes where all that it
   * names do; it stays, and the two part.
   */
  readonly onFloor: 'comes' | 'comes-with-all' | 'stays';
  /** Put where what it names is not: it keeps the name; it lets go of it; it cannot be put there. */
  readonly without: 'keeps' | 'lets-go' | 'cannot-be';
  /** Copied beside itself without what it names: the copy names the same, or lets go of it. */
  readonly beside: 'keeps' | 'lets-go';
  /**
   * Whether it is shown only where what it names is, by their states: with each of it, since it is nothing without;
   * with one of it at least, as a note that is on nothing else; without it too.
   */
  readonly isShown: 'with-each' | 'with-one' | 'without';
  /** Whether it looks different when what it names does. */
  readonly looksBy: boolean;
};

/** A row of the table with where it stands: in the definition of `from`, at `field`. */
export type RelationRow<K extends string = string> = Relation<K> & {
  readonly from: K;
  readonly field: string;
};
