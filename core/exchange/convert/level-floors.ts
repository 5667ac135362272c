import { type IdOf, type NewId, planKinds, type RecordOf } from '../../plan/kinds/index.ts';
import type { Level } from './levels.ts';

type Floor = RecordOf<'floor'>;
type Named = Extract<Level, { readonly type: 'floor' }>;

/** The floors of the levels of a drawing: those that are there by their names, and new ones. */
export class LevelFloors {
  readonly #there: () => readonly Floor[];
  readonly #ids = new Set<IdOf<'floor'>>();
  readonly #newId: NewId;
  #byName: Map<string, Floor> | null = null;
  /** Floors that are not there yet, in the order in which they were met. */
  readonly made: Floor[] = [];

  #top = 0;

  /** `there` gives the floors that are there when the first level is met. */
  constructor(there: () => readonly Floor[], newId: NewId) {
    this.#there = there;
    this.#newId = newId;
  }

  /** The floors that are there by their names: the first of each. */
  #known(): Map<string, Floor> {
    if (this.#byName) return this.#byName;
    const there = this.#there();
    this.#top = Math.max(0, ...there.map(({ order }) => order));
    this.#byName = new Map(there.toReversed().map((floor) => [floor.name, floor]));
    return this.#byName;
  }

  /** The floor of a level: it has the level's name. */
  of(level: Named): IdOf<'floor'> {
    const known = this.#known();
    const floor = known.get(level.name) ?? this.#make(level);
    known.set(level.name, floor);
    this.#ids.add(floor.id);
    return floor.id;
  }

  /** Whether a floor is one that a level was put on. */
  has(id: IdOf<'floor'>): boolean {
    return this.#ids.has(id);
  }

  /** What has to be said of new floors: none, or a sentence. */
  remarks(): readonly string[] {
    const names = this.made.map(({ name }) => `"${name}"`);
    const what = names.length === 1 ? 'New floor for a level' : 'New floors for levels';
    return names.length === 0 ? [] : [`${what} of the file, with usual heights: ${names.join(', ')}.`];
  }

  #make({ number, name }: Named): Floor {
    const { defaults } = planKinds.floor;
    const floor: Floor = {
      ...defaults,
      id: this.#newId('floor'),
      name,
      elevation: number * defaults.height,
      // Mezzanines have a place of their own.
      order: this.#top + Math.round(number * 2),
    };
    this.made.push(floor);
    return floor;
  }
}
