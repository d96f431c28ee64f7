// The problems that a call to Zoho can end in.
import type { Problem } from '../../domain/problem.ts';
import { productName, type ZohoProduct } from './zoho-product.ts';

/** A problem, with Zoho's own error code for the connectors that must tell refusals apart. */
export interface ZohoProblem extends Problem {
  readonly zohoCode?: string;
}

/** Refusals quote Zoho's message, which may be long. */
const DETAIL_LENGTH_MAX = 200;

/** No answer, a 5xx, or an answer that cannot be read: a write may have happened. */
export function unavailable(product: ZohoProduct, retryAfterMs?: number): ZohoProblem {
  return {
    code: 'zoho-unavailable',
    remedy: 'retry',
    facts: { product: productName[product] },
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** A call limit was reached; nothing was done. */
export function busy(product: ZohoProduct, retryAfterMs: number): ZohoProblem {
  return {
    code: 'zoho-busy',
    remedy: 'wait',
    facts: { product: productName[product] },
    retryAfterMs,
  };
}

/** Zoho takes no token of this connection any more. */
export function signInNeeded(): ZohoProblem {
  return { code: 'zoho-sign-in-needed', remedy: 'fix-setup' };
}

/** The scope, the user's role or the organization does not allow the call. */
export function permissionMissing(product: ZohoProduct): ZohoProblem {
  return {
    code: 'zoho-permission-missing',
    remedy: 'fix-setup',
    facts: { product: productName[product] },
  };
}

/** The company's plan of the product does not have what was asked for. */
export function planMissing(product: ZohoProduct): ZohoProblem {
  return {
    code: 'zoho-plan-missing',
    remedy: 'fix-setup',
    facts: { product: productName[product] },
  };
}

/** The company has chosen no organization of the product. */
export function notUsed(product: ZohoProduct): ZohoProblem {
  return { code: 'zoho-not-used', remedy: 'fix-setup', facts: { product: productName[product] } };
}

/** The product knows no such organization, or our user is not, or no longer, in it. */
export function organizationWrong(product: ZohoProduct): ZohoProblem {
  return {
    code: 'zoho-organization-wrong',
    remedy: 'fix-setup',
    facts: { product: productName[product] },
  };
}

/** The connection belongs to another data centre than the address that we are set up for. */
export function wrongDataCentre(product: ZohoProduct, ours: string, theirs: string): ZohoProblem {
  const facts = {
    product: productName[product],
    ours: new URL(ours).host,
    theirs: new URL(theirs).host,
  };
  return { code: 'zoho-data-centre-wrong', remedy: 'fix-setup', facts };
}

/** @param what the thing in words, first letter upper case: `The invoice`. */
export function notFound(what: string): ZohoProblem {
  return { code: 'not-found', remedy: 'none', facts: { what } };
}

/** Zoho understood and said no. @param detail in Zoho's words. */
export function refusedBy(product: ZohoProduct, detail: string, zohoCode?: string): ZohoProblem {
  return {
    code: 'zoho-refused',
    remedy: 'fix-input',
    facts: { product: productName[product], detail: detail.slice(0, DETAIL_LENGTH_MAX) },
    ...(zohoCode === undefined ? {} : { zohoCode }),
  };
}

/** The unique custom field that an upsert rests on does not exist. @param field its API name. */
export function fieldMissing(product: ZohoProduct, field: string): ZohoProblem {
  return {
    code: 'zoho-field-missing',
    remedy: 'fix-setup',
    facts: { product: productName[product], field },
  };
}

/** `Retry-After` in seconds, as Zoho sends it. */
export function retryAfterMs(headers: Readonly<Record<string, string>>): number | undefined {
  return secondsHeaderMs(headers, 'retry-after');
}

export function secondsHeaderMs(
  headers: Readonly<Record<string, string>>,
  name: string,
): number | undefined {
  const text = headers[name]?.trim() ?? '';
  return /^\d{1,7}$/.test(text) ? Number(text) * 1000 : undefined;
}
