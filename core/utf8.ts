/** The text in UTF-8 bytes, without a byte order mark; null where they are not UTF-8: nothing is put in the place of a letter. */
export function textOfUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // What it throws for bytes that are no text.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
