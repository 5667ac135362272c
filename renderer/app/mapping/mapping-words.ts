import { mappedKinds } from '../../../core/mapping/mapped-fields.ts';
import type { Kind } from '../../../core/plan/kinds/index.ts';
import { isPlacedKind } from '../../../core/plan/plan.ts';
import { isMessageKey, text } from '../../messages/text.ts';
import type { Preview } from './choices.ts';

export const countText = (count: number): string => count.toLocaleString('en');

export const kindName = (kind: Kind): string => (isPlacedKind(kind) ? text(`kind.${kind}`) : kind);

/** The kinds by their names in the window. */
export const choosableKinds: readonly Kind[] = mappedKinds.toSorted((first, second) =>
  kindName(first).localeCompare(kindName(second), 'en'),
);

const named = (key: string, otherwise: string): string => (isMessageKey(key) ? text(key) : otherwise);

/** What the inspector calls a field, and a value of it. */
export const fieldName = (field: string): string => named(`inspector.field.${field}`, field);
export const choiceName = (field: string, choice: string): string =>
  field === 'state' ? named(`panel.state.${choice}`, choice) : named(`inspector.choice.${choice}`, choice);

export const featuresText = (features: number): string =>
  features === 1 ? text('mapping.oneFeature') : text('mapping.someFeatures', { count: countText(features) });

/** What will be drawn and what stays out, in a line. */
export function previewText({ said, understood, out }: Preview): string {
  const drawn = [
    ...said.map(([kind, features]) =>
      text('mapping.previewKind', { count: countText(features), kind: kindName(kind).toLowerCase() }),
    ),
    ...(understood > 0 ? [text('mapping.previewTags', { count: countText(understood) })] : []),
  ];
  const first =
    drawn.length > 0 ? text('mapping.preview', { drawn: drawn.join(', ') }) : text('mapping.nothingDrawn');
  return out > 0 ? `${first} ${text('mapping.previewOut', { count: countText(out) })}` : first;
}
