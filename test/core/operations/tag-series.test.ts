import { expect, test } from 'vitest';
import { tagSeriesOf } from '../../../core/operations/next-tag.ts';
import type { PlacedKind, RecordOf } from '../../../core/plan/kinds/index.ts';
import { placedKinds, record } from '../../support/plan-builder.ts';

/** How the tags of each kind begin; by type where that tells. What is not here has none. */
const prefixes: { readonly [K in PlacedKind]?: string | Readonly<Record<string, string>> } = {
  gate: 'G',
  bollards: 'B',
  camera: 'C',
  post: 'GP',
  patrol: 'PR',
  light: 'L',
  sign: 'SN',
  equipment: 'E',
  asset: 'A',
  approach: 'AP',
  coverageZone: 'Z',
  barrier: {
    wall: 'W',
    jersey: 'J',
    planter: 'PL',
    boulder: 'BO',
    cable: 'CB',
    guardrail: 'GR',
    trench: 'TR',
    wedge: 'WB',
    'drop-arm': 'DA',
    beam: 'BM',
    'sliding-gate': 'SG',
  } satisfies Record<RecordOf<'barrier'>['type'], string>,
  sensor: {
    motion: 'M',
    curtain: 'MC',
    ceiling: 'CD',
    radar: 'RA',
    beam: 'PB',
    'glass-break': 'GB',
    'door-contact': 'DC',
    fence: 'FS',
    buried: 'BS',
    seismic: 'SS',
    duress: 'DB',
  } satisfies Record<RecordOf<'sensor'>['type'], string>,
  reader: {
    card: 'CR',
    keypad: 'KP',
    biometric: 'BR',
    intercom: 'INT',
    'request-to-exit': 'RX',
  } satisfies Record<RecordOf<'reader'>['type'], string>,
  screening: {
    'metal-detector': 'MD',
    'x-ray': 'XR',
    'explosive-trace': 'ET',
    'vehicle-inspection': 'VI',
    'bag-search': 'BG',
  } satisfies Record<RecordOf<'screening'>['type'], string>,
};

test.each(placedKinds)('the tags of %s begin as those who read them know', (kind) => {
  const expected = prefixes[kind] ?? null;
  const digits = kind === 'camera' ? 2 : 1;
  if (expected === null || typeof expected === 'string') {
    expect(tagSeriesOf(record(kind))).toEqual(expected === null ? null : { prefix: expected, digits });
    return;
  }
  for (const [type, prefix] of Object.entries(expected))
    expect(tagSeriesOf({ ...record(kind), type } as never)).toEqual({ prefix, digits });
});

test('no two sorts of thing have the same prefix', () => {
  const all = Object.values(prefixes).flatMap((each) =>
    typeof each === 'string' ? [each] : Object.values(each),
  );
  expect(new Set(all).size).toBe(all.length);
});
