import { type Point, polar, quantisePoint, samePoint, subtract } from '../../core/geometry/point.ts';
import type { Refusal } from './refusal.ts';
import { unsnapped } from './snap/snap-result.ts';
import { noMemory, type SnapMemory, type SnapScene } from './snap/snap-scene.ts';
import { snapPoint } from './snap/snapping.ts';
import type { Hold, Measure, PointerToolEvent, Snap, SnapOptions } from './tool.ts';

const origin: Point = { x: 0, y: 0 };

// What is typed means the millimetre: what lies a few pixels apart on the screen is not the same place.
export const EXACT_PIXELS_PER_METRE = 10_000;

// What was passed long ago is not meant any more.
const MOST_PASSED = 3;

// Metres from the plan origin: as far as a plan reaches.
const FARTHEST = 1_000_000;

/** Why nothing can be at a typed place; `from` is the point before it in what is being drawn. */
export function placeRefusal(at: Point, from: Point | null): Refusal | null {
  const isInside = Math.abs(at.x) <= FARTHEST && Math.abs(at.y) <= FARTHEST;
  if (!isInside) return 'outside-plan';
  return from && samePoint(from, at) ? 'no-length' : null;
}

/** Where the last point lies that a length and direction are measured from. */
export function measuredFrom({ at, length, angle }: Measure): Point {
  return angle === null ? at : quantisePoint(subtract(at, polar(angle, length)));
}

/** What the editor remembers of the pointer between two events: where it was, and what was typed for it. */
export class Aim {
  #hold: Hold | null = null;
  #exact: Point | null = null;
  #last: PointerToolEvent | null = null;
  #from: Point = origin;
  #snapped: Point | null = null;
  #memory: SnapMemory = noMemory;

  /** The last event of the pointer itself; null before it came. */
  get last(): PointerToolEvent | null {
    return this.#last;
  }
  /** The place that was pressed last: what a typed place is relative to when nothing is being drawn. */
  get from(): Point {
    return this.#from;
  }

  /** Fixes parts of the next place until the pointer presses, or something else is done. */
  set hold(hold: Hold | null) {
    this.#hold = hold && (hold.length !== null || hold.angle !== null) ? hold : null;
  }

  /** Whether a place is exact now, so that nothing on the screen is near it. */
  get isExact(): boolean {
    return this.#exact !== null;
  }

  /** Notes an event before a tool gets it. */
  begin(event: PointerToolEvent): void {
    if (!this.#exact) this.#last = event;
    this.#snapped = this.#exact;
  }

  /** Notes that a tool has taken an event: a press uses up what was typed for it. */
  end({ type }: PointerToolEvent): void {
    if (type === 'move') return;
    this.#hold = null;
    if (type === 'down') this.#from = this.#snapped ?? this.#from;
  }

  /** Lets everything that is done meanwhile snap to one place. */
  exactly(at: Point, work: () => void): void {
    this.#exact = at;
    work();
    this.#exact = null;
  }

  snap(point: Point, options: SnapOptions, scene: Omit<SnapScene, 'hold' | 'memory'>): Snap {
    const snap = this.#exact
      ? unsnapped(this.#exact)
      : snapPoint(point, options, { ...scene, hold: this.#hold, memory: this.#memory });
    this.#snapped = snap.at;
    this.#remember(snap, options);
    return snap;
  }

  #remember(taken: Snap, { from }: SnapOptions): void {
    const { passed } = this.#memory;
    const isNew = from !== null && taken.edge !== undefined && taken.edge !== passed[0];
    const known = from === null ? [] : passed;
    this.#memory = {
      taken,
      passed: isNew && taken.edge ? [taken.edge, ...known].slice(0, MOST_PASSED) : known,
    };
  }
}
