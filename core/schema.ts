import { config, type core } from './schema-types.ts';

// biome-ignore lint/performance/noBarrelFile: the library under its usual name
export * as z from './schema-types.ts';

// Before any schema is built: zod's compiled parsers probe `new Function`, which the window's
// content security policy forbids and reports.
config({ jitless: true, customError: plainWords });

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};
const MOST_VALUES = 12;
const LONGEST_VALUE = 40;

/**
 * What a value must be, in plain words that go on after the name of its field, as "must be a number"; undefined
 * where the schema library says it as well.
 */
function plainWords(issue: core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'too_small':
      return bound('at least', issue.origin, issue.minimum, issue.inclusive !== false);
    case 'too_big':
      return bound('at most', issue.origin, issue.maximum, issue.inclusive !== false);
    case 'invalid_value':
      return oneOf(issue.values.map((value) => JSON.stringify(value)));
    case 'unrecognized_keys':
      return `has a field that is not known: ${issue.keys.map(shortened).join(', ')}`;
    case 'invalid_union':
      return 'is none of those that are known';
    case 'invalid_format':
      return 'is not written as it must be';
    default:
      return undefined;
  }
}

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing';
  const noun = nouns[expected] ?? expected;
  return typeof input === 'number' ? `must be ${noun}, not ${input}` : `must be ${noun}`;
}

function bound(side: string, origin: string, limit: number | bigint, isInclusive: boolean): string {
  if (origin === 'string') return `must have ${side} ${limit} characters`;
  if (origin === 'array' || origin === 'set') return `must have ${side} ${limit} entries`;
  if (isInclusive) return `must be ${side} ${limit}`;
  return side === 'at least' ? `must be more than ${limit}` : `must be less than ${limit}`;
}

function oneOf(values: readonly string[]): string {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return `must be ${only}`;
  const more = values.length > MOST_VALUES ? ' and others' : '';
  return `must be one of ${values.slice(0, MOST_VALUES).join(', ')}${more}`;
}

const shortened = (key: string) => JSON.stringify(key.slice(0, LONGEST_VALUE));
