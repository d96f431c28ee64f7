// Transforms of amounts: decimal text or minor units with a currency, rounding, and currency conversion.
import * as z from 'zod/mini';
import { exponentOf, isCurrency } from '../../domain/currency.ts';
import { type Money, parseDecimal, toDecimal } from '../../domain/money.ts';
import {
  decimalOfMoney,
  decimalText,
  moneyOfDecimal,
  readDecimal,
  rounded,
  roundings,
  times,
} from '../decimal.ts';
import { fieldShape, type Misfit, type Shape, shapeWords } from '../shape.ts';
import {
  declareTransform,
  given,
  missing,
  type Outcome,
  type Transform,
  type TransformContext,
  unmappable,
  wrongType,
} from '../transform.ts';
import { isEmpty, isMoney, isParts, type MappingValue, shown, textOf } from '../value.ts';
import { readDay } from '../zoned-time.ts';

const units = ['decimal', 'minor'] as const;
type Unit = (typeof units)[number];
const unitParameter = () => ({ unit: z.enum(units) });

const unitWords: Readonly<Record<Unit, string>> = {
  decimal: 'decimal text',
  minor: 'minor units',
};

/** Exact or undefined: more decimals than the currency has are refused, never cut. */
function readMoney(value: MappingValue, currency: string, unit: Unit): Money | undefined {
  if (isMoney(value)) return value.currency === currency ? value : undefined;
  const text = textOf(value);
  if (text === undefined || !isCurrency(currency)) return undefined;
  if (unit === 'decimal') return parseDecimal(text, currency);
  const minor = readDecimal(text);
  if (minor === undefined || minor.scale !== 0) return undefined;
  return moneyOfDecimal({ units: minor.units, scale: exponentOf(currency) }, currency);
}

const isType = (shape: Shape | undefined, ...types: readonly string[]) =>
  shape?.kind === 'field' && types.includes(shape.type);

const isMoneyShape = (shape: Shape | undefined) =>
  shape?.kind === 'field' && shape.type === 'amount' && shape.withoutCurrency !== true;

function amountParts(input: Shape): Shape | Misfit {
  if (input.kind !== 'parts') return { misfit: 'needs the parts “amount” and “currency”' };
  const { amount, currency } = input.parts;
  if (amount === undefined || currency === undefined) {
    return { misfit: 'needs the parts “amount” and “currency”' };
  }
  if (!isType(amount, 'amount', 'number', 'text')) {
    return { misfit: `needs an amount, not ${shapeWords(amount)}` };
  }
  return isType(currency, 'currency', 'text', 'choice')
    ? fieldShape('amount')
    : { misfit: `needs a currency, not ${shapeWords(currency)}` };
}

const toAmount = declareTransform(unitParameter, {
  name: 'to-amount',
  sentence: 'Reads an amount and its currency, exactly, from decimal text or minor units (cents).',
  words: (p) => `as an amount in ${unitWords[p.unit]}`,
  shape: amountParts,
  apply: (value, p) => {
    if (value === undefined || !isParts(value))
      return wrongType('amount and currency are not named');
    const { amount, currency } = value;
    if (amount === undefined || isEmpty(amount)) return missing;
    const code = currency === undefined ? '' : (textOf(currency) ?? '').trim().toUpperCase();
    if (!isCurrency(code)) return unmappable(`“${code}” is no currency`);
    const money = readMoney(amount, code, p.unit);
    return money === undefined
      ? wrongType(`${shown(amount)} is no exact amount in ${code}`)
      : given(money);
  },
  inverse: (p) => ({ use: 'from-amount', unit: p.unit }),
});

const fromAmount = declareTransform(unitParameter, {
  name: 'from-amount',
  sentence: 'Takes an amount apart into a number (decimal text or minor units) and its currency.',
  words: (p) => `taken apart into ${unitWords[p.unit]} and currency`,
  shape: (input, p) =>
    isMoneyShape(input)
      ? {
          kind: 'parts',
          parts: {
            amount:
              p.unit === 'minor'
                ? fieldShape('number')
                : { kind: 'field', type: 'amount', withoutCurrency: true },
            currency: fieldShape('currency'),
          },
        }
      : { misfit: 'needs an amount with its currency' },
  apply: (value, p) => {
    if (value === undefined || !isMoney(value)) return wrongType('it has no currency');
    const amount = p.unit === 'minor' ? value.minor : toDecimal(value);
    return given({ amount, currency: value.currency });
  },
  inverse: (p) => ({ use: 'to-amount', unit: p.unit }),
});

const withoutSign = declareTransform(() => ({}), {
  name: 'without-sign',
  sentence: 'Takes the minus from an amount, for fields that say the direction in another way.',
  words: () => 'without its sign',
  shape: (input) =>
    isMoneyShape(input) ? fieldShape('amount') : { misfit: 'needs an amount with its currency' },
  loses: () => 'whether money came in or went out',
  apply: (value) =>
    value !== undefined && isMoney(value)
      ? given({ minor: Math.abs(value.minor), currency: value.currency })
      : wrongType('it has no currency'),
});

