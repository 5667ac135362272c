import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What of HarfBuzz's own interface is used; its version is pinned. Handles and addresses are numbers. */
type HarfBuzz = {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  hb_blob_create(address: number, length: number, mode: number, owner: number, destroy: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_set(input: number, which: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
};

const MEMORY_WRITABLE = 2;
const [DROPPED_TABLES, NAMES, LAYOUT_FEATURES] = [3, 4, 6];
/** The family's own name apart from its weight, and the licence. */
const KEPT_NAMES = [13, 14, 16, 17];
const NO_HINTING = 1;
/** A letter is one glyph as wide as it says, in every painter: no features, nothing for upright lines of text. */
const NOT_NEEDED = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'vhea', 'vmtx', 'VORG', 'STAT'];

const tag = (name: string) => [...name].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);

async function begin(): Promise<HarfBuzz> {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file));
  const harfBuzz = instance.exports as unknown as HarfBuzz;
  harfBuzz._initialize();
  return harfBuzz;
}

/** A font with the given letters alone, as a TrueType file. Throws when HarfBuzz refuses the file. */
export async function subset(font: Uint8Array, letters: Iterable<string>): Promise<Uint8Array> {
  // An instance for each font: its memory grows and never shrinks.
  const hb = await begin();
  const address = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, address);
  const face = hb.hb_face_create(hb.hb_blob_create(address, font.length, MEMORY_WRITABLE, 0, 0), 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_set_clear(hb.hb_subset_input_set(input, LAYOUT_FEATURES));
  const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES);
  for (const table of NOT_NEEDED) hb.hb_set_add(dropped, tag(table));
  const names = hb.hb_subset_input_set(input, NAMES);
  for (const name of KEPT_NAMES) hb.hb_set_add(names, name);
  hb.hb_subset_input_set_flags(input, NO_HINTING);
  const wanted = hb.hb_subset_input_unicode_set(input);
  for (const letter of letters) hb.hb_set_add(wanted, letter.codePointAt(0) ?? 0);
  const smaller = hb.hb_subset_or_fail(face, input);
  if (smaller === 0) throw new Error('HarfBuzz made no smaller font of this file.');
  const blob = hb.hb_face_reference_blob(smaller);
  const [start, length] = [hb.hb_blob_get_data(blob, 0), hb.hb_blob_get_length(blob)];
  return new Uint8Array(hb.memory.buffer).slice(start, start + length);
}
