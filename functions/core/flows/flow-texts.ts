// The words in which flows are told, in any language: what an outline and a list of changes are put together from.
import type { FlowCondition, FlowNode } from './document.ts';
import type { TriggerName } from './triggers.ts';

type Notify = Extract<FlowNode, { kind: 'notify' }>['by'];
/** With the words that go into it, which come in the same language. */
type Filled = (...words: readonly string[]) => string;

export interface FlowTexts {
  /** A field's or subject's name: `authorizedMinor` is an “authorized amount”. */
  field(name: string): string;
  /** A constant that documents name by a code: `pending-review`; undefined for what is told as it is. */
  value(code: string): string | undefined;
  /** A text of a shipped document, its places unfilled; undefined for what somebody wrote themselves. */
  shipped(text: string): string | undefined;
  readonly marks: Readonly<Record<'colon' | 'comma' | 'stop', string>>;
  readonly yes: string;
  readonly no: string;
  readonly quote: (text: string) => string;
  readonly path: {
    readonly result: (step: string) => string;
    readonly ofResult: (field: string, step: string) => string;
    readonly ofItem: (field: string) => string;
    readonly itemNumber: string;
    readonly subject: (name: string) => string;
    readonly ofSubject: (name: string, field: string) => string;
    readonly fields: (names: readonly string[]) => string;
  };
  readonly operators: Readonly<
    Record<FlowCondition[1], (subject: string, values: string) => string>
  >;
  readonly change: { readonly own: string; readonly others: string };
  readonly and: (words: readonly string[]) => string;
  readonly or: (words: readonly string[]) => string;
  /** Several conditions of which each must hold. */
  readonly all: (conditions: readonly string[]) => string;
  readonly span: Readonly<Record<'minutes' | 'hours' | 'days', (count: number) => string>>;
  readonly trigger: (name: TriggerName) => string;
  readonly begins: {
    readonly unknown: (on: string) => string;
    readonly daily: (time: string) => string;
    readonly clock: (at: string) => string;
    readonly where: (begin: string, condition: string) => string;
    readonly each: (subject: string) => string;
  };
  /** An action's sentence with its inputs in braces; undefined for one that is not known. */
  readonly action: (name: string, english: string | undefined) => string | undefined;
  readonly step: {
    readonly unknownAction: (name: string) => string;
    readonly noInput: (field: string) => string;
    readonly branch: (path: string) => string;
    readonly map: (from: string, mapping: string) => string;
    readonly forEach: (items: string, atMost: string) => string;
    readonly ask: Readonly<Record<'admin' | 'approver', (time: string, text: string) => string>>;
    readonly notify: Readonly<Record<Notify, (to: string, text: string) => string>>;
    /** `given` is empty when nothing is given along. */
    readonly call: (flow: string, given: string) => string;
    readonly stop: (given: string) => string;
    readonly given: (field: string, value: string) => string;
    readonly wait: (time: string) => string;
    /** `time` is empty when it waits for as long as it takes. */
    readonly waitUntil: (condition: string, time: string) => string;
    readonly whether: (question: string) => string;
  };
  readonly ways: Readonly<Record<'if' | 'unless' | 'ifItIs', Filled>> &
    Readonly<
      Record<
        | 'otherwise'
        | 'approved'
        | 'rejected'
        | 'expired'
        | 'soOnce'
        | 'late'
        | 'done'
        | 'failed'
        | 'next',
        string
      >
    >;
  readonly goesOn: {
    readonly flowEnds: string;
    readonly itemDone: string;
    readonly withNumber: (number: string) => string;
    readonly withStep: (id: string) => string;
    readonly withMissing: string;
  };
  readonly changes: Readonly<
    Record<
      | 'title'
      | 'trigger'
      | 'triggerDetails'
      | 'beginning'
      | 'removed'
      | 'added'
      | 'step'
      | 'renamed'
      | 'changed'
      | 'details'
      | 'input'
      | 'way',
      Filled
    >
  > &
    Readonly<
      Record<
        'drawing' | 'nothing' | 'noWay' | 'end' | 'ifSo' | 'ifNot' | 'next' | 'eachItem',
        string
      >
    >;
}
