// A document that is not even of a flow's shape: what the schema found, in words.
import type * as z from 'zod/mini';
import { fieldWords } from './english-flow-texts.ts';
import { type FlowFault, stepName } from './flow-fault.ts';
import { listed } from './value-shape.ts';

type Issue = z.core.$ZodIssue;

/** One fault for each thing that the schema found. */
export function shapeFaults(document: unknown, issues: readonly Issue[]): readonly FlowFault[] {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return [{ code: 'shape', sentence: 'This is not a flow.', place: {} }];
  }
  return issues.map((issue) => {
    const path = issue.path.map(String);
    const [top, node, field] = path;
    const isStep = top === 'nodes' && node !== undefined;
    const where = isStep ? `The step ${titled(document, node)}` : 'The flow';
    const rest = isStep ? path.slice(2) : path;
    const sentence = `${where}: ${wrong(issue, rest, valueAt(document, issue.path))}.`;
    const shown = isStep ? field : top;
    const place = { ...(isStep ? { node } : {}), ...(shown === undefined ? {} : { field: shown }) };
    return { code: 'shape', sentence, place };
  });
}

function titled(document: object, node: string): string {
  const title = valueAt(document, ['nodes', node, 'title']);
  return stepName(node, typeof title === 'string' ? { title } : undefined);
}

function wrong(issue: Issue, rest: readonly string[], value: unknown): string {
  const field = rest.length === 0 ? 'it' : (FIELDS[rest.at(-1) ?? ''] ?? placeWords(rest));
  if (issue.code === 'unrecognized_keys') {
    return `${rest.length === 0 ? 'it' : field} has ${listed(issue.keys.map(quoted), 'and')}, which is not known here`;
  }
  if (value === undefined && issue.code !== 'invalid_key') return `${field} is missing`;
  switch (issue.code) {
    case 'invalid_type':
      return `${field} must be ${TYPES[issue.expected] ?? `a ${issue.expected}`}, not ${shown(value)}`;
    case 'invalid_value':
      return `${field} must be ${listed(issue.values.map(String), 'or')}, not ${shown(value)}`;
    case 'invalid_union':
      return rest.at(-1) === 'kind'
        ? `there is no kind of step called ${shown(value)}`
        : `${field} is not of a kind that can stand there`;
    case 'too_small':
      return `${field} is too small or too short: at least ${issue.minimum}`;
    case 'too_big':
      return `${field} is too great or too long: at most ${issue.maximum}`;
    case 'invalid_key':
      return `the id ${quoted(rest.at(-1) ?? '')} must be small letters, digits and hyphens`;
    default:
      return `${field} is not written as it must be: ${shown(value)}`;
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  expiresMinutes: 'the time at which the question ends',
  forMinutes: 'how long it waits',
  atMostMinutes: 'how long it waits at most',
  recheckMinutes: 'how often it looks again',
  atMost: 'how many items it takes at most',
  do: 'the first step for each item',
  with: 'what is given to it',
  next: 'the next step',
  on: 'what it goes by',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  tuple: 'a path, a comparison and a value',
  object: 'a group of fields',
  record: 'a group of fields',
};

function placeWords(rest: readonly string[]): string {
  return quoted(
    rest
      .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : fieldWords(part)))
      .join(', '),
  );
}

const quoted = (text: string) => `“${text}”`;

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value.slice(0, 60));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'a list' : 'a group of fields';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[name];
  }
  return at;
}
