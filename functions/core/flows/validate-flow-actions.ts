// Checks a step that does something outside: its action exists, fits the run, may be done, and gets what it needs.
import * as z from 'zod/mini';
import type { ActionDeclaration, SubjectKind } from './action-declaration.ts';
import type { FlowNode, FlowValue } from './document.ts';
import { fieldWords } from './english-flow-texts.ts';
import { actionName } from './flow-scope.ts';
import { pathsInText, valueWords } from './flow-words.ts';
import { scopeWords } from './scope-words.ts';
import { checkValue, type Site } from './validate-flow-values.ts';
import { fits, listed, shapeOf, shapeWords } from './value-shape.ts';

type Doing = Extract<FlowNode, { kind: 'action' | 'notify' }>;

export function checkAction(
  site: Site,
  node: Doing,
  actions: ReadonlyMap<string, ActionDeclaration>,
): void {
  const { name, say } = site;
  const action = actions.get(actionName(node));
  const given: Readonly<Record<string, FlowValue>> =
    node.kind === 'action' ? node.with : { to: node.to, text: node.text };
  if (action === undefined) {
    const what = node.kind === 'action' ? `do “${node.action}”` : `send a ${fieldWords(node.by)}`;
    say('unknown-action', `${name} is to ${what}, which Tallybridge can't do.`);
    return;
  }
  const { shape } = action.input;
  for (const [input, schema] of Object.entries(shape)) {
    const value = Object.hasOwn(given, input) ? given[input] : undefined;
    if (value !== undefined) checkInput(site, value, input, schema);
    else if (schema._zod.optin !== 'optional') {
      say('input-missing', `${name} does not say which ${fieldWords(input)} to use.`);
    }
  }
  for (const input of Object.keys(given)) {
    if (Object.hasOwn(shape, input)) continue;
    say('input-unknown', `${name} gives “${input}”, which “${action.name}” does not take.`);
  }
}

function checkInput(site: Site, value: FlowValue, input: string, schema: z.core.$ZodType): void {
  const { name, flow, say } = site;
  const found = checkValue(site, value, schema._zod.optin === 'optional');
  if (found === undefined) return;
  const wanted = shapeOf(schema);
  if (isConstant(value) ? z.safeParse(schema, value).success : fits(found, wanted)) return;
  const isPath = typeof value === 'string' && value.startsWith('$');
  const words = valueWords(value, flow) + (isPath ? ` (${shapeWords(found)})` : '');
  say(
    'input-mistyped',
    `${name} uses ${words} as the ${fieldWords(input)}, which must be ${shapeWords(wanted)}.`,
  );
}

function isConstant(value: FlowValue): boolean {
  return typeof value !== 'string' || (!value.startsWith('$') && pathsInText(value).length === 0);
}

/**
 * An action may need to know what the run is about.
 * @param subject undefined when only the callers know.
 */
export function checkFit(
  { name, say }: Site,
  about: readonly SubjectKind[],
  subject: SubjectKind | undefined,
): void {
  if (subject === undefined || about.length === 0 || about.includes(subject)) return;
  const needs = listed(about.map(subjectWords), 'or');
  say(
    'wrong-subject',
    `${name} can only be done in a flow about ${needs}; this one is about ${subjectWords(subject)}.`,
  );
}

function subjectWords(subject: SubjectKind): string {
  switch (subject) {
    case 'movement':
      return 'money that moved';
    case 'moment':
      return 'nothing but a time';
    default:
      return `${/^[aeiou]/.test(subject) ? 'an' : 'a'} ${fieldWords(subject)}`;
  }
}

/** @param granted the scopes that the connection has. */
export function checkScopes(
  { name, say }: Site,
  needed: readonly string[],
  granted: readonly string[],
): void {
  const missing = needed.filter((scope) => !granted.some((one) => covers(one, scope)));
  if (missing.length === 0) return;
  say(
    'scope-missing',
    `${name} needs a permission that the connection to Zoho does not have: to ${listed(missing.map(scopeWords), 'and')}. An administrator connects Zoho again on the settings page and allows it.`,
  );
}

/** `ZohoBooks.invoices.ALL` covers every operation on invoices, `ZohoCRM.modules.ALL` every module. */
function covers(granted: string, needed: string): boolean {
  const [has, wants] = [granted.toLowerCase(), needed.toLowerCase()];
  if (has === wants) return true;
  const [product] = wants.split('.');
  return (
    has === `${product}.fullaccess.all` ||
    (has.endsWith('.all') && wants.startsWith(has.slice(0, -3)))
  );
}
