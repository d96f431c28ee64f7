// What changed between two versions of a flow, in lines for people.
import type { ActionDeclaration } from './action-declaration.ts';
import type { FlowDocument, FlowNode } from './document.ts';
import { englishFlow } from './english-flow-texts.ts';
import { stepName } from './flow-fault.ts';
import type { FlowTexts } from './flow-texts.ts';
import { valueWords } from './flow-words.ts';
import { stepWords, triggerWords, type Way, type WordsFor, waysOf } from './step-words.ts';

/** A change a line; steps are the same when they have the same id, wherever they stand. */
export function diffFlows(
  before: FlowDocument,
  after: FlowDocument,
  actions: readonly ActionDeclaration[],
  texts: FlowTexts = englishFlow,
): readonly string[] {
  const known = new Map(actions.map((action) => [action.name, action]));
  const [was, is] = [side(before, known, texts), side(after, known, texts)];
  const words = texts.changes;
  const lines: string[] = [];
  if (before.title !== after.title) lines.push(words.title(before.title, after.title));
  if (!same(before.trigger, after.trigger)) lines.push(triggerChange(was, is));
  if (before.start !== after.start) {
    lines.push(words.beginning(target(before.start, was), target(after.start, is)));
  }
  for (const [id, node] of was.nodes) {
    if (!is.nodes.has(id)) lines.push(words.removed(told(id, node, was)));
  }
  for (const [id, node] of is.nodes) {
    const old = was.nodes.get(id);
    if (old === undefined) lines.push(words.added(told(id, node, is)));
    else if (!same(old, node)) lines.push(...stepChanges(id, old, node, was, is));
  }
  if (lines.length === 0 && !same(before.layout, after.layout)) lines.push(words.drawing);
  return lines;
}

interface Side extends WordsFor {
  readonly nodes: ReadonlyMap<string, FlowNode>;
}

function side(flow: FlowDocument, actions: WordsFor['actions'], texts: FlowTexts): Side {
  return { flow, actions, texts, nodes: new Map(Object.entries(flow.nodes)) };
}

function triggerChange(was: Side, is: Side): string {
  const [before, after] = [triggerWords(was), triggerWords(is)];
  const { changes } = is.texts;
  return before === after ? changes.triggerDetails(after) : changes.trigger(before, after);
}

/** `“invoice”: write the invoice into Books`. */
function told(id: string, node: FlowNode, words: Side): string {
  const { texts } = words;
  return texts.changes.step(stepName(id, node, texts), stepWords(node, words));
}

/** What the step does, what it is given, where it leads, and the rest without words of its own. */
function stepChanges(id: string, old: FlowNode, node: FlowNode, was: Side, is: Side): string[] {
  const { texts } = is;
  const name = stepName(id, node, texts);
  const lines: string[] = [];
  if ((old.title ?? '') !== (node.title ?? '')) {
    lines.push(texts.changes.renamed(stepName(id, old, texts), name));
  }
  const [before, after] = [stepWords(old, was), stepWords(node, is)];
  if (before !== after) lines.push(texts.changes.changed(name, before, after));
  lines.push(...inputChanges(name, old, node, was, is), ...wayChanges(name, old, node, was, is));
  return lines.length > 0 ? lines : [texts.changes.details(name, after)];
}

function inputChanges(name: string, old: FlowNode, node: FlowNode, was: Side, is: Side): string[] {
  if (old.kind !== 'action' || node.kind !== 'action') return [];
  const { texts } = is;
  const [before, after] = [new Map(Object.entries(old.with)), new Map(Object.entries(node.with))];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((input) => {
    const [from, to] = [before.get(input), after.get(input)];
    if (from === to) return [];
    const [gave, gives] = [
      from === undefined ? texts.changes.nothing : valueWords(from, was.flow, texts),
      to === undefined ? texts.changes.nothing : valueWords(to, is.flow, texts),
    ];
    return [texts.changes.input(name, texts.field(input), gave, gives)];
  });
}

function wayChanges(name: string, old: FlowNode, node: FlowNode, was: Side, is: Side): string[] {
  const { changes } = is.texts;
  const [before, after] = [waysByLabel(old, was), waysByLabel(node, is)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((label) => {
    const [from, to] = [before.get(label), after.get(label)];
    if (from?.to === to?.to && (from === undefined) === (to === undefined)) return [];
    const led = from === undefined ? changes.noWay : target(from.to, was);
    const leads = to === undefined ? changes.noWay : target(to.to, is);
    return [changes.way(name, label, led, leads)];
  });
}

/** The ways of a question have the same names after it has changed, and so has the next step. */
function waysByLabel(node: FlowNode, words: Side): ReadonlyMap<string, Way> {
  const { changes } = words.texts;
  const ways = waysOf(node, words).map((way, index) => {
    if (node.kind === 'condition')
      return [index === 0 ? changes.ifSo : changes.ifNot, way] as const;
    const isNext = index === 0 && 'next' in node;
    return [isNext ? changes.next : way.label.toLowerCase(), way] as const;
  });
  const loop =
    node.kind === 'for-each' ? [[changes.eachItem, { label: '', to: node.do }] as const] : [];
  return new Map([...ways, ...loop]);
}

function target(to: string | undefined, { nodes, texts }: Side): string {
  return to === undefined ? texts.changes.end : stepName(to, nodes.get(to), texts);
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
