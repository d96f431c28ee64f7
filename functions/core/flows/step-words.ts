// One step of a flow in plain words, and what each way out of it is called.
import type { ActionDeclaration } from './action-declaration.ts';
import type { FlowDocument, FlowNode, FlowValue } from './document.ts';
import { conditionsWords, fieldWords, minutesWords, pathWords, valueWords } from './flow-words.ts';
import { triggerNamed, triggers } from './triggers.ts';
import { listed } from './value-shape.ts';

export interface WordsFor {
  readonly flow: FlowDocument;
  readonly actions: ReadonlyMap<string, ActionDeclaration>;
}

/** A way out of a step; without `to` the flow ends, or the item of a for-each. */
export interface Way {
  /** As a line begins beneath the step. */
  readonly label: string;
  readonly to: string | undefined;
}

/** What sets the flow off: `When a payment is captured, if …`. */
export function triggerWords({ flow }: WordsFor): string {
  const { on, at, where, once } = flow.trigger;
  const trigger = triggerNamed(on);
  const declared = trigger === undefined ? undefined : triggers[trigger];
  const begins =
    trigger === 'schedule'
      ? timeWords(at ?? '')
      : `When ${declared?.sentence ?? `“${on}” happens`}`;
  const condition = where === undefined ? '' : `, if ${conditionsWords(where, flow)}`;
  const each =
    once === 'subject' && declared !== undefined && declared.about !== 'moment'
      ? ` (one run for each ${fieldWords(declared.about)})`
      : '';
  return begins + condition + each;
}

/** Every day at a time is told in words, all other times as they are written. */
function timeWords(at: string): string {
  const [, minute = '', hour = ''] = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(at) ?? [];
  if (hour === '') return `By the clock, at “${at}”`;
  return `Every day at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

/** What a step does, beginning with a small letter; a condition's or branch's is its question. */
export function stepWords(node: FlowNode, words: WordsFor): string {
  const { flow } = words;
  switch (node.kind) {
    case 'action':
      return actionWords(node, words);
    case 'condition':
      return conditionsWords(node.if, flow);
    case 'branch':
      return `see what ${pathWords(node.on, flow)} is`;
    case 'map': {
      const from = Object.values(node.from).map((path) => pathWords(path, flow));
      return `translate ${listed(from, 'and')} by the mapping “${node.mapping}”`;
    }
    case 'for-each':
      return `for each of ${pathWords(node.items, flow)} (at most ${node.atMost})`;
    case 'wait':
      return waitWords(node, flow);
    case 'approval': {
      const role = node.role === 'admin' ? 'an admin' : 'an approver';
      return `ask ${role}, who has ${minutesWords(node.expiresMinutes)}: ${quoted(node.ask, flow)}`;
    }
    case 'notify':
      return `${NOTIFY[node.by](toldIn(node.to, flow))}: ${quoted(node.text, flow)}`;
    case 'call':
      return `run the flow “${node.flow}”${givenWords(node.with, flow, ' with ')}`;
    case 'stop':
      return `stop${givenWords(node.outcome ?? {}, flow, ', telling ')}`;
  }
}

function actionWords(
  node: Extract<FlowNode, { kind: 'action' }>,
  { flow, actions }: WordsFor,
): string {
  const sentence = actions.get(node.action)?.sentence ?? `do “${node.action}”`;
  return sentence.replace(/\{(\w+)\}/g, (_, input: string) => {
    const value = Object.hasOwn(node.with, input) ? node.with[input] : undefined;
    if (value === undefined) return `(no ${fieldWords(input)})`;
    return toldIn(value, flow);
  });
}

/** A value inside a sentence: a path in brackets, so that one sees where it ends. */
function toldIn(value: FlowValue, flow: FlowDocument): string {
  const told = valueWords(value, flow);
  return typeof value === 'string' && value.startsWith('$') ? `(${told})` : told;
}

function waitWords(node: Extract<FlowNode, { kind: 'wait' }>, flow: FlowDocument): string {
  const { until, forMinutes, atMostMinutes } = node;
  if (until === undefined) return `wait ${minutesWords(forMinutes ?? 0)}`;
  const limit = forMinutes ?? atMostMinutes;
  const atMost = limit === undefined ? '' : `, for ${minutesWords(limit)} at most`;
  return `wait until ${conditionsWords(until, flow)}${atMost}`;
}

const NOTIFY = {
  'desk-comment': (to) => `comment on the Desk ticket ${to}`,
  'crm-note': (to) => `write a note on the CRM record ${to}`,
  mail: (to) => `mail ${to}`,
  slack: (to) => `tell Slack ${to}`,
  webhook: (to) => `call the webhook ${to}`,
} as const satisfies Readonly<
  Record<Extract<FlowNode, { kind: 'notify' }>['by'], (to: string) => string>
>;

function quoted(text: string, flow: FlowDocument): string {
  const words = valueWords(text, flow);
  return text.startsWith('$') || words.startsWith('“') ? words : `“${words}”`;
}

function givenWords(
  values: Readonly<Record<string, FlowValue>>,
  flow: FlowDocument,
  before: string,
): string {
  const given = Object.entries(values).map(
    ([name, value]) => `the ${fieldWords(name)} (${valueWords(value, flow)})`,
  );
  return given.length === 0 ? '' : before + listed(given, 'and');
}

/** The ways out of a step; the first is the one that it takes when all goes well. */
export function waysOf(node: FlowNode, { flow }: WordsFor): readonly Way[] {
  switch (node.kind) {
    case 'condition': {
      const asked = conditionsWords(node.if, flow);
      return [
        { label: `If ${asked}`, to: node.yes },
        { label: `Unless ${asked}`, to: node.no },
      ];
    }
    case 'branch':
      return [
        ...node.cases.map(({ is, next }) => ({
          label: `If it is ${listed(
            is.map((one) => valueWords(one, flow)),
            'or',
          )}`,
          to: next,
        })),
        { label: 'Otherwise', to: node.otherwise },
      ];
    case 'approval':
      return [
        { label: 'If approved', to: node.approved },
        { label: 'If rejected', to: node.rejected },
        { label: 'If nobody answers in time', to: node.expired },
      ];
    case 'wait': {
      const late = { label: 'If that takes too long', to: node.late };
      const next = { label: 'Once it is so', to: node.next };
      return node.late === undefined ? [next] : [next, late];
    }
    case 'action':
    case 'notify': {
      const next = { label: 'If it is done', to: node.next };
      if (typeof node.onProblem !== 'object') return [next];
      return [next, { label: 'If it can’t be done', to: node.onProblem.goTo }];
    }
    case 'map':
    case 'for-each':
    case 'call':
      return [{ label: 'Then', to: node.next }];
    case 'stop':
      return [];
  }
}
