// Finds flows that would set themselves off again: by what they write, through flows that they call or set off.
import type { FlowCondition, FlowDocument } from './document.ts';
import { type SayFault, stepName } from './flow-fault.ts';
import { actionName, type FlowSurroundings } from './flow-scope.ts';
import { type TriggerName, triggerNamed, triggers } from './triggers.ts';
import { callsOf } from './validate-flow-calls.ts';

/** One thing that follows from another on the way to the echo. */
interface Link {
  /** The step of the flow that it comes from. */
  readonly step: string;
  readonly to: FlowDocument;
  /** In words, between arrows. */
  readonly words: readonly string[];
  readonly byWrite: boolean;
}

/** Each step of the flow from which a way leads back to its trigger. */
export function checkEcho(flow: FlowDocument, around: FlowSurroundings, say: SayFault): void {
  for (const link of linksOf(flow, around)) {
    const way = wayTo(flow, link, around);
    if (way === undefined) continue;
    say(
      'echo',
      `This flow would set itself off again and again: ${way.join(' -> ')} -> this flow. Let its trigger leave out what Tallybridge itself has changed.`,
      { node: link.step },
    );
  }
}

/** The shortest way on from a link to the flow, on which something is written; undefined when there is none. */
function wayTo(
  flow: FlowDocument,
  first: Link,
  around: FlowSurroundings,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const open: {
    readonly at: FlowDocument;
    readonly words: readonly string[];
    readonly wrote: boolean;
  }[] = [{ at: first.to, words: first.words, wrote: first.byWrite }];
  for (const { at, words, wrote } of open) {
    if (at.id === flow.id && wrote) return words;
    const key = `${at.id} ${wrote}`;
    if (at.id === flow.id || seen.has(key)) continue;
    seen.add(key);
    for (const link of linksOf(at, around)) {
      const through = [...words, `the flow “${at.title}”`, ...link.words];
      open.push({ at: link.to, words: through, wrote: wrote || link.byWrite });
    }
  }
  return undefined;
}

function linksOf(flow: FlowDocument, { actions, flows }: FlowSurroundings): readonly Link[] {
  const calls = callsOf(flow).flatMap(([step, node]): readonly Link[] => {
    const to = flows.get(node.flow);
    const words = [`${stepName(step, node)} calls it`];
    return to === undefined ? [] : [{ step, to, words, byWrite: false }];
  });
  const writes = Object.entries(flow.nodes).flatMap(([step, node]): readonly Link[] => {
    if (node.kind !== 'action' && node.kind !== 'notify') return [];
    const causes = actions.get(actionName(node))?.causes ?? [];
    return causes.flatMap((cause) =>
      [...flows.values()]
        .filter((to) => isSetOffBy(to, cause))
        .map((to) => ({
          step,
          to,
          words: [`${stepName(step, node)} writes`, `“${triggers[cause].sentence}”`],
          byWrite: true,
        })),
    );
  });
  return [...calls, ...writes];
}

function isSetOffBy({ trigger }: FlowDocument, cause: TriggerName): boolean {
  return triggerNamed(trigger.on) === cause && !(trigger.where ?? []).some(leavesOutOurs);
}

/** Whether a change of our own can't fulfil the condition. */
function leavesOutOurs([path, operator, expected]: FlowCondition): boolean {
  if (path !== '$change.byTallybridge') return false;
  switch (operator) {
    case '=':
      return expected !== true;
    case '!=':
      return expected === true;
    case 'in':
      return Array.isArray(expected) && !expected.includes(true);
    case 'not-in':
      return Array.isArray(expected) && expected.includes(true);
    default:
      return false;
  }
}
