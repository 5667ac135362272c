import type { Point } from '../../../core/geometry/point.ts';
import {
  formatAngle,
  formatBearing,
  formatLength,
  parseAngle,
  parseBearing,
  parseLength,
  parseNumber,
} from '../../../core/quantity.ts';
import { text } from '../../messages/text.ts';
import { Checkbox } from '../../ui/fields/Checkbox.tsx';
import { FieldRow } from '../../ui/fields/FieldRow.tsx';
import { QuantityField } from '../../ui/fields/QuantityField.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { DraftField } from './DraftField.tsx';
import type { FieldSpec } from './field-table.ts';

export type FieldContext = {
  /** Of the record: another one gets fields of its own. */
  readonly owner: string;
  readonly unit: 'm' | 'ft-in';
  readonly north: number;
  readonly onChange: (field: string, value: unknown) => void;
};

const wrong = (message: Parameters<typeof text>[0]) => ({ ok: false as const, message: text(message) });

/** How numbers of a form are written and read. */
function formatOf(spec: FieldSpec, { unit, north }: FieldContext) {
  const { form } = spec;
  if (form.type === 'bearing') {
    return {
      format: (value: number) => formatBearing(value, north),
      parse: (typed: string) => {
        const parsed = parseBearing(typed, north);
        return parsed.ok ? parsed : wrong('inspector.notABearing');
      },
    };
  }
  if (form.type === 'angle') {
    return {
      format: (value: number) => formatAngle(value),
      parse: (typed: string) => {
        const parsed = parseAngle(typed);
        return parsed.ok ? parsed : wrong('inspector.notAnAngle');
      },
    };
  }
  if (form.type === 'number') {
    return {
      format: (value: number) => String(Math.round(value * 1e6) / 1e6),
      parse: (typed: string) => {
        const parsed = parseNumber(typed);
        return parsed.ok
          ? { ok: true as const, value: form.isWhole ? Math.round(parsed.value) : parsed.value }
          : wrong('inspector.notANumber');
      },
    };
  }
  return {
    format: (value: number) => formatLength(value, unit),
    parse: (typed: string) => {
      const parsed = parseLength(typed, unit);
      return parsed.ok ? parsed : wrong('canvas.notALength');
    },
  };
}

/** One field of a record, in the form its specification asks for. */
export function RecordField({
  spec,
  value,
  context,
}: {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly context: FieldContext;
}) {
  const { form, field, label } = spec;
  const change = (next: unknown) => context.onChange(field, next);
  const key = `${context.owner} ${field}`;
  if (form.type === 'choice') {
    const options = form.options.map((id) => ({ id, label: id.replaceAll('-', ' ') }));
    return (
      <Select
        label={label}
        options={options}
        value={typeof value === 'string' ? value : null}
        onChange={change}
      />
    );
  }
  if (form.type === 'flag') {
    return (
      <FieldRow label="">
        <Checkbox label={label} isSelected={value === true} onChange={change} />
      </FieldRow>
    );
  }
  if (form.type === 'text' || form.type === 'paragraph') {
    const take = (typed: string) => change(spec.mayBeNull && typed.trim() === '' ? null : typed);
    return (
      <DraftField
        key={key}
        label={label}
        value={typeof value === 'string' ? value : ''}
        onCommit={take}
        isMultiline={form.type === 'paragraph'}
      />
    );
  }
  const format = formatOf(spec, context);
  if (form.type === 'point') {
    const at = value as Point;
    return (['x', 'y'] as const).map((axis) => (
      <QuantityField
        key={`${key} ${axis}`}
        label={`${label} ${axis}`}
        value={at[axis]}
        stepBy={0.1}
        onCommit={(next) => change({ ...at, [axis]: next })}
        {...format}
      />
    ));
  }
  return (
    <QuantityField
      key={key}
      label={label}
      value={typeof value === 'number' ? value : null}
      placeholder="–"
      {...(form.type === 'number' && form.unit ? { unit: form.unit } : {})}
      onCommit={change}
      {...format}
    />
  );
}
