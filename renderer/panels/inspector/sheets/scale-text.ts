import { text } from '../../../messages/text.ts';
import type { ParsedQuantity } from '../../../ui/fields/quantity-typing.ts';

const SMALLEST = 1;
const LARGEST = 1_000_000;

/** A scale as it is printed, 1:500. */
export function formatScale(scale: number): string {
  return `1:${scale}`;
}

/** Reads `1:500`, `1 : 1,000` or `500`. */
export function parseScale(typed: string): ParsedQuantity {
  const digits = /^(?:1\s*[:/]\s*)?(\d[\d,\s]*(?:\.\d+)?)$/.exec(typed.trim())?.[1];
  if (digits === undefined) return { ok: false, message: text('sheet.notAScale') };
  const value = Number(digits.replace(/[,\s]/g, ''));
  if (value >= SMALLEST && value <= LARGEST) return { ok: true, value };
  return { ok: false, message: text('sheet.scaleLimits') };
}
