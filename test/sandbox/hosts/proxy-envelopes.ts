// How each product's proxy wraps an answer: strings in objects, and rejections that are no errors.

import type { ZohoService } from '../zoho/users.ts';

export const products = ['books', 'inventory', 'crm', 'desk'] as const;
export type Product = (typeof products)[number];

/** Whose users may open the product. */
export function serviceOf(product: Product): ZohoService {
  return product === 'inventory' ? 'books' : product;
}

/** What the host page hands to the widget's promise. */
export interface Settlement {
  readonly settled: 'resolved' | 'rejected';
  readonly value: unknown;
}

export interface ProxiedAnswer {
  readonly status: number;
  readonly body: string;
}

export function wrapAnswer(product: Product, answer: ProxiedAnswer): Settlement {
  switch (product) {
    case 'books':
    case 'inventory':
      return {
        settled: 'resolved',
        value: {
          code: 0,
          message: 'success',
          data: { body: answer.body, status_code: answer.status },
        },
      };
    case 'crm':
      return {
        settled: 'resolved',
        value: {
          code: 'SUCCESS',
          details: { statusMessage: answer.body, status: String(answer.status < 400) },
          message: 'Connection invoked successfully',
          status: 'success',
        },
      };
    case 'desk': {
      const status = String(answer.status < 400);
      const response = JSON.stringify({ status, statusMessage: answer.body });
      const value = JSON.stringify({ statusCode: answer.status, response });
      // Desk's proxy rejects what the other side refused, with the same string.
      return { settled: answer.status < 400 ? 'resolved' : 'rejected', value };
    }
  }
}

/** The proxy itself refuses, or had no answer. */
export function wrapRefusal(product: Product, reason: string): Settlement {
  if (product === 'crm') {
    const value = { code: 'INVALID_REQUEST', details: {}, message: reason, status: 'error' };
    return { settled: 'rejected', value };
  }
  return { settled: 'rejected', value: reason };
}

/**
 * The person has not authorized the connection. What each product answers then is not published; "unauthenticated
 * connection" is what CRM's documentation calls it.
 */
export function wrapUnauthorized(product: Product, connection: string): Settlement {
  const message = `The connection ${connection} is not authorized by this user.`;
  if (product === 'crm') {
    const value = { code: 'UNAUTHENTICATED_CONNECTION', details: {}, message, status: 'error' };
    return { settled: 'rejected', value };
  }
  return { settled: 'rejected', value: message };
}
