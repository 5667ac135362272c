import type { PlacedKind } from '../../plan/records/index.ts';
import { routeLooks } from '../drawers/ways/route.ts';
import { lightNames, readerNames, screeningNames, sensorNames, signNames } from './legend-names.ts';
import { along, around, one, SAMPLE_WIDTH, type Sample } from './sample-shapes.ts';

type Samples = {
  readonly [K in Extract<
    PlacedKind,
    | 'route'
    | 'patrol'
    | 'light'
    | 'sensor'
    | 'reader'
    | 'screening'
    | 'sign'
    | 'equipment'
    | 'asset'
    | 'approach'
    | 'coverageZone'
  >]: Sample<K>;
};

/** Samples of what protects besides barriers and cameras, and of what the layout is for. */
export const protectionSamples: Samples = {
  route: {
    group: 'intent',
    name: ({ use }) => routeLooks[use].title,
    sample: (r, at) => [{ ...r, path: along(at), width: 0.5, name: '' }],
  },
  patrol: {
    group: 'intent',
    name: () => 'Patrol route',
    sample: (r, at) => [{ ...r, path: along(at), closed: false }],
  },
  light: {
    group: 'devices',
    name: ({ type }) => lightNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0, range: null, illuminanceLux: null }],
    count: one,
  },
  sensor: {
    group: 'devices',
    name: ({ type, path }) => (path ? `${sensorNames[type]}, line` : sensorNames[type]),
    sample: (r, at) => [
      { ...r, at: r.path ? null : at, path: r.path && along(at), direction: 0, range: null },
    ],
    count: one,
  },
  reader: {
    group: 'devices',
    name: ({ type }) => readerNames[type],
    sample: (r, at) => [{ ...r, at: { x: at.x - 0.25, y: at.y }, direction: 0, controls: null }],
    count: one,
  },
  screening: {
    group: 'devices',
    name: ({ type }) => screeningNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0, length: 1, width: 0.64 }],
    count: one,
  },
  sign: {
    group: 'devices',
    name: ({ type }) => signNames[type],
    sample: (r, at) => [{ ...r, at, direction: 0, text: '' }],
    count: one,
  },
  equipment: {
    group: 'devices',
    name: ({ name }) => name || 'Equipment',
    sample: (r, at) => [{ ...r, at, direction: 0, depth: 0.5, width: 0.5, name: '' }],
    count: one,
  },
  asset: {
    group: 'intent',
    name: () => 'Asset, its criticality in bars',
    sample: (r, at) => [{ ...r, at, ring: null, standoff: null, name: '', criticality: 'low' }],
  },
  approach: {
    group: 'intent',
    name: () => 'Vehicle approach',
    sample: (r, at) => [{ ...r, path: along({ x: at.x, y: at.y }) }],
  },
  coverageZone: {
    group: 'intent',
    name: () => 'Coverage zone, required level',
    sample: (r, at) => [{ ...r, ring: around(at, SAMPLE_WIDTH), name: '', task: '' }],
  },
};
