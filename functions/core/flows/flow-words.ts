// Paths, values and conditions of flow documents in plain words.
import { isCurrency } from '../domain/currency.ts';
import { toDecimal } from '../domain/money.ts';
import type { FlowCondition, FlowDocument, FlowValue } from './document.ts';
import { stepName } from './flow-fault.ts';
import { fieldNames } from './subject-data.ts';
import { listed } from './value-shape.ts';

/** `$payment.authorizedMinor` is “the payment's authorized amount”, `$read.orderId` “the order id from “read””. */
export function pathWords(path: string, flow: Pick<FlowDocument, 'nodes'>): string {
  const [head = '', ...rest] = path.slice(1).split('.');
  const fields = rest.map(fieldWords).join("'s ");
  const node = Object.hasOwn(flow.nodes, head) ? flow.nodes[head] : undefined;
  if (node !== undefined) {
    const result = `the result of ${stepName(head, node)}`;
    return fields === '' ? result : `the ${fields} from ${stepName(head, node)}`;
  }
  if (head === 'item' && rest.length > 0) return `the item's ${fields}`;
  if (head === 'index') return "the item's number";
  return rest.length === 0 ? `the ${fieldWords(head)}` : `the ${fieldWords(head)}'s ${fields}`;
}

const PROPER: Readonly<Record<string, string>> = { books: 'Books', crm: 'CRM', desk: 'Desk' };

/** `authorizedMinor` is an “authorized amount”, `booksInvoiceId` a “Books invoice id”. */
export function fieldWords(name: string): string {
  if (Object.hasOwn(fieldNames, name)) return fieldNames[name] ?? name;
  const words = name.split(/(?=[A-Z])|[-_]/).map((word) => word.toLowerCase());
  if (words.at(-1) === 'minor' && words.length > 1) {
    words.pop();
    if (words.at(-1) !== 'amount') words.push('amount');
  }
  return words.map((word) => PROPER[word] ?? word).join(' ');
}

const PATH_IN_TEXT = /\{(\$[\w.-]+)\}/g;

/** A constant as it is, a path in words, a text in quotes with the words for its paths in braces. */
export function valueWords(value: FlowValue, flow: Pick<FlowDocument, 'nodes'>): string {
  if (typeof value !== 'string') return constantWords(value);
  if (value.startsWith('$')) return pathWords(value, flow);
  const filled = value.replace(PATH_IN_TEXT, (_, path: string) => `{${pathWords(path, flow)}}`);
  return constantWords(filled);
}

/** The paths that a text fills in. */
export function pathsInText(text: string): readonly string[] {
  return [...text.matchAll(PATH_IN_TEXT)].flatMap(([, path]) => path ?? []);
}

function constantWords(value: FlowValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  const proper = Object.hasOwn(PROPER, value) ? PROPER[value] : undefined;
  if (proper !== undefined) return proper;
  return /^[\w#@.:-]+$/.test(value) ? value : `“${value.replaceAll('\n', ' / ')}”`;
}

const OPERATORS = {
  '=': 'is',
  '!=': 'is not',
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
  in: 'is',
  'not-in': 'is not',
  contains: 'contains',
  known: 'is known',
  unknown: 'is not known',
} as const satisfies Readonly<Record<FlowCondition[1], string>>;

/** `the payment's state is captured and its …`: all conditions of a list, joined. */
export function conditionsWords(
  conditions: readonly FlowCondition[],
  flow: Pick<FlowDocument, 'nodes'>,
): string {
  const currency = currencyIn(conditions);
  return conditions.map((one) => conditionWords(one, flow, currency)).join(' and ');
}

function conditionWords(
  [path, operator, expected]: FlowCondition,
  flow: Pick<FlowDocument, 'nodes'>,
  currency: string | undefined,
): string {
  const ours = isOurs(path, operator, expected);
  if (ours !== undefined) return `the change is ${ours ? '' : 'not '}Tallybridge’s own`;
  const subject = `${pathWords(path, flow)} ${OPERATORS[operator]}`;
  if (operator === 'known' || operator === 'unknown' || expected === null) return subject;
  const values = (Array.isArray(expected) ? expected : [expected]).map((value) =>
    path.endsWith('Minor') && typeof value === 'number'
      ? amountWords(value, currency)
      : constantWords(value),
  );
  return `${subject} ${listed(values, 'or')}`;
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
export function minutesWords(minutes: number): string {
  const [count, unit] =
    minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
