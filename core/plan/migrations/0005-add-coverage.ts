import type { Migration } from '../../records/run-migrations.ts';

/**
 * What coverage is asked with: levels of the plan's own, least light, sensors and presets of cameras, what a zone asks
 * for, what of it a sheet shows (levels, as it was drawn before).
 */
export const addCoverage: Migration = {
  to: 5,
  record: (record) => {
    const add = added[kindIn(record)];
    return add ? add(record) : record;
  },
};

type Json = Readonly<Record<string, unknown>>;

const kindIn = ({ id }: Json): string => (typeof id === 'string' ? id.slice(0, id.indexOf(':')) : '');

const added: Readonly<Record<string, (record: Json) => Json>> = {
  settings: (record) => ({ ...record, ownProfiles: [], densityModel: null, meshShare: 0.7 }),
  camera: (record) => ({
    ...record,
    minimumLux: null,
    infraredRange: null,
    sensors: [],
    presets: [],
    tiltRange: null,
  }),
  coverageZone: (record) => ({
    ...record,
    minimumPercent: 95,
    targetHeight: 0,
    when: 'day',
    minimumCameras: 1,
  }),
  sensor: (record) => ({ ...record, height: null }),
  sheet: (record) => ({ ...record, viewports: viewportsOf(record) }),
};

function viewportsOf({ viewports }: Json): unknown {
  if (!Array.isArray(viewports)) return viewports;
  const coverage = { view: 'levels', targetHeight: 0, light: 'day' };
  return viewports.map((each: unknown) =>
    typeof each === 'object' && each !== null ? { ...each, coverage } : each,
  );
}
