/** How a generated JPEG is written. */
export type JpegForm = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What its components are. */
  readonly colours: 'grey' | 'ycbcr' | 'rgb' | 'cmyk' | 'ycck';
  /** Pixels of luma to one of chroma, across and down; 1 or 2 each. */
  readonly sampling: readonly [across: number, down: number];
  readonly isProgressive: boolean;
  /** Units between restarts; 0 for none. */
  readonly restarts: number;
  /** How it says that it is to be turned; 1 to 8, 0 for nothing. */
  readonly orientation: number;
};

export type Rgb = readonly [red: number, green: number, blue: number];

/** The picture that is in every generated JPEG: colours that change slowly, differently to every side. */
export function colourAt(
  x: number,
  y: number,
  { widthPx, heightPx }: Pick<JpegForm, 'widthPx' | 'heightPx'>,
): Rgb {
  const [across, down] = [x / widthPx, y / heightPx];
  return [40 + 180 * across, 60 + 150 * down, 230 - 160 * across * down];
}

const marker = (code: number, ...content: readonly number[]) => [
  0xff,
  code,
  ...u16(content.length + 2),
  ...content,
];
const u16 = (value: number) => [(value >> 8) & 255, value & 255];

const ZIGZAG = zigzag();

/** The order in which the coefficients of a block are written (ITU-T T.81, figure 5). */
function zigzag(): readonly number[] {
  const places = Array.from({ length: 64 }, (_, at) => ({ at, x: at % 8, y: at >> 3 }));
  const diagonal = ({ x, y }: { x: number; y: number }) => x + y;
  places.sort(
    (one, two) => diagonal(one) - diagonal(two) || (diagonal(one) % 2 === 0 ? one.x - two.x : one.y - two.y),
  );
  return places.map(({ at }) => at);
}

// Codes of one length for every symbol: of four bits for sizes, of nine for runs and sizes.
const SIZE_BITS = 4;
const RUN_BITS = 9;
const codes = (kind: number, bits: number, symbols: number) =>
  marker(
    0xc4,
    kind << 4,
    ...Array.from({ length: 16 }, (_, at) => (at === bits - 1 ? symbols : 0)),
    ...Array(symbols).keys(),
  );

type Component = { readonly id: number; readonly factors: readonly [number, number]; readonly plane: Plane };
type Plane = (x: number, y: number) => number;

/** A JPEG of the picture of `colourAt`, as its rows are stored. */
export function generatedJpeg(form: JpegForm): Uint8Array {
  const { widthPx, heightPx, isProgressive, restarts } = form;
  const components = componentsOf(form);
  const scans = isProgressive ? progressiveScans(components) : [{ components, from: 0, to: 63 }];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...(form.orientation > 0 ? turn(form.orientation) : []),
    ...(form.colours === 'grey' || form.colours === 'ycbcr' ? [] : adobe(form.colours)),
    ...marker(0xdb, 0, ...Array(64).fill(1)),
    ...marker(
      isProgressive ? 0xc2 : 0xc0,
      8,
      ...u16(heightPx),
      ...u16(widthPx),
      components.length,
      ...components.flatMap(({ id, factors: [across, down] }) => [id, (across << 4) | down, 0]),
    ),
    ...codes(0, SIZE_BITS, 12),
    ...codes(1, RUN_BITS, 255),
    ...(restarts > 0 ? marker(0xdd, ...u16(restarts)) : []),
    ...scans.flatMap((scan) => [...header(scan), ...entropy(scan, components, form)]),
    ...[0xff, 0xd9],
  ]);
}

const turn = (orientation: number) =>
  marker(
    0xe1,
    ...Buffer.from('Exif\0\0MM'),
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  );
const adobe = (colours: 'rgb' | 'cmyk' | 'ycck') =>
  marker(0xee, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, colours === 'ycck' ? 2 : 0);

function componentsOf(form: JpegForm): readonly Component[] {
  const at = (x: number, y: number) =>
    colourAt(Math.min(x, form.widthPx - 1), Math.min(y, form.heightPx - 1), form);
  const luma: Plane = (x, y) => mixed(at(x, y), [0.299, 0.587, 0.114], 0);
  const blue: Plane = (x, y) => mixed(at(x, y), [-0.168736, -0.331264, 0.5], 128);
  const red: Plane = (x, y) => mixed(at(x, y), [0.5, -0.418688, -0.081312], 128);
  const one =
    (part: number): Plane =>
    (x, y) =>
      at(x, y)[part] ?? 0;
  const planes = {
    grey: [luma],
    ycbcr: [luma, blue, red],
    rgb: [one(0), one(1), one(2)],
    cmyk: [one(0), one(1), one(2), () => 255],
    ycck: [luma, blue, red, () => 255],
  }[form.colours];
  return planes.map((plane, index) => ({
    id: index + 1,
    plane,
    factors: index === 0 || index === 3 ? form.sampling : [1, 1],
  }));
}

const mixed = (rgb: Rgb, weights: Rgb, more: number) =>
  rgb.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), more);

type Scan = { readonly components: readonly Component[]; readonly from: number; readonly to: number };

const progressiveScans = (components: readonly Component[]): readonly Scan[] => [
  { components, from: 0, to: 0 },
  ...components.flatMap((one) => [
    { components: [one], from: 1, to: 5 },
    { components: [one], from: 6, to: 63 },
  ]),
];

