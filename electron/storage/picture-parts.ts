/** A picture that comes by parts: how many were given, null where the database has it as it is. */
export type IncomingPicture = {
  readonly sha256: string;
  readonly mediaType: string;
  readonly parts: number | null;
};

/** One of the parts that the bytes of a picture come in; the first has number 0. */
export type PicturePart = { readonly sha256: string; readonly part: number; readonly bytes: Uint8Array };

// Each is synced to the disk by itself: small enough for a step of main, and large enough to be few.
const BYTES_A_PART = 512 * 1024;

/** Hands over the bytes of a picture one part after the other; gives their number. */
export async function giveParts(
  sha256: string,
  bytes: Uint8Array,
  give: (part: PicturePart, done: number) => Promise<void>,
): Promise<number> {
  const parts = Math.ceil(bytes.length / BYTES_A_PART);
  for (let part = 0; part < parts; part += 1) {
    const at = part * BYTES_A_PART;
    // A copy: what crosses of a view is all that it is a view of.
    await give(
      { sha256, part, bytes: new Uint8Array(bytes.subarray(at, at + BYTES_A_PART)) },
      at / bytes.length,
    );
  }
  return parts;
}
