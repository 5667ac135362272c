import type { KindWindow } from './kind-window.ts';
import { field, text } from './parts/field-forms.ts';

const kilograms = { type: 'number', unit: 'kg', stepBy: 100 } as const;
const speed = { type: 'number', unit: 'km/h', stepBy: 5 } as const;

export const kindWindow: KindWindow<'approach'> = {
  kind: 'approach',
  words: { name: 'Approach', add: 'Draw an approach' },
  fields: [
    field('name', 'name', text),
    field('vehicle', 'vehicle', text),
    { ...field('vehicleMassKg', 'vehicleMass', kilograms), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('entrySpeedKmh', 'entrySpeed', speed), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('designSpeedKmh', 'designSpeed', speed), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
  ],
  tool: null,
};
