// How Zoho Books answers: `{code, message, ...}`.
import type { OutsideReply } from './route.ts';

export function fail(status: number, code: number, message: string): OutsideReply {
  return { status, body: { code, message } };
}

export function done(status: 200 | 201, fields: object): OutsideReply {
  return { status, body: { code: 0, message: 'success', ...fields } };
}
