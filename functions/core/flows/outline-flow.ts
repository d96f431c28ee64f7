// A flow as a short text for people: what sets it off, then its steps, numbered and nested.
import type { ActionDeclaration } from './action-declaration.ts';
import type { FlowDocument, FlowNode } from './document.ts';
import { englishFlow } from './english-flow-texts.ts';
import type { FlowTexts } from './flow-texts.ts';
import { type Item, layOut, type Step } from './lay-out-steps.ts';
import { stepWords, triggerWords, type WordsFor } from './step-words.ts';

/** The text, a line for each step; the same document always gives the same text. */
export function outlineFlow(
  flow: FlowDocument,
  actions: readonly ActionDeclaration[],
  texts: FlowTexts = englishFlow,
): string {
  const words = { flow, texts, actions: new Map(actions.map((action) => [action.name, action])) };
  const items = layOut(words);
  const numbers = new Map<string, string>();
  giveNumbers(items, '', numbers);
  const told = items.flatMap((item) => itemLines(item, '', { ...words, numbers }));
  return [triggerWords(words) + texts.marks.colon, ...told].join('\n');
}

interface OutlineWords extends WordsFor {
  readonly numbers: ReadonlyMap<string, string>;
}

/** `1`, `2`, and `2.1` beneath; all ways out of one step count on. */
function giveNumbers(items: readonly Item[], before: string, numbers: Map<string, string>): void {
  let count = 0;
  for (const item of items) {
    if (item.kind !== 'step') continue;
    count += 1;
    const own = `${before}${count}`;
    numbers.set(item.id, own);
    giveNumbers(
      item.beneath.flatMap((way) => way.items),
      `${own}.`,
      numbers,
    );
  }
}

function itemLines(item: Item, indent: string, words: OutlineWords): readonly string[] {
  if (item.kind !== 'step')
    return [indent + capital(pointerWords(item, words)) + words.texts.marks.stop];
  const start = `${indent}${words.numbers.get(item.id)}. `;
  const deeper = `${indent}   `;
  const { node, beneath } = item;
  if (node.kind === 'for-each') {
    const inside = beneath.flatMap((way) => way.items);
    const told = inside.flatMap((one) => itemLines(one, deeper, words));
    return [start + headOf(node, words) + words.texts.marks.colon, ...told];
  }
  const [first, second] = beneath;
  // A question of which one way is told beneath is one sentence with it.
  if (node.kind === 'condition' && first !== undefined) {
    const asked = capital(titled(node, lowerFirst(first.label)));
    const told = wayLines(start + asked, first.items, deeper, words);
    return second === undefined
      ? told
      : [...told, ...wayLines(deeper + words.texts.ways.otherwise, second.items, deeper, words)];
  }
  return [
    start + headOf(node, words),
    ...beneath.flatMap(({ label, items }) => wayLines(deeper + label, items, deeper, words)),
  ];
}

/** A way that is a pointer only stands on the line of its label. */
function wayLines(
  label: string,
  items: readonly Item[],
  indent: string,
  words: OutlineWords,
): readonly string[] {
  const { marks } = words.texts;
  const [first] = items;
  if (first !== undefined && first.kind !== 'step')
    return [label + marks.comma + pointerWords(first, words)];
  return [label + marks.colon, ...items.flatMap((item) => itemLines(item, indent, words))];
}

function pointerWords(item: Exclude<Item, Step>, { numbers, flow, texts }: OutlineWords): string {
  const { goesOn } = texts;
  if (item.kind === 'end') return item.of === 'flow' ? goesOn.flowEnds : goesOn.itemDone;
  const number = numbers.get(item.to);
  if (number !== undefined) return goesOn.withNumber(number);
  return Object.hasOwn(flow.nodes, item.to) ? goesOn.withStep(item.to) : goesOn.withMissing;
}

function headOf(node: FlowNode, words: WordsFor): string {
  const told = stepWords(node, words);
  return capital(titled(node, node.kind === 'condition' ? words.texts.step.whether(told) : told));
}

function titled({ title }: FlowNode, words: string): string {
  if (title === undefined || title === '') return words;
  return /[.?!]$/.test(title) ? `${title} ${capital(words)}` : `${title}: ${words}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
