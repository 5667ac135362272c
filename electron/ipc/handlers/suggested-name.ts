const LONGEST = 120;

/** A file name of some words that every system takes: no separators, no control characters, not too long. */
export function suggestedName(words: readonly string[], extension: string): string {
  const name = words
    .join(' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '-')
    .slice(0, LONGEST)
    .replace(/^[. ]+|[. ]+$/g, '');
  // Names that Windows keeps for devices.
  const isReserved = name === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return `${isReserved ? `Plan ${name}`.trim() : name}.${extension}`;
}
