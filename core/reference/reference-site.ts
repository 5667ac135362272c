import type { Point } from '../geometry/point.ts';
import type { IdOf, Kind, PlacedKind, PlanRecord } from '../plan/kinds/index.ts';
import { planKinds } from '../plan/kinds/index.ts';
import { newPlan } from '../plan/new-plan.ts';
import { makeRecord, type NewRecord } from '../plan/parse-record.ts';
import { allRecords, inOrder } from '../plan/plan.ts';
import { Random } from './random.ts';

type Setup = { readonly name: string; readonly seed: number; readonly width: number; readonly depth: number };
type Placed<K extends PlacedKind> = Omit<NewRecord<K>, 'id' | 'floor' | 'layer'>;

const BLOCK = 42;
const HOUSE = { width: 30, depth: 24 } as const;
const ROOMS = { columns: 5, rows: 4 } as const;

/** Builds a made-up site record by record: blocks of buildings with rooms on a grid, streets between them. */
export class ReferenceSite {
  readonly records: PlanRecord[];
  readonly planId: string;
  readonly #random: Random;
  readonly #setup: Setup;
  readonly #floor: IdOf<'floor'>;
  readonly #layer: IdOf<'layer'>;
  readonly #tags = new Map<string, number>();
  readonly #houses: Point[];

  constructor(setup: Setup) {
    this.#setup = setup;
    this.#random = new Random(setup.seed);
    this.planId = this.#random.uuid();
    const plan = newPlan({ name: setup.name, displayUnit: 'm', newId: (kind) => this.#id(kind) });
    this.records = [...allRecords(plan)];
    this.records.push({ id: this.#id('floor'), ...planKinds.floor.defaults, name: 'Floor 1', order: 1 });
    const [floor, layer] = [inOrder(plan, 'floor')[0], inOrder(plan, 'layer')[0]];
    if (!floor || !layer) throw new Error('A new plan has a floor and a layer.');
    this.#floor = floor.id;
    this.#layer = layer.id;
    this.#houses = this.#housePlaces();
  }

  get count(): number {
    return this.records.length;
  }

  /** Walls with doors up to `walls` records, and the building with its rooms as areas up to `surfaces`. */
  addBuildings(walls: number, surfaces: number): void {
    const wallsEnd = this.count + walls;
    const houses = this.#houses;
    for (let index = 0; this.count < wallsEnd; index++) {
      const corner = houses[index % houses.length] ?? { x: 0, y: 0 };
      // A second round would lie on the first; it is set off, as the walls of an upper storey drawn beside.
      const shift = Math.floor(index / houses.length) * 0.6;
      this.#addRooms({ x: corner.x + shift, y: corner.y + shift }, wallsEnd);
    }
    const end = this.count + surfaces;
    for (let index = 0; this.count < end; index++) this.#addSurface(index);
  }

  addPerimeter(count: number): void {
    const { width, depth } = this.#setup;
    const end = this.count + count;
    for (let index = 0; this.count < end; index++) {
      const y = ((index * 7.3) % (depth - 4)) + 2;
      const x = (index * 31.7) % (width - 30);
      if (index % 3 === 0)
        this.#add('fence', {
          path: [
            { x, y },
            { x: x + this.#random.between(8, 28), y },
            { x: x + 28, y: y + 6 },
          ],
        });
      else if (index % 3 === 1)
        this.#add('road', {
          path: [
            { x, y },
            { x: x + 30, y },
          ],
          width: 4,
          class: 'service',
        });
      else this.#add('gate', { at: { x, y }, direction: this.#random.between(0, 3) });
    }
  }

  addCameras(count: number): void {
    for (let index = 0; index < count; index++) {
      const corner = this.#houses[index % this.#houses.length] ?? { x: 0, y: 0 };
      const side = Math.floor(index / this.#houses.length) % 4;
      const at = { x: corner.x + (side % 2) * HOUSE.width, y: corner.y + Math.floor(side / 2) * HOUSE.depth };
      this.#add('camera', {
        tag: this.#tag('C'),
        at,
        direction: this.#random.between(-Math.PI, Math.PI),
        range: 30,
      });
    }
  }

