// Checks the values, texts and conditions of a flow: that paths lead somewhere, in time, to what is asked for.
import type { FlowCondition, FlowDocument, FlowValue } from './document.ts';
import type { FlowFaultCode } from './flow-fault.ts';
import type { Resolved } from './flow-scope.ts';
import { pathsInText, pathWords, valueWords } from './flow-words.ts';
import { fits, listed, plainText, shapeWords, type ValueShape } from './value-shape.ts';

type Resolve = (path: string) => Resolved;
/** Takes a fault of the step at hand. */
type Say = (code: FlowFaultCode, sentence: string) => void;

/** What is checked: a step, or the trigger. */
export interface Site {
  /** As a sentence begins. */
  readonly name: string;
  readonly flow: Pick<FlowDocument, 'nodes'>;
  readonly resolve: Resolve;
  readonly say: Say;
}

/**
 * What a path stands for when it can be used, undefined when a fault was said.
 * @param mayBeMissing whether an empty field does no harm here.
 */
export function checkPath(
  { name, flow, resolve, say }: Site,
  path: string,
  mayBeMissing: boolean,
): ValueShape | undefined {
  if (!/^\$[\w.-]+$/.test(path)) {
    say(
      'path-unknown',
      `${name} uses “${path}”, but only a path begins with $. In a text, paths stand in braces.`,
    );
    return undefined;
  }
  const resolved = resolve(path);
  if (!resolved.found) {
    say('path-unknown', `${name} uses “${path}”, but ${resolved.why}.`);
    return undefined;
  }
  const words = pathWords(path, flow);
  if (resolved.certainty === 'never') {
    say('path-too-early', `${name} uses ${words}, but that step never comes before it.`);
    return undefined;
  }
  if (resolved.certainty === 'early') {
    say(
      'path-too-early',
      `${name} uses ${words}, but there is a way that comes here without that step.`,
    );
    return undefined;
  }
  if (resolved.certainty === 'optional' && !mayBeMissing) {
    say(
      'path-unsure',
      `${name} needs ${words}, which may not be known by then. Wait until it is known, or ask for it with a condition first.`,
    );
  }
  return resolved.shape;
}

/** The shape of a value; undefined when a fault was said. Missing parts of a text are left out of it. */
export function checkValue(
  site: Site,
  value: FlowValue,
  mayBeMissing: boolean,
): ValueShape | undefined {
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  if (value.startsWith('$')) return checkPath(site, value, mayBeMissing);
  const paths = pathsInText(value);
  for (const path of paths) {
    const shape = checkPath(site, path, true);
    if (shape === undefined || SHOWN.has(shape.kind)) continue;
    site.say(
      'input-mistyped',
      `${site.name} puts ${pathWords(path, site.flow)} into a text, but it is ${shapeWords(shape)}. Choose one of its fields.`,
    );
  }
  return paths.length > 0 ? plainText : { kind: 'text', oneOf: [value] };
}

const SHOWN: ReadonlySet<ValueShape['kind']> = new Set(['text', 'number', 'boolean', 'anything']);

export function checkConditions(site: Site, conditions: readonly FlowCondition[]): void {
  for (const condition of conditions) checkCondition(site, condition);
}

function checkCondition(site: Site, [path, operator, expected]: FlowCondition): void {
  const { name, flow, resolve, say } = site;
  const isAsked = operator === 'known' || operator === 'unknown';
  const resolved = resolve(path);
  // Whether it is known may be asked of a step that came by on some ways only.
  if (isAsked && resolved.found && resolved.certainty === 'early') return;
  const shape = checkPath(site, path, true);
  if (shape === undefined || isAsked) return;
  const words = pathWords(path, flow);
  const values = Array.isArray(expected) ? expected : [expected];
  const takesList = operator === 'in' || operator === 'not-in';
  if (takesList !== Array.isArray(expected) || expected === null || values.length === 0) {
    say(
      'condition-mistyped',
      `${name} compares ${words} with ${takesList ? 'no list of values' : 'no single value'}, so that it could never be so.`,
    );
    return;
  }
  const asked = comparable(shape, operator);
  if (asked === undefined) {
    say(
      'condition-mistyped',
      `${name} asks whether ${words} ${OPERATOR_WORDS[operator] ?? 'equals'} something, but it is ${shapeWords(shape)}.`,
    );
    return;
  }
  for (const value of values) {
    if (value === null || fits(constantShape(value), asked)) continue;
    say(
      'condition-mistyped',
      `${name} compares ${words} with ${valueWords(value, flow)}, but it is ${shapeWords(asked)}.`,
    );
  }
}

const OPERATOR_WORDS: Readonly<Partial<Record<FlowCondition[1], string>>> = {
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
  contains: 'contains',
};

/** With what a value of this shape may be compared; undefined when the question makes no sense. */
function comparable(shape: ValueShape, operator: FlowCondition[1]): ValueShape | undefined {
  if (shape.kind === 'anything') return shape;
  if (operator === 'contains') {
    if (shape.kind === 'list') return shape.of;
    return shape.kind === 'text' ? plainText : undefined;
  }
  const isScalar = shape.kind === 'text' || shape.kind === 'number' || shape.kind === 'boolean';
  if (!isScalar) return undefined;
  if (operator === '=' || operator === '!=' || operator === 'in' || operator === 'not-in')
    return shape;
  if (shape.kind === 'boolean') return undefined;
  return shape.kind === 'text' ? plainText : shape;
}

function constantShape(value: FlowValue): ValueShape {
  if (typeof value === 'number') return { kind: 'number' };
  return typeof value === 'boolean' ? { kind: 'boolean' } : { kind: 'text', oneOf: [value] };
}

/** One way of a branch for each value: a value that stands in two cases goes the first way only. */
export function checkCases(site: Site, on: string, values: readonly FlowValue[]): void {
  checkCondition(site, [on, 'in', [...values]]);
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  if (twice.length > 0) {
    site.say(
      'case-twice',
      `${site.name} has two ways for ${listed(twice.map(String), 'and')}; only the first would be taken.`,
    );
  }
}
