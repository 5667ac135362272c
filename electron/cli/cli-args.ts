/** Every option of the command line; a command takes those that mean something to it. */
export const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
  replace: { type: 'boolean' },
  portrait: { type: 'boolean' },
  name: { type: 'string' },
  unit: { type: 'string' },
  reference: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  plan: { type: 'string' },
  pdf: { type: 'string' },
  'pdf-set': { type: 'string' },
  svg: { type: 'string' },
  png: { type: 'string' },
  csv: { type: 'string' },
  geojson: { type: 'string' },
  sheet: { type: 'string' },
  scale: { type: 'string' },
  size: { type: 'string' },
  db: { type: 'string' },
} as const;

/** What was written on the command line, without the command itself. */
export type CliArgs = {
  readonly values: {
    readonly [K in keyof typeof options]?: (typeof options)[K]['type'] extends 'boolean' ? boolean : string;
  };
  readonly positionals: readonly string[];
};