  /** Bollard rows, barriers and guard posts. */
  addDevices(count: number): void {
    const { width, depth } = this.#setup;
    for (let index = 0; index < count; index++) {
      const at = { x: this.#random.between(2, width - 12), y: this.#random.between(2, depth - 4) };
      const end = { x: at.x + this.#random.between(2, 9), y: at.y };
      if (index % 3 === 0) this.#add('bollards', { tag: this.#tag('B'), path: [at, end], rating: 'M50-P1' });
      else if (index % 3 === 1)
        this.#add('barrier', { tag: this.#tag('W'), path: [at, end], rating: 'M30-P1' });
      else this.#add('post', { tag: this.#tag('GP'), at, direction: this.#random.between(-3, 3) });
    }
  }

  #id<K extends Kind>(kind: K): IdOf<K> {
    return `${kind}:${this.#random.uuid()}` as IdOf<K>;
  }

  #tag(prefix: string): string {
    const number = (this.#tags.get(prefix) ?? 0) + 1;
    this.#tags.set(prefix, number);
    return `${prefix}-${number}`;
  }

  #add<K extends PlacedKind>(kind: K, fields: Placed<K>): IdOf<K> {
    const id = this.#id(kind);
    const record = makeRecord(kind, {
      id,
      floor: this.#floor,
      layer: this.#layer,
      ...fields,
    } as unknown as NewRecord<K>);
    if (!record.ok) throw new Error(record.error.message);
    this.records.push(record.value as unknown as PlanRecord);
    return id;
  }

  #housePlaces(): Point[] {
    const places: Point[] = [];
    for (let y = 8; y + HOUSE.depth < this.#setup.depth; y += BLOCK) {
      for (let x = 8; x + HOUSE.width < this.#setup.width; x += BLOCK) places.push({ x, y });
    }
    return places;
  }

  /** The walls between and around a grid of rooms, every fourth with a door, until `end` records. */
  #addRooms(corner: Point, end: number): void {
    const [wide, deep] = [HOUSE.width / ROOMS.columns, HOUSE.depth / ROOMS.rows];
    const at = (column: number, row: number) => ({ x: corner.x + column * wide, y: corner.y + row * deep });
    for (let row = 0; row <= ROOMS.rows; row++) {
      for (let column = 0; column <= ROOMS.columns; column++) {
        if (column < ROOMS.columns) this.#addWall(at(column, row), at(column + 1, row), end);
        if (row < ROOMS.rows) this.#addWall(at(column, row), at(column, row + 1), end);
      }
    }
  }

  #addWall(a: Point, b: Point, end: number): void {
    if (this.count >= end) return;
    const wall = this.#add('wall', { a, b, thickness: this.#random.next() < 0.3 ? 0.3 : 0.15 });
    if (this.#random.next() < 0.06 && this.count < end)
      this.#add('opening', { wall, offset: this.#random.between(1.5, 4) });
  }

  #addSurface(index: number): void {
    const corner = this.#houses[index % this.#houses.length] ?? { x: 0, y: 0 };
    const inset = Math.floor(index / this.#houses.length);
    const rectangle = (x: number, y: number, width: number, depth: number) => [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + depth },
      { x, y: y + depth },
    ];
    if (inset === 0) {
      this.#add('building', {
        ring: rectangle(corner.x, corner.y, HOUSE.width, HOUSE.depth),
        name: `Building ${index + 1}`,
      });
      return;
    }
    const [wide, deep] = [HOUSE.width / ROOMS.columns, HOUSE.depth / ROOMS.rows];
    const room = (inset - 1) % (ROOMS.columns * ROOMS.rows);
    const [column, row] = [room % ROOMS.columns, Math.floor(room / ROOMS.columns)];
    const ring = rectangle(corner.x + column * wide, corner.y + row * deep, wide, deep);
    this.#add('area', { ring, use: 'room', name: `Room ${room + 101}` });
  }
}
