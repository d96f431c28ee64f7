// What keeps a body from being read as a document, in words.
import type * as z from 'zod/mini';
import type { FaultView } from '../../contract/documents.ts';

type Issue = z.core.$ZodIssue;

const SHOWN_MAX = 20;

/** @param lists how the entries of its lists are called: `{ rules: 'Rule' }`. */
export function shapeFaults(
  word: string,
  body: object,
  issues: readonly Issue[],
  lists: Readonly<Record<string, string>> = {},
): readonly FaultView[] {
  return issues.slice(0, SHOWN_MAX).map((issue) => {
    const [list, index, ...rest] = issue.path;
    const isEntry = typeof index === 'number' && lists[String(list)] !== undefined;
    const start = isEntry ? `${lists[String(list)]} ${index + 1}` : `The ${word}`;
    const field = (isEntry ? rest : issue.path).map(placeWord).join(', ');
    const sentence = `${start}: ${field === '' ? 'it' : `“${field}”`} ${wrong(issue, body)}.`;
    return { severity: 'error', sentence, ...(isEntry ? { rule: index + 1 } : {}) };
  });
}

/** People count from 1. */
function placeWord(step: PropertyKey): string {
  return typeof step === 'number' ? String(step + 1) : String(step);
}

function wrong(issue: Issue, body: object): string {
  if (issue.code === 'unrecognized_keys') {
    return `has ${issue.keys.map((key) => `“${key}”`).join(', ')}, which is not known here`;
  }
  if (valueAt(body, issue.path) === undefined) return 'is missing';
  if (issue.code === 'too_small') return `is too small or too short: at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `is too great or too long: at most ${issue.maximum}`;
  return 'is not written as it must be';
}

function valueAt(from: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<PropertyKey, unknown>)[step]
        : undefined,
    from,
  );
}
