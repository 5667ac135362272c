import type { NumberForm } from '../../kinds/parts/field-spec.ts';
import type { LabelPlacement } from '../../ui/fields/field-frame.ts';
import { QuantityField } from '../../ui/fields/QuantityField.tsx';
import type { ParsedQuantity } from '../../ui/fields/quantity-typing.ts';
import { comesToIn, typedNumber } from './number-form.ts';
import type { Fields, ShowLimit } from './try-change.ts';
import type { FieldContext } from './use-record-change.ts';

type Props = {
  readonly label: string;
  readonly form: NumberForm;
  /** As it is stored. */
  readonly value: number | null;
  /** The fields that change when this number is typed; null for an empty field. */
  readonly fieldsOf: (value: number | null) => Fields;
  readonly context: Pick<FieldContext, 'unit' | 'check' | 'change'> & Partial<Pick<FieldContext, 'owner'>>;
  readonly mayBeNull?: boolean;
  readonly labelPlacement?: LabelPlacement;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  /** Another sentence than the plan's own why the number cannot be taken. */
  readonly refuse?: (value: number) => string | null;
};

/** What an empty field reads as where that is allowed: the fields of the kit know numbers only. */
const NOTHING = Number.NaN;

/** One number of a record. It is tried on the plan while it is read, so that what is refused stays typed. */
export function NumberField(props: Props) {
  const { form, value, fieldsOf, context, label, labelPlacement, description, placeholder = '–' } = props;
  const typed = typedNumber(form, context.unit);
  // A number without a unit keeps its room free: it stands below those that have one.
  const hasUnit = labelPlacement !== 'hidden' && (typed.unit !== '' || form.type === 'number');
  const toValue = (shown: number): number | null => (Number.isNaN(shown) ? null : typed.toStored(shown));
  const showLimit: ShowLimit = (limit) => `${typed.format(typed.toShown(limit))} ${typed.unit}`.trim();
  const parse = (entered: string): ParsedQuantity => {
    const isNothing = props.mayBeNull === true && entered.trim() === '';
    const parsed = isNothing ? { ok: true as const, value: NOTHING } : typed.parse(entered);
    if (!parsed.ok) return parsed;
    const wanted = toValue(parsed.value);
    const refused = wanted === null ? null : props.refuse?.(wanted);
    const message = refused ?? context.check(fieldsOf(wanted), showLimit);
    return message === null ? parsed : { ok: false, message };
  };
  return (
    <QuantityField
      {...(context.owner !== undefined && { owner: context.owner })}
      label={label}
      {...(labelPlacement && { labelPlacement })}
      description={description}
      value={value === null ? null : typed.toShown(value)}
      placeholder={placeholder}
      {...(hasUnit && { unit: typed.unit })}
      stepBy={typed.stepBy}
      format={typed.format}
      parse={parse}
      comesTo={(entered) => comesToIn(typed, entered)}
      onCommit={(shown) => context.change(fieldsOf(toValue(shown)))}
    />
  );
}