const header = ({ components, from, to }: Scan) =>
  marker(0xda, components.length, ...components.flatMap(({ id }) => [id, 0]), from, to, 0);

/** Bits as bytes, one more after each that looks like a marker. */
class Writer {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  put(value: number, bits: number): void {
    for (let at = bits - 1; at >= 0; at -= 1) {
      this.#held = (this.#held << 1) | ((value >> at) & 1);
      this.#count += 1;
      if (this.#count < 8) continue;
      this.bytes.push(this.#held, ...(this.#held === 255 ? [0] : []));
      [this.#held, this.#count] = [0, 0];
    }
  }

  /** A symbol, and the bits of a value behind it (T.81, F.1.2.1). */
  value(value: number, { run, bits }: { readonly run: number; readonly bits: number }): void {
    const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
    this.put((run << 4) | size, bits);
    this.put(value < 0 ? value + (1 << size) - 1 : value, size);
  }

  flush(): void {
    while (this.#count > 0) this.put(1, 1);
  }

  restart(number: number): void {
    this.flush();
    this.bytes.push(0xff, 0xd0 + number);
  }
}

/** Blocks of a component, across and down, where it is alone in a scan (T.81, A.2.2), and units where it is not. */
function unitsOf({ components }: Scan, all: readonly Component[], { widthPx, heightPx }: JpegForm) {
  const most = [0, 1].map((side) => Math.max(...all.map(({ factors }) => factors[side] ?? 1)));
  const [across = 1, down = 1] = most;
  const [only, ...more] = components;
  const own = only && more.length === 0 ? only.factors : [1, 1];
  const columns = Math.ceil(Math.ceil((widthPx * (own[0] ?? 1)) / across) / 8);
  const rows = Math.ceil(Math.ceil((heightPx * (own[1] ?? 1)) / down) / 8);
  return { columns, rows, across, down };
}

function entropy(scan: Scan, all: readonly Component[], form: JpegForm): readonly number[] {
  const { restarts } = form;
  const writer = new Writer();
  const { columns, rows, across, down } = unitsOf(scan, all, form);
  const last = new Map<Component, number>();
  const write = (component: Component, x: number, y: number) => {
    const steps = [across / component.factors[0], down / component.factors[1]] as const;
    const block = coefficients(component.plane, { x, y, steps });
    if (scan.from === 0) {
      writer.value((block[0] ?? 0) - (last.get(component) ?? 0), { run: 0, bits: SIZE_BITS });
      last.set(component, block[0] ?? 0);
    }
    if (scan.to > 0) others(writer, block, scan);
  };
  for (let unit = 0; unit < columns * rows; unit += 1) {
    if (restarts > 0 && unit > 0 && unit % restarts === 0) {
      writer.restart((unit / restarts - 1) % 8);
      last.clear();
    }
    for (const component of scan.components)
      for (const [x, y] of blocksOf(component, scan.components.length === 1))
        write(component, (unit % columns) * x.of + x.at, Math.floor(unit / columns) * y.of + y.at);
  }
  writer.flush();
  return writer.bytes;
}

/** Where the blocks of a component lie within a unit, which is one block where the component is alone. */
function blocksOf({ factors }: Component, isAlone: boolean) {
  const [across, down] = isAlone ? [1, 1] : factors;
  return Array.from({ length: across * down }, (_, part) => {
    const [x, y] = [part % across, Math.floor(part / across)];
    return [
      { at: x, of: across },
      { at: y, of: down },
    ] as const;
  });
}

function others(writer: Writer, block: readonly number[], { from, to }: Scan): void {
  let run = 0;
  for (let at = Math.max(from, 1); at <= to; at += 1) {
    const value = block[at] ?? 0;
    if (value === 0) {
      run += 1;
      continue;
    }
    for (; run > 15; run -= 16) writer.put(0xf0, RUN_BITS);
    writer.value(value, { run, bits: RUN_BITS });
    run = 0;
  }
  if (run > 0) writer.put(0, RUN_BITS);
}

const cosines = Array.from({ length: 64 }, (_, at) =>
  Math.cos(((2 * (at % 8) + 1) * (at >> 3) * Math.PI) / 16),
);

type Place = { readonly x: number; readonly y: number; readonly steps: readonly [number, number] };

/** The coefficients of a block in the order that they are written in (T.81, A.3.3). */
function coefficients(plane: Plane, { x, y, steps: [across, down] }: Place): readonly number[] {
  const samples = Array.from({ length: 64 }, (_, at) => {
    const [left, top] = [(x * 8 + (at % 8)) * across, (y * 8 + (at >> 3)) * down];
    return plane(left + (across - 1) / 2, top + (down - 1) / 2) - 128;
  });
  return ZIGZAG.map((place) => {
    const [u, v] = [place % 8, place >> 3];
    let sum = 0;
    for (const [at, sample] of samples.entries())
      sum += sample * (cosines[u * 8 + (at % 8)] ?? 0) * (cosines[v * 8 + (at >> 3)] ?? 0);
    return Math.round((sum / 4) * (u === 0 ? Math.SQRT1_2 : 1) * (v === 0 ? Math.SQRT1_2 : 1));
  });
}
