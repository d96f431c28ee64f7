// What changed between two versions of a flow, in lines for people.
import type { ActionDeclaration } from './action-declaration.ts';
import type { FlowDocument, FlowNode } from './document.ts';
import { stepName } from './flow-fault.ts';
import { fieldWords, valueWords } from './flow-words.ts';
import { stepWords, triggerWords, type Way, type WordsFor, waysOf } from './step-words.ts';

/** A change a line; steps are the same when they have the same id, wherever they stand. */
export function diffFlows(
  before: FlowDocument,
  after: FlowDocument,
  actions: readonly ActionDeclaration[],
): readonly string[] {
  const known = new Map(actions.map((action) => [action.name, action]));
  const [was, is] = [side(before, known), side(after, known)];
  const lines: string[] = [];
  if (before.title !== after.title) lines.push(`Title: “${before.title}” is now “${after.title}”`);
  if (!same(before.trigger, after.trigger)) lines.push(triggerChange(was, is));
  if (before.start !== after.start) {
    lines.push(`Beginning: ${target(before.start, was)} is now ${target(after.start, is)}`);
  }
  for (const [id, node] of was.nodes) {
    if (!is.nodes.has(id)) lines.push(`Removed: ${told(id, node, was)}`);
  }
  for (const [id, node] of is.nodes) {
    const old = was.nodes.get(id);
    if (old === undefined) lines.push(`Added: ${told(id, node, is)}`);
    else if (!same(old, node)) lines.push(...stepChanges(id, old, node, was, is));
  }
  if (lines.length === 0 && !same(before.layout, after.layout))
    lines.push('Only the drawing changed');
  return lines;
}

interface Side extends WordsFor {
  readonly nodes: ReadonlyMap<string, FlowNode>;
}

function side(flow: FlowDocument, actions: WordsFor['actions']): Side {
  return { flow, actions, nodes: new Map(Object.entries(flow.nodes)) };
}

function triggerChange(was: Side, is: Side): string {
  const [before, after] = [triggerWords(was), triggerWords(is)];
  return before === after
    ? `Trigger: ${after} (details)`
    : `Trigger: “${before}” is now “${after}”`;
}

/** `“invoice”: write the invoice into Books`. */
function told(id: string, node: FlowNode, words: Side): string {
  return `${stepName(id, node)}: ${stepWords(node, words)}`;
}

/** What the step does, what it is given, where it leads, and the rest without words of its own. */
function stepChanges(id: string, old: FlowNode, node: FlowNode, was: Side, is: Side): string[] {
  const name = stepName(id, node);
  const lines: string[] = [];
  if ((old.title ?? '') !== (node.title ?? '')) {
    lines.push(`Renamed: ${stepName(id, old)} is now ${name}`);
  }
  const [before, after] = [stepWords(old, was), stepWords(node, is)];
  if (before !== after) lines.push(`Changed: ${name}: “${before}” is now “${after}”`);
  lines.push(...inputChanges(name, old, node, was, is), ...wayChanges(name, old, node, was, is));
  return lines.length > 0 ? lines : [`Changed: ${name}: ${after} (details)`];
}

function inputChanges(name: string, old: FlowNode, node: FlowNode, was: Side, is: Side): string[] {
  if (old.kind !== 'action' || node.kind !== 'action') return [];
  const [before, after] = [new Map(Object.entries(old.with)), new Map(Object.entries(node.with))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((input) => {
    const [from, to] = [before.get(input), after.get(input)];
    if (from === to) return [];
    const [gave, gives] = [
      from === undefined ? 'nothing' : valueWords(from, was.flow),
      to === undefined ? 'nothing' : valueWords(to, is.flow),
    ];
    return [`Changed: ${name}: the ${fieldWords(input)} was ${gave}, is now ${gives}`];
  });
}

function wayChanges(name: string, old: FlowNode, node: FlowNode, was: Side, is: Side): string[] {
  const [before, after] = [waysByLabel(old, was), waysByLabel(node, is)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((label) => {
    const [from, to] = [before.get(label), after.get(label)];
    if (from?.to === to?.to && (from === undefined) === (to === undefined)) return [];
    const led = from === undefined ? 'no way' : target(from.to, was);
    const leads = to === undefined ? 'no way' : target(to.to, is);
    return [`Changed: ${name}, ${label}: ${led} is now ${leads}`];
  });
}

/** The ways of a question have the same names after it has changed, and so has the next step. */
function waysByLabel(node: FlowNode, words: Side): ReadonlyMap<string, Way> {
  const ways = waysOf(node, words).map((way, index) => {
    if (node.kind === 'condition') return [index === 0 ? 'if so' : 'if not', way] as const;
    const isNext = index === 0 && 'next' in node;
    return [isNext ? 'then' : way.label.toLowerCase(), way] as const;
  });
  const loop =
    node.kind === 'for-each' ? [['for each item', { label: '', to: node.do }] as const] : [];
  return new Map([...ways, ...loop]);
}

function target(to: string | undefined, { nodes }: Side): string {
  return to === undefined ? 'the end' : stepName(to, nodes.get(to));
}

/** Whether two parts of documents say the same, in whatever order their fields stand. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [name, inOrder(one)]);
}