const rounding = () => z.enum(roundings);

const round = declareTransform(
  () => ({
    decimals: z.number().check(z.int(), z.minimum(0), z.maximum(12)),
    rounding: rounding(),
  }),
  {
    name: 'round',
    sentence: 'Brings a number to so many decimals, with the rounding that is named.',
    words: (p) => `rounded to ${p.decimals} decimals (${p.rounding})`,
    shape: (input) =>
      isType(input, 'number', 'amount', 'text')
        ? fieldShape('number')
        : { misfit: `needs a number, not ${shapeWords(input)}` },
    loses: (p) => `what is finer than ${p.decimals} decimals`,
    apply: (value, p) => {
      const text = value === undefined ? undefined : textOf(value);
      const decimal = text === undefined ? undefined : readDecimal(text);
      if (decimal === undefined) return wrongType(`${shown(value ?? '')} is no exact number`);
      return given(decimalText(rounded(decimal, p.decimals, p.rounding)));
    },
  },
);

const conversion = () => ({
  to: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** `books`: the ledger's own rate of the day; `gateway`: what the gateway used; `fixed`: the rate written here. */
  rates: z.enum(['books', 'gateway', 'fixed']),
  rate: z.optional(z.string().check(z.regex(/^\d{1,12}(\.\d{1,12})?$/))),
  rounding: rounding(),
});
type Conversion = z.infer<z.ZodMiniObject<ReturnType<typeof conversion>>>;

const convert = declareTransform(conversion, {
  name: 'convert-currency',
  sentence: 'Converts an amount by the books’, the gateway’s or a fixed rate, rounded as named.',
  words: (p) =>
    `converted to ${p.to} at ${p.rates === 'fixed' ? `the fixed rate ${p.rate}` : `the ${p.rates === 'books' ? 'books’' : 'gateway’s'} rate`} (${p.rounding})`,
  shape: conversionShape,
  fault: (p) => {
    if (!isCurrency(p.to)) return `“${p.to}” is no currency`;
    if ((p.rates === 'fixed') !== (p.rate !== undefined)) {
      return 'A rate is written if, and only if, the rates are fixed';
    }
    return p.rate !== undefined && /^[0.]+$/.test(p.rate) ? 'A rate is above zero' : undefined;
  },
  loses: (p) =>
    `the amount in its own currency, and what is finer than the smallest unit of ${p.to}`,
  apply: (value, p, context) => {
    const parts = value !== undefined && isParts(value) ? value : { amount: value };
    const { amount } = parts;
    if (amount === undefined || isEmpty(amount)) return missing;
    if (!isMoney(amount)) return wrongType(`${shown(amount)} has no currency`);
    if (amount.currency === p.to) return given(amount);
    const rate = rateText(amount.currency, p, parts, context);
    return typeof rate === 'string' ? converted(amount, rate, p) : rate;
  },
});

function conversionShape(input: Shape, p: Conversion): Shape | Misfit {
  const parts = input.kind === 'parts' ? input.parts : { amount: input };
  if (!isMoneyShape(parts.amount)) return { misfit: 'needs an amount with its currency' };
  if (parts.rate !== undefined && !isType(parts.rate, 'number', 'text')) {
    return { misfit: 'needs its part “rate” to be a number' };
  }
  const dated = isType(parts.date, 'date');
  if (p.rates === 'books' && !dated)
    return { misfit: 'needs a part “date”: the day whose rate is meant' };
  if (p.rates === 'gateway' && !dated && parts.rate === undefined) {
    return { misfit: 'needs a part “rate”, or a part “date” to ask the gateway by' };
  }
  return fieldShape('amount');
}

/** Where the rate comes from: written in the document, told by the source, or asked for through the port. */
function rateText(
  from: string,
  p: Conversion,
  parts: { readonly rate?: MappingValue; readonly date?: MappingValue },
  context: TransformContext,
): string | Outcome {
  if (p.rates === 'fixed') return p.rate ?? '';
  if (p.rates === 'gateway' && parts.rate !== undefined && !isEmpty(parts.rate)) {
    return textOf(parts.rate) ?? '';
  }
  const date = parts.date === undefined ? '' : (textOf(parts.date) ?? '');
  if (readDay(date, 'yyyy-MM-dd') === undefined) return unmappable('there is no date for its rate');
  const rate = context.rate({ source: p.rates, from, to: p.to, date });
  return rate ?? unmappable(`there is no rate from ${from} to ${p.to} on ${date}`);
}

function converted(amount: Money, rate: string, p: Conversion): Outcome {
  const decimal = readDecimal(rate);
  if (decimal === undefined || decimal.units <= 0n) return unmappable(`“${rate}” is no rate`);
  const exact = times(decimalOfMoney(amount), decimal);
  const money = moneyOfDecimal(rounded(exact, exponentOf(p.to), p.rounding), p.to);
  return money === undefined ? unmappable('the converted amount is too large') : given(money);
}

export const moneyTransforms: readonly Transform[] = [
  toAmount,
  fromAmount,
  withoutSign,
  round,
  convert,
];
