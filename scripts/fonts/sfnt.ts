/** The tables of a TrueType file by tag. */
export type FontTables = ReadonlyMap<string, Buffer>;

const HEADER_BYTES = 12;
const ENTRY_BYTES = 16;
/** Where `head` keeps the sum over the file, and what that sum has to come to (OpenType, table head). */
const ADJUSTMENT_OFFSET = 8;
const WHOLE_FILE_SUM = 0xb1b0afba;

export function readTables(file: Buffer): FontTables {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const entry = HEADER_BYTES + index * ENTRY_BYTES;
    const start = file.readUInt32BE(entry + 8);
    const tag = file.toString('latin1', entry, entry + 4);
    tables.set(tag, file.subarray(start, start + file.readUInt32BE(entry + 12)));
  }
  return tables;
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

function sumOf(bytes: Buffer): number {
  const whole = padded(bytes);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function headerOf(count: number): Buffer {
  const power = 2 ** Math.floor(Math.log2(count));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(power * ENTRY_BYTES, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((count - power) * ENTRY_BYTES, 10);
  return header;
}

/** A TrueType file of these tables, sums included. */
export function writeTables(tables: FontTables): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const head = Buffer.from(tables.get('head') ?? []);
  head.writeUInt32BE(0, ADJUSTMENT_OFFSET);
  let at = HEADER_BYTES + sorted.length * ENTRY_BYTES;
  const entries: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, table] of sorted) {
    const body = tag === 'head' ? head : table;
    const entry = Buffer.alloc(ENTRY_BYTES);
    entry.write(tag, 0, 'latin1');
    entry.writeUInt32BE(sumOf(body), 4);
    entry.writeUInt32BE(at, 8);
    entry.writeUInt32BE(body.length, 12);
    entries.push(entry);
    bodies.push(padded(body));
    at += padded(body).length;
  }
  const file = Buffer.concat([headerOf(sorted.length), ...entries, ...bodies]);
  const headAt = sorted.findIndex(([tag]) => tag === 'head');
  const headStart = file.readUInt32BE(HEADER_BYTES + headAt * ENTRY_BYTES + 8);
  file.writeUInt32BE((WHOLE_FILE_SUM - sumOf(file)) >>> 0, headStart + ADJUSTMENT_OFFSET);
  return file;
}
