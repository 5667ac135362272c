import { criticalities } from '../../../../core/plan/records/intent/asset.ts';
import { levelKeys } from '../../../../core/plan/records/intent/coverage-zone.ts';
import { lightTypes } from '../../../../core/plan/records/protective/light.ts';
import { readerTypes } from '../../../../core/plan/records/protective/reader.ts';
import { screeningTypes } from '../../../../core/plan/records/protective/screening.ts';
import { sensorTypes } from '../../../../core/plan/records/protective/sensor.ts';
import { signTypes } from '../../../../core/plan/records/protective/sign.ts';
import { choice } from '../field-spec.ts';
import {
  angle,
  bearing,
  type FieldsOfKind,
  field,
  flag,
  length,
  paragraph,
  point,
  text,
} from './field-forms.ts';

const lux = { type: 'number', unit: 'lx', stepBy: 1 } as const;
const kilograms = { type: 'number', unit: 'kg', stepBy: 100 } as const;
const speed = { type: 'number', unit: 'km/h', stepBy: 5 } as const;

type ProtectionKind =
  | 'patrol'
  | 'light'
  | 'sensor'
  | 'reader'
  | 'screening'
  | 'sign'
  | 'equipment'
  | 'asset'
  | 'approach'
  | 'coverageZone';

/** The inspector's fields of what protects besides barriers and cameras, and of what the layout is for. */
export const protectionFields: { readonly [K in ProtectionKind]: FieldsOfKind<K> } = {
  patrol: [field('name', 'name', text), field('period', 'period', text), field('closed', 'round', flag)],
  light: [
    field('type', 'type', choice(lightTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('height', 'mountingHeight', length),
    { ...field('illuminanceLux', 'illuminance', lux), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('range', 'litRange', length), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
  ],
  sensor: [
    field('type', 'type', choice(sensorTypes)),
    { ...field('at', 'at', point), needs: 'at' },
    { ...field('direction', 'direction', bearing), needs: 'at' },
    { ...field('range', 'range', length), needs: 'at', mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('angle', 'viewAcross', angle), needs: 'at', mayBeNull: true, whenEmpty: 'inspector.allRound' },
  ],
  reader: [
    field('type', 'type', choice(readerTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('controls', 'controls', { type: 'reference', offers: ['opening', 'gate'] }),
  ],
  screening: [
    field('type', 'type', choice(screeningTypes)),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('length', 'length', length),
    field('width', 'width', length),
  ],
  sign: [
    field('type', 'type', choice(signTypes)),
    field('text', 'text', paragraph),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
  ],
  equipment: [
    field('name', 'name', text),
    field('at', 'at', point),
    field('direction', 'direction', bearing),
    field('width', 'width', length),
    field('depth', 'depth', length),
    field('height', 'height', length),
  ],
  asset: [
    field('name', 'name', text),
    field('criticality', 'criticality', choice(criticalities)),
    { ...field('standoff', 'standoff', length), mayBeNull: true, whenEmpty: 'inspector.noneRequired' },
    { ...field('at', 'at', point), needs: 'at' },
  ],
  approach: [
    field('name', 'name', text),
    field('vehicle', 'vehicle', text),
    { ...field('vehicleMassKg', 'vehicleMass', kilograms), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('entrySpeedKmh', 'entrySpeed', speed), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
    { ...field('designSpeedKmh', 'designSpeed', speed), mayBeNull: true, whenEmpty: 'inspector.notKnown' },
  ],
  coverageZone: [
    field('name', 'name', text),
    field('task', 'task', text),
    field('level', 'requiredLevel', choice(levelKeys)),
  ],
};
