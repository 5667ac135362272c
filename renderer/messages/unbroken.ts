/** Words that stay on one line: a number and its unit. */
export const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0');
