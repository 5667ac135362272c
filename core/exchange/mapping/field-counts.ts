import type { MappedField } from '../../mapping/mapped-fields.ts';
import type { Kind } from '../../plan/kinds/index.ts';

const MOST_FIELDS = 8;
const LONGEST = 40;

type Place = { readonly kind: Kind; readonly field: MappedField; readonly attribute: string };
type Count = Place & { read: number; absent: number; unread: number; example: string };

const number = (value: number) => value.toLocaleString('en-US');

/** How often fields could be read from attributes, and how often not. */
export class FieldCounts {
  readonly #counts = new Map<string, Count>();

  /** A field that was read, or the text that is none of its values; null where the feature has none. */
  add(place: Place, outcome: 'read' | { readonly text: string | null }): void {
    const key = `${place.kind} ${place.field.name} ${place.attribute}`;
    const count = this.#counts.get(key) ?? { ...place, read: 0, absent: 0, unread: 0, example: '' };
    this.#counts.set(key, count);
    if (outcome === 'read') count.read += 1;
    else if (outcome.text === null) count.absent += 1;
    else {
      if (count.unread === 0) count.example = outcome.text.slice(0, LONGEST);
      count.unread += 1;
    }
  }

  /** One sentence for each field that has its usual value somewhere; that a thing has no words of its own is not told. */
  remarks(): readonly string[] {
    const told = [...this.#counts.values()].filter(
      ({ field, absent, unread }) => unread > 0 || (absent > 0 && field.sort !== 'text'),
    );
    const rest = told.slice(MOST_FIELDS);
    const sentences = told.slice(0, MOST_FIELDS).map(sentenceOf);
    if (rest.length === 0) return sentences;
    const usual = rest.reduce((sum, { absent, unread }) => sum + absent + unread, 0);
    return [
      ...sentences,
      `${number(rest.length)} further fields have their usual values ${number(usual)} ×, where they were not understood.`,
    ];
  }
}

function sentenceOf({ kind, field, attribute, read, absent, unread, example }: Count): string {
  const faults = [
    ...(unread > 0 ? [`not understood ${number(unread)} ×, such as "${example}"`] : []),
    ...(absent > 0 ? [`without a value ${number(absent)} ×`] : []),
  ];
  const start = `From "${attribute.slice(0, LONGEST)}", ${field.name} of ${kind}`;
  return `${start}: read ${number(read)} ×, ${faults.join(', ')}; there it has its usual value.`;
}
