import { type Plan, recordsOf } from '../plan.ts';
import type { IdOf, RecordOf } from '../records/index.ts';

type Opening = RecordOf<'opening'>;
type OpeningId = IdOf<'opening'>;

/** Which openings are in which wall while an edit is being made; looked for when the first wall is asked about. */
export class OpeningsOfWalls {
  readonly #plan: Plan;
  /** All that ever were in a wall: those that left it are passed over when they are asked for. */
  #known: Map<IdOf<'wall'>, Set<OpeningId>> | null = null;
  readonly #taken: Opening[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** An opening is new or another one now. */
  took(opening: Opening): void {
    if (this.#known) note(this.#known, opening);
    else this.#taken.push(opening);
  }

  /** The openings of a wall; `get` gives each as it is now. */
  of(wall: IdOf<'wall'>, get: (id: OpeningId) => Opening | undefined): readonly Opening[] {
    this.#known ??= this.#find();
    const openings: Opening[] = [];
    for (const id of this.#known.get(wall) ?? []) {
      const opening = get(id);
      if (opening?.wall === wall) openings.push(opening);
    }
    return openings;
  }

  #find(): Map<IdOf<'wall'>, Set<OpeningId>> {
    const known = new Map<IdOf<'wall'>, Set<OpeningId>>();
    for (const opening of recordsOf(this.#plan, 'opening')) note(known, opening);
    for (const opening of this.#taken) note(known, opening);
    return known;
  }
}

function note(known: Map<IdOf<'wall'>, Set<OpeningId>>, { id, wall }: Opening): void {
  const ids = known.get(wall);
  if (ids) ids.add(id);
  else known.set(wall, new Set([id]));
}
