// The company's staff at the panel and the console: who they are, their tokens, and their requests on the way to us.
import { createHmac, createSecretKey } from 'node:crypto';
import type { Role } from '../../functions/core/domain/role.ts';
import type { Coverage } from './coverage.ts';
import { type Answer, STAFF_KEY } from './platform/entries.ts';
import type { Platform } from './platform/platform.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface Person {
  readonly userId: string;
  readonly role: Role;
}

export const staff = {
  clerks: [
    { userId: 'user-1', role: 'agent' },
    { userId: 'user-2', role: 'agent' },
    { userId: 'user-3', role: 'approver' },
  ],
  onlooker: { userId: 'user-4', role: 'viewer' },
  admin: { userId: 'user-5', role: 'admin' },
} as const satisfies Record<string, Person | readonly Person[]>;

export interface StaffParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly platform: Platform;
  readonly coverage: Coverage;
  readonly installation: string;
  readonly trace: ((line: string) => void) | undefined;
  readonly violation: (what: string) => void;
}

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
}

export type StaffRequest = (person: Person, asked: Asked) => Promise<Answer | undefined>;

/** How a person's request reaches our api; undefined when no answer came back. */
export function staffRequests(parts: StaffParts): StaffRequest {
  const { scheduler, random, platform, installation, trace, violation, coverage } = parts;
  return async (person, { method = 'POST', path, body }) => {
    await scheduler.sleep(random.between(5, 80));
    const token = tokenOf(person, installation, scheduler.nowMs);
    const headers = { 'content-type': 'application/json', 'x-tallybridge-token': token };
    const text = body === undefined ? '' : JSON.stringify(body);
    const answer = await platform.request('api', { method, path, headers, body: text });
    const said = answer === undefined ? 'cut' : answer.status;
    trace?.(`${person.userId} ${method} ${path} ${text} -> ${said} ${stateOf(answer)}`);
    coverage.count(`api ${method} ${path} ${said}`);
    const error = errorOf(answer);
    if (error !== undefined) coverage.count(`problem ${error}`);
    if (answer?.status === 500 || answer?.status === 401) {
      violation(`${path} answered ${answer.status} ${answer.body}`);
    }
    return answer;
  };
}

interface AnswerBody {
  readonly state?: string;
  readonly error?: { readonly code: string };
}

function errorOf(answer: Answer | undefined): string | undefined {
  return (JSON.parse(answer?.body ?? '{}') as AnswerBody).error?.code;
}

/** The movement's state, or the problem's code. */
export function stateOf(answer: Answer | undefined): string {
  return (JSON.parse(answer?.body ?? '{}') as AnswerBody).state ?? errorOf(answer) ?? '';
}

const TOKEN_KEY = createSecretKey(Buffer.from(STAFF_KEY, 'base64'));
const TOKEN_LIFE_S = 600;
const KEPT_MS = 300_000;
/** Tokens are the same in every world: they hang on person and time only. */
const tokens = new Map<string, string>();

/** As the token service signs it (HS256); the browser keeps it for some minutes. */
function tokenOf({ userId, role }: Person, installation: string, nowMs: number): string {
  const issuedS = (Math.floor(nowMs / KEPT_MS) * KEPT_MS) / 1000;
  const key = `${userId} ${installation} ${issuedS}`;
  const known = tokens.get(key);
  if (known !== undefined) return known;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = [
    part({ alg: 'HS256', typ: 'JWT' }),
    part({
      ...{ iss: 'tallybridge', aud: 'staff', sub: userId, name: 'Somebody', role, jti: 'one' },
      ...{ ins: installation, org: 'books-org', iat: issuedS, exp: issuedS + TOKEN_LIFE_S },
    }),
  ].join('.');
  const token = `${text}.${createHmac('sha256', TOKEN_KEY).update(text).digest('base64url')}`;
  tokens.set(key, token);
  return token;
}
