import type { PlacedKind, RecordOf } from '../../../core/plan/kinds/index.ts';
import type { FieldSpec, LabelKey } from './field-spec.ts';

type FieldOf<K extends PlacedKind> = keyof RecordOf<K> & string;
/** Fields that a kind has. */
export type FieldsOfKind<K extends PlacedKind> = readonly (FieldSpec & {
  readonly field: FieldOf<K>;
  readonly needs?: FieldOf<K>;
})[];

/** A field with its label and form. */
export const field = <F extends string>(name: F, label: LabelKey, form: FieldSpec['form']) => ({
  field: name,
  label: `inspector.field.${label}` as const,
  form,
});

export const length = { type: 'length' } as const;
export const text = { type: 'text' } as const;
export const flag = { type: 'flag' } as const;
export const point = { type: 'point' } as const;
export const angle = { type: 'angle' } as const;
export const bearing = { type: 'bearing' } as const;
export const paragraph = { type: 'paragraph' } as const;
export const count = { type: 'number', unit: '', isWhole: true } as const;
export const millimetres = { type: 'number', unit: 'mm', stepBy: 0.1 } as const;
export const lux = { type: 'number', unit: 'lx', stepBy: 0.1 } as const;
export const pixels = { type: 'number', unit: 'px', isWhole: true } as const;
