// One step of a flow in plain words, and what each way out of it is called.
import type { ActionDeclaration } from './action-declaration.ts';
import type { FlowDocument, FlowNode, FlowValue } from './document.ts';
import type { FlowTexts } from './flow-texts.ts';
import { conditionsWords, minutesWords, pathWords, valueWords } from './flow-words.ts';
import { triggerNamed, triggers } from './triggers.ts';

export interface WordsFor {
  readonly flow: FlowDocument;
  readonly actions: ReadonlyMap<string, ActionDeclaration>;
  readonly texts: FlowTexts;
}

/** A way out of a step; without `to` the flow ends, or the item of a for-each. */
export interface Way {
  /** As a line begins beneath the step. */
  readonly label: string;
  readonly to: string | undefined;
}

/** What sets the flow off: `When a payment is captured, if …`. */
export function triggerWords({ flow, texts }: WordsFor): string {
  const { on, at, where, once } = flow.trigger;
  const trigger = triggerNamed(on);
  const declared = trigger === undefined ? undefined : triggers[trigger];
  const begins =
    trigger === 'schedule'
      ? timeWords(at ?? '', texts)
      : trigger === undefined
        ? texts.begins.unknown(on)
        : texts.trigger(trigger);
  const whole =
    where === undefined ? begins : texts.begins.where(begins, conditionsWords(where, flow, texts));
  const each =
    once === 'subject' && declared !== undefined && declared.about !== 'moment'
      ? texts.begins.each(texts.field(declared.about))
      : '';
  return whole + each;
}

/** Every day at a time is told in words, all other times as they are written. */
function timeWords(at: string, { begins }: FlowTexts): string {
  const [, minute = '', hour = ''] = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(at) ?? [];
  if (hour === '') return begins.clock(at);
  return begins.daily(`${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
}

/** What a step does, beginning with a small letter; a condition's or branch's is its question. */
export function stepWords(node: FlowNode, words: WordsFor): string {
  const { flow, texts } = words;
  const { step } = texts;
  switch (node.kind) {
    case 'action':
      return actionWords(node, words);
    case 'condition':
      return conditionsWords(node.if, flow, texts);
    case 'branch':
      return step.branch(pathWords(node.on, flow, texts));
    case 'map': {
      const from = Object.values(node.from).map((path) => pathWords(path, flow, texts));
      return step.map(texts.and(from), node.mapping);
    }
    case 'for-each':
      return step.forEach(pathWords(node.items, flow, texts), String(node.atMost));
    case 'wait':
      return waitWords(node, words);
    case 'approval': {
      const role = node.role === 'admin' ? 'admin' : 'approver';
      return step.ask[role](minutesWords(node.expiresMinutes, texts), quoted(node.ask, words));
    }
    case 'notify':
      return step.notify[node.by](toldIn(node.to, words), quoted(node.text, words));
    case 'call':
      return step.call(node.flow, givenWords(node.with, words));
    case 'stop':
      return step.stop(givenWords(node.outcome ?? {}, words));
  }
}

function actionWords(node: Extract<FlowNode, { kind: 'action' }>, words: WordsFor): string {
  const { actions, texts } = words;
  const known = texts.action(node.action, actions.get(node.action)?.sentence);
  const sentence = known ?? texts.step.unknownAction(node.action);
  return sentence.replace(/\{(\w+)\}/g, (_, input: string) => {
    const value = Object.hasOwn(node.with, input) ? node.with[input] : undefined;
    return value === undefined ? texts.step.noInput(texts.field(input)) : toldIn(value, words);
  });
}

/** A value inside a sentence: a path in brackets, so that one sees where it ends. */
function toldIn(value: FlowValue, { flow, texts }: WordsFor): string {
  const told = valueWords(value, flow, texts);
  return typeof value === 'string' && value.startsWith('$') ? `(${told})` : told;
}

function waitWords(node: Extract<FlowNode, { kind: 'wait' }>, { flow, texts }: WordsFor): string {
  const { until, forMinutes, atMostMinutes } = node;
  if (until === undefined) return texts.step.wait(minutesWords(forMinutes ?? 0, texts));
  const limit = forMinutes ?? atMostMinutes;
  const time = limit === undefined ? '' : minutesWords(limit, texts);
  return texts.step.waitUntil(conditionsWords(until, flow, texts), time);
}

function quoted(text: string, { flow, texts }: WordsFor): string {
  const words = valueWords(text, flow, texts);
  const isQuoted = words.startsWith(texts.quote('').charAt(0));
  return text.startsWith('$') || isQuoted ? words : texts.quote(words);
}

function givenWords(
  values: Readonly<Record<string, FlowValue>>,
  { flow, texts }: WordsFor,
): string {
  const given = Object.entries(values).map(([name, value]) =>
    texts.step.given(texts.field(name), valueWords(value, flow, texts)),
  );
  return texts.and(given);
}

/** The ways out of a step; the first is the one that it takes when all goes well. */
export function waysOf(node: FlowNode, { flow, texts }: WordsFor): readonly Way[] {
  const { ways } = texts;
  switch (node.kind) {
    case 'condition': {
      const asked = conditionsWords(node.if, flow, texts);
      return [
        { label: ways.if(asked), to: node.yes },
        { label: ways.unless(asked), to: node.no },
      ];
    }
    case 'branch':
      return [
        ...node.cases.map(({ is, next }) => ({
          label: ways.ifItIs(texts.or(is.map((one) => valueWords(one, flow, texts)))),
          to: next,
        })),
        { label: ways.otherwise, to: node.otherwise },
      ];
    case 'approval':
      return [
        { label: ways.approved, to: node.approved },
        { label: ways.rejected, to: node.rejected },
        { label: ways.expired, to: node.expired },
      ];
    case 'wait': {
      const late = { label: ways.late, to: node.late };
      const next = { label: ways.soOnce, to: node.next };
      return node.late === undefined ? [next] : [next, late];
    }
    case 'action':
    case 'notify': {
      const next = { label: ways.done, to: node.next };
      if (typeof node.onProblem !== 'object') return [next];
      return [next, { label: ways.failed, to: node.onProblem.goTo }];
    }
    case 'map':
    case 'for-each':
    case 'call':
      return [{ label: ways.next, to: node.next }];
    case 'stop':
      return [];
  }
}
