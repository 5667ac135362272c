/** One step of the checksum for each byte: polynomial 0xEDB88320 (PNG, third edition, annex D). */
const table = Int32Array.from({ length: 256 }, (_value, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

/** The CRC-32 of some bytes, as PNG and zip use it. O(n). */
export function crc32(bytes: Uint8Array): number {
  let remainder = -1;
  // By index: iterating takes nearly twice as long, and a picture may have 200 MB.
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    remainder = (table[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8);
  }
  return ~remainder >>> 0;
}
