export type ParsedQuantity =
  | { readonly ok: true; readonly value: number }
  /** A question says how each meaning of a text with several is typed. */
  | { readonly ok: false; readonly message: string; readonly isQuestion?: boolean };

/** How a number is written and read. The text has no unit; the field shows that beside it. */
export type QuantityFormat = {
  readonly format: (value: number) => string;
  readonly parse: (text: string) => ParsedQuantity;
  /** What arithmetic comes to, said while it is typed; null for what says it itself. */
  readonly comesTo?: (text: string) => string | null;
};

/** What stands in the field while it differs from its value; `text` null when nothing was typed. */
export type QuantityTyping = { readonly text: string | null; readonly message: string | null };

export const nothingTyped: QuantityTyping = { text: null, message: null };

/** The next state, and the value to commit or null. */
export type TypingStep = { readonly typing: QuantityTyping; readonly commit: number | null };

/** Takes what was typed: the value if it reads as one and is another, else the sentence why not. */
export function settle(typing: QuantityTyping, value: number | null, { parse }: QuantityFormat): TypingStep {
  if (typing.text === null) return { typing, commit: null };
  const parsed = parse(typing.text);
  if (!parsed.ok) return { typing: { text: typing.text, message: parsed.message }, commit: null };
  return { typing: nothingTyped, commit: parsed.value === value ? null : parsed.value };
}

/** Adds `by` to what is typed, or to the value; a result that the format refuses is left alone. */
export function step(
  typing: QuantityTyping,
  value: number | null,
  by: number,
  quantity: QuantityFormat,
): TypingStep {
  const typed = typing.text === null ? null : quantity.parse(typing.text);
  const base = typed?.ok ? typed.value : value;
  if (base === null) return { typing, commit: null };
  const next = quantity.parse(quantity.format(base + by));
  if (!next.ok) return { typing: { text: typing.text, message: next.message }, commit: null };
  return { typing: nothingTyped, commit: next.value === value ? null : next.value };
}
