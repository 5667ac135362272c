import { type ExportFormat, exportFormats } from '../../core/contract/formats.ts';

const formatOptions = Object.fromEntries(exportFormats.map((format) => [format, { type: 'string' }])) as {
  readonly [F in ExportFormat]: { readonly type: 'string' };
};

/** Every option of the command line; a command takes those that mean something to it. */
export const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
  replace: { type: 'boolean' },
  portrait: { type: 'boolean' },
  strict: { type: 'boolean' },
  name: { type: 'string' },
  unit: { type: 'string' },
  reference: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  map: { type: 'string' },
  ...formatOptions,
  sheet: { type: 'string' },
  scale: { type: 'string' },
  size: { type: 'string' },
  coordinates: { type: 'string' },
  zone: { type: 'string' },
  without: { type: 'string' },
  night: { type: 'boolean' },
  'target-height': { type: 'string' },
  state: { type: 'string' },
  db: { type: 'string' },
} as const;

/** What was written on the command line, without the command itself. */
export type CliArgs = {
  readonly values: {
    readonly [K in keyof typeof options]?: (typeof options)[K]['type'] extends 'boolean' ? boolean : string;
  };
  readonly positionals: readonly string[];
};
