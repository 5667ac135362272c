import type { Point } from '../../../core/geometry/point.ts';
import type { FieldSpec } from '../../kinds/parts/field-spec.ts';
import { text } from '../../messages/text.ts';
import { Checkbox } from '../../ui/fields/Checkbox.tsx';
import { FieldRow } from '../../ui/fields/FieldRow.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { Refusal } from '../../ui/layout/Refusal.tsx';
import { DraftField } from './DraftField.tsx';
import { LevelField } from './LevelField.tsx';
import { NumberField } from './NumberField.tsx';
import { PointField } from './PointField.tsx';
import { ReferenceField } from './ReferenceField.tsx';
import type { FieldContext } from './use-record-change.ts';

type Props = {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly context: FieldContext;
  /** The records have several values: none is shown, and any can be chosen. */
  readonly differs?: boolean;
};

/** One field of a record, in the form its specification asks for. */
export function RecordField(props: Props) {
  const { spec, value, context } = props;
  const { form, field } = spec;
  const label = text(spec.label);
  const fieldsOf = (next: unknown) => ({ [field]: next });
  const change = (next: unknown) => context.change(fieldsOf(next));
  switch (form.type) {
    case 'choice':
      return (
        <Select
          label={label}
          options={form.options.map((option) => ({ id: option.id, label: text(option.label) }))}
          value={typeof value === 'string' ? value : null}
          placeholder={props.differs ? text('inspector.various') : ''}
          error={context.refusalOf(field)}
          onChange={change}
        />
      );
    case 'level':
      return (
        <LevelField
          label={label}
          value={typeof value === 'string' ? value : null}
          placeholder={props.differs ? text('inspector.various') : ''}
          error={context.refusalOf(field)}
          onChange={change}
        />
      );
    case 'reference':
      return (
        <ReferenceField label={label} field={field} offers={form.offers} value={value} context={context} />
      );
    case 'flag':
      return <FlagField {...props} label={label} onChange={change} />;
    case 'text':
    case 'paragraph':
      return <WordsField {...props} label={label} />;
    case 'point':
      return <PointField label={label} at={value as Point} fieldsOf={fieldsOf} context={context} />;
    default:
      return (
        <NumberField
          label={label}
          form={form}
          value={typeof value === 'number' ? value : null}
          mayBeNull={spec.mayBeNull ?? false}
          {...placeholderOf(props)}
          fieldsOf={fieldsOf}
          context={context}
        />
      );
  }
}

/** What stands in an empty field of a number. */
function placeholderOf({ spec, differs = false }: Props): { readonly placeholder?: string } {
  if (differs) return { placeholder: text('inspector.various') };
  return spec.whenEmpty ? { placeholder: text(spec.whenEmpty) } : {};
}

type FlagProps = Props & { readonly label: string; readonly onChange: (value: boolean) => void };

function FlagField({ spec, label, value, differs = false, context, onChange }: FlagProps) {
  const refusal = context.refusalOf(spec.field);
  return (
    <FieldRow label="">
      <Checkbox label={label} isSelected={value === true} isIndeterminate={differs} onChange={onChange} />
      <Refusal>{refusal}</Refusal>
    </FieldRow>
  );
}

function WordsField({ spec, label, value, differs = false, context }: Props & { readonly label: string }) {
  const fieldsOf = (typed: string) => ({
    [spec.field]: spec.mayBeNull && typed.trim() === '' ? null : typed,
  });
  return (
    <DraftField
      owner={context.owner}
      label={label}
      value={typeof value === 'string' ? value : ''}
      isMultiline={spec.form.type === 'paragraph'}
      placeholder={differs ? text('inspector.various') : spec.whenEmpty ? text(spec.whenEmpty) : ''}
      check={(typed) => context.check(fieldsOf(typed))}
      onCommit={(typed) => context.change(fieldsOf(typed))}
    />
  );
}
