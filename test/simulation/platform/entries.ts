// What each function is made of in one instance of it: the product's own parts, as its compose files join them.
import { createCompanies } from '../../../functions/core/compose/companies.ts';
import { createWitness } from '../../../functions/core/connectors/transport/witness.ts';
import { languages } from '../../../functions/core/domain/language.ts';
import { apiRoutes } from '../../../functions/core/http/api-routes.ts';
import { cardPageApp } from '../../../functions/core/http/card-page-app.ts';
import { answerHook } from '../../../functions/core/http/hooks-routes.ts';
import { createTries } from '../../../functions/core/http/oauth-limits.ts';
import { createSignedTokens } from '../../../functions/core/http/oauth-signed-tokens.ts';
import { createStaffDoor } from '../../../functions/core/http/staff-door.ts';
import type { SignedTokens } from '../../../functions/core/ports/people.ts';
import type {
  Log,
  RenewableSecrets,
  Transport,
  Waker,
} from '../../../functions/core/ports/platform.ts';
import type { Store } from '../../../functions/core/ports/store.ts';
import { drainWork } from '../../../functions/core/steps/drain-work.ts';
import { createFlowLibrary } from '../../../functions/core/steps/flow-library.ts';
import { createGrantReader } from '../../../functions/core/steps/identity/known-grants.ts';
import { pollDecisions } from '../../../functions/core/steps/poll-decisions.ts';
import {
  announceStalePayments,
  lookAgainAtRefunds,
  pollTransactions,
} from '../../../functions/core/steps/poll-transactions.ts';
import { createDoorKeyReader } from '../../../functions/core/steps/read-door-keys.ts';
import { pollDisputes } from '../../../functions/core/steps/record-disputes.ts';
import { customerWords } from '../../../functions/core/texts/customer-words.ts';
import { outlineTexts } from '../../../functions/core/texts/outline-texts.ts';
import { staffWords } from '../../../functions/core/texts/staff-words.ts';
import type { Priority } from '../../../functions/core/work/call-budget.ts';
import { isWorkDue } from '../../../functions/core/work/due-work.ts';
import { hold, type Scheduler } from '../scheduler.ts';
import type { FunctionInstance } from './function-instance.ts';

// What a function loads late is loaded before time begins: reading a file takes real time.
await Promise.all([
  import('../../../functions/core/compose/seldom-connectors.ts'),
  import('../../../functions/core/connectors/cybersource/card-fields.ts'),
  import('../../../functions/core/http/money-routes.ts'),
  import('../../../functions/core/http/office-routes.ts'),
  import('../../../functions/core/steps/apply-dispute.ts'),
  import('../../../functions/core/steps/approvals/approval-steps.ts'),
  import('../../../functions/core/steps/approvals/question-steps.ts'),
  import('../../../functions/core/steps/announce-token.ts'),
  import('../../../functions/core/steps/announce-zoho-change.ts'),
  import('../../../functions/core/steps/mapping-engine.ts'),
  import('../../../functions/core/steps/movements/act-on-lost.ts'),
  ...languages.flatMap((language) => [
    staffWords(language),
    customerWords(language),
    outlineTexts(language),
  ]),
]);

export const STAFF_KEY = Buffer.alloc(32, 7).toString('base64');

/** Where browsers see our api. */
export const PUBLIC_URL = 'https://api.test';
/** Of one address: the product's own limit. */
const VISITS_MAX = 120;
const VISITS_WINDOW_MS = 10 * 60_000;

/** A job stops taking up rows after this long. */
const WORK_MS = 10 * 60_000;

/** Sealing is no part of what is simulated; the real one draws on the machine's randomness. */
export const openSecrets: RenewableSecrets = {
  seal: (_installation, plain) => Buffer.from(plain).toString('base64'),
  open: (_installation, sealed) => Buffer.from(sealed, 'base64').toString(),
  isCurrent: () => true,
  renew: (_installation, sealed) => sealed,
  masterKeyId: 'none',
};

export interface InstanceParts {
  readonly instance: FunctionInstance;
  readonly scheduler: Scheduler;
  readonly store: Store;
  readonly transport: Transport;
  readonly waker: Waker;
  readonly log: Log;
}

/** A request from outside. */
export interface Posted {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface Entries {
  api(request: Posted): Promise<Answer>;
  /** The worker is woken after the answer. */
  hooks(request: Posted): Promise<Answer>;
  worker(): Promise<void>;
  timer(): Promise<void>;
}

/** What each token says: the signatures are checked on another thread, which takes its time. */
const verified = new Map<string, ReturnType<SignedTokens['verify']>>();

export function entriesOf(parts: InstanceParts): Entries {
  const { instance, scheduler, store, waker, log } = parts;
  const { clock, random } = instance;
  const base = { store, clock, random, log, secrets: openSecrets, publicUrl: PUBLIC_URL };
  const pause = (ms: number) => instance.turn(ms);
  const { transport, witness } = createWitness(parts.transport);
  const portsFor = (priority: Priority) => {
    const outward = { ...base, transport, pause, priority };
    const companies = createCompanies(outward);
    return { ...base, companies, flows: createFlowLibrary({ ...base, companies }), waker, witness };
  };
  const openApi = () => {
    const signed = createSignedTokens({ current: STAFF_KEY }, clock);
    const signedTokens: SignedTokens = {
      ...signed,
      verify(audience, token) {
        const said = verified.get(token) ?? signed.verify(audience, token);
        verified.set(token, said);
        return hold(said);
      },
    };
    const staffDoor = createStaffDoor({ clock, signedTokens, readGrant: createGrantReader(base) });
    const ports = portsFor('person');
    const files = { script: '', style: '', bank: '' };
    const visits = createTries(clock, VISITS_MAX, VISITS_WINDOW_MS);
    const cardPage = cardPageApp({ ...ports, files, fieldOrigins: [], visits });
    const answerCardPage = async (request: Request) => cardPage.fetch(request);
    return apiRoutes({ ...ports, staffDoor, answerCardPage });
  };
  let api: ReturnType<typeof apiRoutes> | undefined;
  const working = portsFor('live');
  const timing = portsFor('backfill');
  const hooks = { ...base, doorKeys: createDoorKeyReader(base) };

  return {
    async api({ method, path, headers, body }) {
      api ??= openApi();
      const sent = method === 'GET' ? {} : { body };
      const response = await api.request(path, { method, headers, ...sent });
      return { status: response.status, body: await response.text() };
    },
    async hooks({ body, ...posted }) {
      const answer = await answerHook(hooks, { ...posted, rawBody: Buffer.from(body) });
      if (answer.stored) scheduler.after(0, () => void waker.wake());
      return { status: answer.status, body: answer.text };
    },
    async worker() {
      const { more } = await drainWork(working, clock.now() + WORK_MS);
      if (more) await waker.wake();
    },
    async timer() {
      for (const installation of await timing.companies.list()) {
        const company = await timing.companies.open(installation);
        if (!company.ok) continue;
        for (const { merchantId } of company.value.merchants) {
          await pollTransactions(timing, company.value, merchantId);
          await lookAgainAtRefunds(timing, company.value, merchantId);
          await pollDecisions(timing, company.value, merchantId);
          await pollDisputes(timing, company.value, merchantId);
        }
      }
      await announceStalePayments(timing);
      if (await isWorkDue(timing)) await waker.wake();
    },
  };
}
