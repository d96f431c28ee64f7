// The person comes back from Zoho: who they are and for whom they may work becomes the consent page, or the connection is kept.
import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { InstallationId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { roles } from '../domain/role.ts';
import { peopleProducts, type ZohoVisit } from '../ports/people.ts';
import { finishZohoConnection } from '../steps/identity/connect-zoho.ts';
import { grantAccess } from '../steps/identity/grant-access.ts';
import { readChoices } from '../steps/identity/read-choices.ts';
import { viewProblem } from '../steps/view-problem.ts';
import {
  type AuthorizationRequest,
  authorizationRequest,
  redirectWith,
} from './oauth-authorize.ts';
import { senderAddress, type Tries } from './oauth-limits.ts';
import type { OAuthPorts } from './oauth-ports.ts';
import { bindToBrowser, isBoundToBrowser, isOwnForm } from './sign-in-browser.ts';
import { consentPage, messagePage, pageResponse } from './sign-in-page.ts';

type Answer = Response | Promise<Response>;

/** What a `zoho-connect` ticket says, and the state that it becomes. */
export const connectionRequested = z.object({
  installation: z.string(),
  actor: z.object({ userId: z.string(), name: z.string() }),
  products: z.array(z.enum(peopleProducts)),
});
type Connection = z.infer<typeof connectionRequested>;

/** Our own state on the way to Zoho and back; `bound` is the browser that it is good in. */
const signInState = z.object({
  bound: z.string(),
  authorize: z.optional(authorizationRequest),
  connect: z.optional(connectionRequested),
});
type Purpose = Pick<z.infer<typeof signInState>, 'authorize' | 'connect'>;

const choiceShape = z.object({
  installation: z.string(),
  isNew: z.boolean(),
  company: z.string(),
  organization: z.string(),
  product: z.enum(peopleProducts),
  productUserId: z.string(),
  zohoRole: z.string(),
  role: z.enum(roles),
});
/** What the consent page's form brings back: nothing of it can be changed, and no other browser can send it. */
const consentTicket = z.object({
  bound: z.string(),
  request: authorizationRequest,
  account: z.object({ zohoUserId: z.string(), name: z.string(), mail: z.string() }),
  dataCentre: z.object({ accountsUrl: z.string(), apiUrl: z.string(), deskUrl: z.string() }),
  choices: z.array(choiceShape),
});

const SIGN_IN_LIFE_MS = 10 * 60_000;
const START_AGAIN = 'Close this window and start again from Zoho.';

/** Sends the browser to Zoho. */
export async function beginSignIn(
  c: Context,
  ports: OAuthPorts,
  purpose: Purpose,
  scopes: readonly string[],
): Promise<Response> {
  const bound = bindToBrowser(c, ports.publicUrl, ports.random);
  const state = await ports.signedTokens.sign(
    'zoho-sign-in',
    { bound, ...purpose },
    SIGN_IN_LIFE_MS,
  );
  const offline = purpose.connect !== undefined;
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  return c.redirect(ports.zoho.authorizeUrl({ scopes, state, offline }), 302);
}

export async function answerCallback(
  c: Context,
  ports: OAuthPorts,
  failures: Tries,
): Promise<Response> {
  const verified = await ports.signedTokens.verify('zoho-sign-in', c.req.query('state') ?? '');
  const state = signInState.safeParse(verified.ok ? verified.claims : undefined);
  if (!state.success || !isBoundToBrowser(c, ports.publicUrl, state.data.bound)) {
    const title = 'This sign-in is over, or it began in another browser.';
    return pageResponse(c, ports.publicUrl, messagePage(title, START_AGAIN), { status: 400 });
  }
  const { authorize, connect, bound } = state.data;
  const address = senderAddress(c.req.header('x-forwarded-for')) ?? bound;
  if (failures.isOver(address)) {
    return problemPage(c, ports, { code: 'too-many-tries', remedy: 'wait' }, authorize);
  }
  const visit = await redeem(c, ports);
  if (visit === undefined) {
    if (authorize !== undefined) return c.redirect(deniedUrl(authorize), 302);
    const page = messagePage(
      'Nothing was connected.',
      'You said no on Zoho’s page. You can close this window.',
    );
    return pageResponse(c, ports.publicUrl, page);
  }
  if (!visit.ok) {
    failures.count(address);
    return problemPage(c, ports, visit.problem, authorize);
  }
  if (connect !== undefined) return keepConnection(c, ports, connect, visit.value);
  if (authorize === undefined) throw new Error('a sign-in without a purpose was signed');
  return askForConsent(c, ports, { request: authorize, bound, visit: visit.value });
}

/** Undefined when the person has said no on Zoho's page. */
async function redeem(c: Context, ports: OAuthPorts) {
  const { code, 'accounts-server': accountsServer, location } = c.req.query();
  if (code === undefined) return undefined;
  return ports.zoho.redeem({
    code,
    ...(accountsServer === undefined ? {} : { accountsServer }),
    ...(location === undefined ? {} : { location }),
  });
}

async function askForConsent(
  c: Context,
  ports: OAuthPorts,
  signedIn: {
    readonly request: AuthorizationRequest;
    readonly bound: string;
    readonly visit: ZohoVisit;
  },
): Promise<Response> {
  const { request, bound, visit } = signedIn;
  const account = await visit.account();
  if (!account.ok) return problemPage(c, ports, account.problem, request);
  const choices = await readChoices(ports.store, visit);
  if (!choices.ok) return problemPage(c, ports, choices.problem, request);
  if (choices.value.length === 0) {
    ports.log.warn('a sign-in found no company', { operation: 'sign-in' });
    const title = 'Tallybridge does not know your company.';
    const next = `The Zoho account ${account.value.mail} is no user of a company that uses Tallybridge. An administrator of Zoho Books begins the set-up.`;
    const page = messagePage(title, next, deniedUrl(request));
    return pageResponse(c, ports.publicUrl, page, { status: 403 });
  }
  const { accountsUrl, apiUrl, deskUrl } = visit.dataCentre;
  const ticket = await ports.signedTokens.sign(
    'consent',
    {
      bound,
      request,
      account: account.value,
      dataCentre: { accountsUrl, apiUrl, deskUrl },
      choices: [...choices.value],
    } satisfies z.input<typeof consentTicket>,
    SIGN_IN_LIFE_MS,
  );
  const action = `${ports.publicUrl}/oauth/consent`;
  const page = consentPage({ action, ticket, account: account.value, choices: choices.value });
  return pageResponse(c, ports.publicUrl, page, {
    formTargets: new URL(request.redirectUri).origin,
  });
}

/** The consent page's form. */
export async function answerConsent(c: Context, ports: OAuthPorts): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  const verified = await ports.signedTokens.verify('consent', form.get('ticket') ?? '');
  const ticket = consentTicket.safeParse(verified.ok ? verified.claims : undefined);
  const isOurs = ticket.success && isBoundToBrowser(c, ports.publicUrl, ticket.data.bound);
  if (!isOurs || !isOwnForm(c, ports.publicUrl)) {
    const page = messagePage('This page was open for too long, or is not ours.', START_AGAIN);
    return pageResponse(c, ports.publicUrl, page, { status: 400 });
  }
  const { request, account, dataCentre, choices } = ticket.data;
  const choice = choices.find(({ installation }) => installation === form.get('choice'));
  if (form.get('decision') !== 'allow' || choice === undefined) {
    return c.redirect(deniedUrl(request), 303);
  }
  const granted = await grantAccess(ports, { account, dataCentre, choice, client: request });
  if (!granted.ok) return problemPage(c, ports, granted.problem, request);
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  return c.redirect(redirectWith(request, { code: granted.value.code }), 303);
}

async function keepConnection(
  c: Context,
  ports: OAuthPorts,
  { installation, actor, products }: Connection,
  visit: ZohoVisit,
): Promise<Response> {
  const requested = { installation: installation as InstallationId, actor, products };
  const finished = await finishZohoConnection(ports, requested, visit);
  if (!finished.ok) return problemPage(c, ports, finished.problem);
  const next = `Tallybridge works in Zoho with the account ${finished.value.mail} from now on. You can close this window.`;
  return pageResponse(c, ports.publicUrl, messagePage('Zoho is connected.', next));
}

function deniedUrl(request: AuthorizationRequest): string {
  return redirectWith(request, { error: 'access_denied' });
}

function problemPage(
  c: Context,
  { publicUrl }: OAuthPorts,
  found: Problem,
  request?: AuthorizationRequest,
): Answer {
  const { message, next } = viewProblem(found);
  const status = found.code === 'too-many-tries' ? 429 : found.remedy === 'retry' ? 503 : 403;
  const back = request && deniedUrl(request);
  return pageResponse(c, publicUrl, messagePage(message, next, back), { status });
}
