// Paths, values and conditions of flow documents in plain words.
import { isCurrency } from '../domain/currency.ts';
import { toDecimal } from '../domain/money.ts';
import type { FlowCondition, FlowDocument, FlowValue } from './document.ts';
import { englishFlow } from './english-flow-texts.ts';
import { stepName } from './flow-fault.ts';
import type { FlowTexts } from './flow-texts.ts';

type Nodes = Pick<FlowDocument, 'nodes'>;

/** `$payment.authorizedMinor` is “the payment's authorized amount”, `$read.orderId` “the order id from “read””. */
export function pathWords(path: string, flow: Nodes, texts: FlowTexts = englishFlow): string {
  const [head = '', ...rest] = path.slice(1).split('.');
  const words = texts.path;
  const fields = words.fields(rest.map(texts.field));
  const node = Object.hasOwn(flow.nodes, head) ? flow.nodes[head] : undefined;
  if (node !== undefined) {
    const step = stepName(head, node, texts);
    return fields === '' ? words.result(step) : words.ofResult(fields, step);
  }
  if (head === 'item' && rest.length > 0) return words.ofItem(fields);
  if (head === 'index') return words.itemNumber;
  const subject = texts.field(head);
  return rest.length === 0 ? words.subject(subject) : words.ofSubject(subject, fields);
}

const PATH_IN_TEXT = /\{(\$[\w.-]+)\}/g;

/** A constant as it is, a path in words, a text in quotes with the words for its paths in braces. */
export function valueWords(value: FlowValue, flow: Nodes, texts: FlowTexts = englishFlow): string {
  if (typeof value !== 'string') return constantWords(value, texts);
  if (value.startsWith('$')) return pathWords(value, flow, texts);
  const filled = (texts.shipped(value) ?? value).replace(
    PATH_IN_TEXT,
    (_, path: string) => `{${pathWords(path, flow, texts)}}`,
  );
  return constantWords(filled, texts);
}

/** The paths that a text fills in. */
export function pathsInText(text: string): readonly string[] {
  return [...text.matchAll(PATH_IN_TEXT)].flatMap(([, path]) => path ?? []);
}

function constantWords(value: FlowValue, texts: FlowTexts): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return String(value);
  const known = texts.value(value);
  if (known !== undefined) return known;
  return /^[\w#@.:-]+$/.test(value) ? value : texts.quote(value.replaceAll('\n', ' / '));
}

/** `the payment's state is captured and its …`: all conditions of a list, joined. */
export function conditionsWords(
  conditions: readonly FlowCondition[],
  flow: Nodes,
  texts: FlowTexts = englishFlow,
): string {
  const currency = currencyIn(conditions);
  return texts.all(conditions.map((one) => conditionWords(one, flow, currency, texts)));
}

function conditionWords(
  [path, operator, expected]: FlowCondition,
  flow: Nodes,
  currency: string | undefined,
  texts: FlowTexts,
): string {
  const ours = isOurs(path, operator, expected);
  if (ours !== undefined) return ours ? texts.change.own : texts.change.others;
  const say = texts.operators[operator];
  const subject = pathWords(path, flow, texts);
  if (operator === 'known' || operator === 'unknown' || expected === null) {
    return say(subject, '').trimEnd();
  }
  const values = (Array.isArray(expected) ? expected : [expected]).map((value) =>
    path.endsWith('Minor') && typeof value === 'number'
      ? amountWords(value, currency)
      : constantWords(value, texts),
  );
  return say(subject, texts.or(values));
}

/** Whether a condition asks for changes that we made, or for those that we did not make. */
function isOurs(...[path, operator, expected]: FlowCondition): boolean | undefined {
  if (path !== '$change.byTallybridge' || typeof expected !== 'boolean') return undefined;
  if (operator === '=') return expected;
  return operator === '!=' ? !expected : undefined;
}

/** The currency that the same conditions ask for, so that an amount can be told with it. */
function currencyIn(conditions: readonly FlowCondition[]): string | undefined {
  const asked = conditions.find(
    ([path, operator]) => operator === '=' && /[.$]currency$/.test(path),
  );
  return typeof asked?.[2] === 'string' && isCurrency(asked[2]) ? asked[2] : undefined;
}

/** `USD 500.00`; two decimals where the currency is known only when the flow runs. */
function amountWords(minor: number, currency: string | undefined): string {
  if (!Number.isSafeInteger(minor)) return String(minor);
  if (currency === undefined) return toDecimal({ minor, currency: 'USD' });
  return `${currency} ${toDecimal({ minor, currency })}`;
}

/** `90 minutes`, `2 hours`, `7 days`. */
export function minutesWords(minutes: number, { span }: FlowTexts): string {
  if (minutes % 1440 === 0) return span.days(minutes / 1440);
  return minutes % 60 === 0 ? span.hours(minutes / 60) : span.minutes(minutes);
}
