/** Places of the grid by number, each once. */
export class PlaceTable {
  readonly x: number[] = [];
  readonly y: number[] = [];
  #slots = new Int32Array(1024).fill(-1);

  /** The number of a place, a new one for a place that is not there yet. */
  idOf(x: number, y: number): number {
    const slot = this.#slotOf(x, y);
    const known = this.#slots[slot] ?? -1;
    if (known >= 0) return known;
    const id = this.x.length;
    this.x.push(x);
    this.y.push(y);
    this.#slots[slot] = id;
    if (2 * id > this.#slots.length) this.#grow();
    return id;
  }

  #slotOf(x: number, y: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(x, y) & mask;
    for (;;) {
      const id = this.#slots[slot] ?? -1;
      if (id < 0 || (this.x[id] === x && this.y[id] === y)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(4 * this.#slots.length).fill(-1);
    for (const [id, x] of this.x.entries()) this.#slots[this.#slotOf(x, this.y[id] ?? 0)] = id;
  }
}

const words = new Float64Array(2);
const bits = new Int32Array(words.buffer);

function hashOf(x: number, y: number): number {
  words[0] = x;
  words[1] = y;
  let hash = 0;
  for (const each of bits) hash = Math.imul(hash ^ each ^ (each >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
