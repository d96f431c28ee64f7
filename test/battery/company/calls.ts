// Requests to our api and our hooks, as people and other sides send them, and what came back.
import type { Company } from './company.ts';
import { grantedStaffToken } from './granted-staff.ts';

type StaffRole = Parameters<typeof grantedStaffToken>[1];

/** JSON as it came; everything is optional, as it may be anything. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>> & {
    readonly error?: { readonly code: string; readonly message: string };
  };
}

/** One staff request with any token; undefined sends none. */
export async function callWith(
  { catalyst }: Pick<Company, 'catalyst'>,
  token: string | undefined,
  path: string,
  body?: object,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Reply> {
  const answer = await fetch(`${catalyst.functions.base}/api${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { 'x-tallybridge-token': token }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return read(answer);
}

/** As the person in that role. @throws when it is refused. */
export async function callAs(
  company: Company,
  role: StaffRole,
  path: string,
  body?: object,
  method?: string,
): Promise<Reply> {
  const token = await grantedStaffToken(company, role);
  const reply = await callWith(company, token, path, body, method);
  if (reply.status !== 200) throw new Error(`${path} was refused: ${reply.text}`);
  return reply;
}

/** @param path of the door, e.g. `cybersource/larkfield`. */
export async function deliver(
  { catalyst }: Pick<Company, 'catalyst'>,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const answer = await fetch(`${catalyst.functions.base}/hooks/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return read(answer);
}

async function read(answer: Response): Promise<Reply> {
  const text = await answer.text();
  return { status: answer.status, text, json: parse(text) };
}

function parse(text: string): Reply['json'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
