// Whether what a rule brings fits the field it goes to: kinds, lengths, choices, and tables with gaps.
import type {
  CatalogField,
  CatalogFieldType,
  CatalogProduct,
  FieldCatalog,
} from './catalog-field.ts';
import { sourceField, sourceLabel } from './context.ts';
import type { MappingRule, MappingTarget } from './document.ts';
import type { LookupTable } from './lookup-table.ts';
import type { Say } from './mapping-fault.ts';
import { type FieldShape, isSingle, type Shape, shapeWords, typeWords } from './shape.ts';
import { isTableStep, type TableStep, tableOf } from './transforms/table.ts';

interface Fit {
  readonly rule: MappingRule;
  readonly to: MappingTarget;
  readonly field: CatalogField;
  readonly product: CatalogProduct;
  /** The sources in words. */
  readonly from: string;
}

/** Types whose values are free text, so that any of them may be read as another, checked when it runs. */
const TEXTS: ReadonlySet<CatalogFieldType> = new Set([
  'text',
  'choice',
  'email',
  'phone',
  'country',
  'region',
  'postal-code',
  'id',
  'url',
  'currency',
]);

/** What would help, by what is there and what is wanted. */
const HINTS: Readonly<Record<string, string>> = {
  'instant-date': 'add the step “date-in-zone”, which tells the day',
  'date-instant': 'add the step “start-of-day”',
  'instant-text': 'add the step “write-time”',
  'text-date': 'add the step “read-date” with the order of day, month and year',
  'text-instant': 'add the step “read-time”',
  'boolean-text': 'add a table, e.g. true -> Yes',
  'boolean-choice': 'add a table, e.g. true -> Yes',
  'number-amount': 'add the step “to-amount”, which says its unit and currency',
  'amount-number': 'add the step “from-amount” and choose its part “amount”',
};

export function fitFaults(fit: Fit, whole: Shape, say: Say): void {
  const { field, to } = fit;
  const shape = partShape(whole, to, field, say);
  if (shape === undefined || shape.kind === 'nothing') return;
  if (field.type === 'list') return;
  if (field.type === 'object') {
    const group = shape.kind === 'parts' || (shape.kind === 'field' && shape.type === 'object');
    if (!group)
      say('error', `“${field.label}” takes a group of fields, but gets ${shapeWords(shape)}.`);
    return;
  }
  if (!isSingle(shape)) {
    say(
      'error',
      `“${field.label}” takes one value, but gets ${shapeWords(shape)} from ${fit.from}: join them or choose a part.`,
    );
    return;
  }
  singleFaults(fit, shape, say);
}

function partShape(
  whole: Shape,
  { part }: MappingTarget,
  field: CatalogField,
  say: Say,
): Shape | undefined {
  if (part === undefined) return whole;
  if (whole.kind === 'field' && whole.type === 'object') return undefined;
  if (whole.kind !== 'parts') {
    say(
      'error',
      `“${field.label}” wants the part “${part}”, but there is ${shapeWords(whole)} without parts.`,
    );
    return undefined;
  }
  const shape = whole.parts[part];
  if (shape === undefined) {
    const known = Object.keys(whole.parts).join(', ');
    say('error', `“${field.label}” wants the part “${part}”, but there are only: ${known}.`);
  }
  return shape;
}

function singleFaults({ rule, field, product, from }: Fit, shape: FieldShape, say: Say): void {
  if (!goesInto(shape, field.type)) {
    const hint = HINTS[`${shape.type}-${field.type}`];
    const help = hint === undefined ? '' : `; ${hint}`;
    say(
      'error',
      `“${field.label}” takes ${typeWords(field.type)}, but gets ${shapeWords(shape)}${from === '' ? '' : ` from ${from}`}${help}.`,
    );
    return;
  }
  if (
    field.type === 'amount' &&
    product === 'canonical' &&
    (shape.withoutCurrency === true || shape.type === 'text')
  ) {
    say(
      'error',
      `“${field.label}” needs its currency too: name the parts “amount” and “currency” and add the step “to-amount”.`,
    );
  }
  const { choices } = field;
  if (choices !== undefined) {
    const fits = (value: string) =>
      choices.some((choice) => choice.value === value || choice.label === value);
    const strange = shape.choices?.filter(({ value }) => !fits(value)).map(({ value }) => value);
    if (strange === undefined && rule.unmappable === undefined) {
      say(
        'warning',
        `“${field.label}” knows only certain values, and ${from} may be any: add a table, or say what happens when nothing fits.`,
      );
    }
    if (strange !== undefined && strange.length > 0) {
      say(
        rule.unmappable === undefined ? 'error' : 'warning',
        `“${field.label}” has no choice “${strange.join('”, “')}”. It has: ${choices.map(({ label }) => label).join(', ')}.`,
      );
    }
  }
  if (
    field.lengthMax !== undefined &&
    rule.tooLong === undefined &&
    mayBeTooLong(shape, field.lengthMax)
  ) {
    const length =
      shape.lengthMax === undefined ? 'of any length' : `of up to ${shape.lengthMax} characters`;
    say(
      'warning',
      `“${field.label}” takes ${field.lengthMax} characters, and ${from} may be ${length}: say what happens when it is too long.`,
    );
  }
}

/** What can be brought over exactly; whether a text really is a number or an e-mail address is seen when it runs. */
function goesInto(shape: FieldShape, to: CatalogFieldType): boolean {
  const from = shape.type;
  if (from === to) return true;
  if (TEXTS.has(to)) return TEXTS.has(from) || (WORDS.has(to) && PLAIN.has(from));
  if (to === 'number')
    return from === 'text' || (from === 'amount' && shape.withoutCurrency === true);
  return to === 'amount' && from === 'text';
}

const WORDS: ReadonlySet<CatalogFieldType> = new Set(['text', 'id', 'choice']);
const PLAIN: ReadonlySet<CatalogFieldType> = new Set(['number', 'amount', 'date']);

function mayBeTooLong(shape: FieldShape, lengthMax: number): boolean {
  if (shape.choices !== undefined)
    return shape.choices.some(({ value }) => value.length > lengthMax);
  if (shape.type === 'text') return (shape.lengthMax ?? Infinity) > lengthMax;
  return shape.lengthMax !== undefined && shape.lengthMax > lengthMax;
}

/** Values that a source may have and its table doesn't know, where nothing says what happens then. */
export function tableFaults(
  rule: MappingRule,
  sources: readonly FieldCatalog[],
  tables: ReadonlyMap<string, LookupTable>,
  say: Say,
): void {
  if (rule.unmappable !== undefined) return;
  for (const source of rule.from) {
    const step = source.through?.[0] ?? (rule.from.length === 1 ? rule.through?.[0] : undefined);
    const gaps =
      step !== undefined && isTableStep(step) ? tableGaps(step, sources, source.path, tables) : [];
    if (gaps.length === 0) continue;
    say(
      'error',
      `The table for “${sourceLabel(sources, source.path)}” says nothing for ${gaps.join(', ')}: add them, or a value for all others.`,
    );
  }
}

function tableGaps(
  step: TableStep,
  sources: readonly FieldCatalog[],
  path: string,
  tables: ReadonlyMap<string, LookupTable>,
): readonly string[] {
  const table = tableOf(step, tables);
  const choices = sourceField(sources, path)?.choices;
  if (table === undefined || table.otherwise !== undefined || choices === undefined) return [];
  const fold = (text: string) => (step.anyCase === true ? text.toLowerCase() : text);
  const keys = new Set(Object.keys(table.entries).map(fold));
  return choices.filter(({ value }) => !keys.has(fold(value))).map(({ label }) => label);
}
