import type { Kind } from '../../../core/plan/kinds/index.ts';
import type { MessageKey } from '../../messages/keys.ts';

type Ending<Key, Start extends string> = Key extends `${Start}${infer Rest}` ? Rest : never;

/** What the inspector calls fields, and the values that it offers. */
export type LabelKey = Ending<MessageKey, 'inspector.field.'>;
export type ChoiceKey = Ending<MessageKey, 'inspector.choice.'>;

export type ChoiceOption = { readonly id: string; readonly label: MessageKey };

/** Forms that are typed as one number, each in the unit that it is shown in. */
export type NumberForm =
  | { readonly type: 'length' | 'bearing' | 'angle' }
  | {
      readonly type: 'number';
      readonly unit: string;
      readonly isWhole?: true;
      /** What the arrow keys add; 1 unless told. */
      readonly stepBy?: number;
    };

/** How a field is shown and typed. Lengths in the plan's unit, bearings clockwise from plan north. */
export type FieldForm =
  | NumberForm
  | { readonly type: 'text' | 'paragraph' | 'flag' | 'point' }
  /** One of the levels of the plan's profile. */
  | { readonly type: 'level' }
  | { readonly type: 'choice'; readonly options: readonly ChoiceOption[] }
  /** The id of another record or null: those of some kinds that are near, else only the present one. */
  | { readonly type: 'reference'; readonly offers?: readonly Kind[] };

export type FieldSpec = {
  readonly field: string;
  readonly label: MessageKey;
  readonly form: FieldForm;
  /** Whether an empty field means that there is no value. */
  readonly mayBeNull?: boolean;
  /** What having no value means; it stands in the empty field. */
  readonly whenEmpty?: MessageKey;
  /** Another field: this one means something only where that has a value. */
  readonly needs?: string;
};

/** A form that offers the values of a schema's list. */
export function choice(ids: readonly ChoiceKey[]): FieldForm {
  return { type: 'choice', options: ids.map((id) => ({ id, label: `inspector.choice.${id}` as const })) };
}
