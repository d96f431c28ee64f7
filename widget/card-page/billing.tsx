// Name and address: filled in beforehand and folded away where the books know them.
import type { PayRequest, PayView } from '../../functions/core/contract/charges.ts';
import { countryCodes } from './countries.ts';
import type { CardPageText } from './text.ts';

interface BillingProps {
  readonly text: CardPageText;
  readonly locale: string;
  readonly customer?: NonNullable<PayView['customer']>;
}

const required = [
  'firstName',
  'lastName',
  'email',
  'line1',
  'city',
  'postalCode',
  'country',
] as const;
const fields = [
  ['firstName', 'given-name'],
  ['lastName', 'family-name'],
  ['email', 'email'],
  ['line1', 'address-line1'],
  ['line2', 'address-line2'],
  ['city', 'address-level2'],
  ['region', 'address-level1'],
  ['postalCode', 'postal-code'],
] as const;

export function Billing({ text, locale, customer }: BillingProps) {
  const { address, ...person } = customer ?? {};
  const known: Readonly<Record<string, string | undefined>> = { ...person, ...address };
  const isWhole = required.every((name) => known[name]);
  const country = known.country ?? regionOf(locale);
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const countries = countryCodes
    .map((code) => [code, names.of(code) ?? code] as const)
    .sort((a, b) => a[1].localeCompare(b[1], locale));
  return (
    <details open={!isWhole}>
      <summary>{text.yours}</summary>
      {fields.map(([name, autocomplete]) => (
        <label class="field" key={name}>
          {text[name]}
          <input
            name={name}
            autocomplete={autocomplete}
            defaultValue={known[name] ?? ''}
            maxLength={60}
            inputMode={name === 'email' ? 'email' : 'text'}
          />
        </label>
      ))}
      <label class="field">
        {text.country}
        <select name="country" autocomplete="country" defaultValue={country}>
          {countries.map(([code, label]) => (
            <option key={code} value={code} selected={code === country}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </details>
  );
}

function regionOf(locale: string): string {
  return new Intl.Locale(locale).maximize().region ?? 'US';
}

/** What is missing first, as a sentence. */
export function firstMissing(data: FormData, text: CardPageText): string | undefined {
  const name = required.find((one) => String(data.get(one) ?? '').trim() === '');
  return name === undefined ? undefined : text.missing(text[name]);
}

export function billingFrom(
  data: FormData,
): Pick<PayRequest, 'firstName' | 'lastName' | 'email' | 'address'> {
  const value = (name: string) => String(data.get(name) ?? '').trim();
  const line2 = value('line2');
  const region = value('region');
  return {
    firstName: value('firstName'),
    lastName: value('lastName'),
    email: value('email'),
    address: {
      line1: value('line1'),
      ...(line2 === '' ? {} : { line2 }),
      city: value('city'),
      ...(region === '' ? {} : { region }),
      postalCode: value('postalCode'),
      country: value('country'),
    },
  };
}
