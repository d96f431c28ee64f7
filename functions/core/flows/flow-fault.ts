// What keeps a flow from being published, as a value: what kind of fault, where, and a sentence for people.
import type { FlowNode } from './document.ts';
import { englishFlow } from './english-flow-texts.ts';
import type { FlowTexts } from './flow-texts.ts';

const flowFaultCodes = [
  'shape',
  'no-such-step',
  'too-many-steps',
  'unreachable-step',
  'name-taken',
  'circle-without-wait',
  'circle-by-time',
  'circle-with-actions',
  'loop-in-loop',
  'loop-left',
  'loop-outcome',
  'unknown-trigger',
  'schedule-time',
  'unknown-action',
  'unknown-flow',
  'unknown-mapping',
  'mapping-source',
  'wrong-subject',
  'input-missing',
  'input-unknown',
  'input-mistyped',
  'path-unknown',
  'path-too-early',
  'path-unsure',
  'condition-mistyped',
  'case-twice',
  'wait-endless',
  'wait-contradiction',
  'scope-missing',
  'call-circle',
  'call-unfit',
  'caller-unfit',
  'echo',
] as const;
export type FlowFaultCode = (typeof flowFaultCodes)[number];

export interface FlowFault {
  readonly code: FlowFaultCode;
  /** For people who know money, not code; it names the step. */
  readonly sentence: string;
  /** Where an editor shows it; the trigger or the document as a whole when no node is named. */
  readonly place: { readonly node?: string; readonly field?: string };
}

/** Takes a fault; the field is the node's or the trigger's own. */
export type SayFault = (code: FlowFaultCode, sentence: string, place?: FlowFault['place']) => void;

/** A step as people see it: by its title, or by its id when it has none. */
export function stepName(
  id: string,
  node: Pick<FlowNode, 'title'> | undefined,
  { quote }: Pick<FlowTexts, 'quote'> = englishFlow,
): string {
  return quote(node?.title === undefined || node.title === '' ? id : node.title);
}
