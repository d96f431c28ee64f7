// Routes of the settings page: what is set up, and one route for each step; their steps are loaded when first asked for.
import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import {
  accountsRequest,
  cardPageRequest,
  channelsRequest,
  hooksRequest,
  languageRequest,
  merchantRequest,
  merchantStepRequest,
  organizationsRequest,
  roleMapRequest,
  signInRequest,
} from '../contract/setup.ts';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Actor } from '../domain/role.ts';
import type { Waker } from '../ports/platform.ts';
import type { Setups } from '../ports/setup.ts';
import type { ConnectPorts } from '../steps/connect/installation-record.ts';
import type { SetupPorts } from '../steps/connect/setup-ports.ts';
import { beginZohoConnection, type ConnectTicketPorts } from '../steps/identity/connect-zoho.ts';
import { problemResponse } from './problem-response.ts';
import type { StaffVisit } from './staff-door.ts';

export interface ConnectRoutePorts extends ConnectPorts {
  readonly waker: Waker;
  /** Loaded when somebody first sets up. Absent where nobody can: then there are no such routes. */
  readonly openSetups?: () => Promise<Setups>;
  /** Absent where nobody can sign in with Zoho: the command line connects then. */
  readonly connectTickets?: ConnectTicketPorts;
}

type Visited = { Variables: { visit: StaffVisit } };
type Steps = typeof import('../steps/connect/setup-steps.ts');
type Step<T> = (
  steps: Steps,
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  request: T,
) => Promise<Result<object>>;

const nothing = z.object({});

/** Adds the routes behind the staff door. */
export function addConnectRoutes(app: Hono<Visited>, ports: ConnectRoutePorts): void {
  const { openSetups } = ports;
  if (openSetups === undefined) return;
  const on = <T>(method: string, path: string, shape: z.ZodMiniType<T>, step: Step<T>) =>
    app.on(method, path, async (c) => {
      const request = await readRequest(c, shape);
      if (!request.ok) return problemResponse(c, request.problem);
      const steps = await import('../steps/connect/setup-steps.ts');
      const { installation, actor } = c.get('visit');
      const setup = { ...ports, setups: await openSetups() };
      const result = await step(steps, setup, installation, actor, request.value);
      if (!result.ok) return problemResponse(c, result.problem);
      return c.json(result.value);
    });

  on('GET', '/setup', nothing, (steps, ...of) => steps.showSetup(...visitOf(of)));
  on(
    'POST',
    '/setup/sign-in',
    signInRequest,
    async (_steps, _ports, installation, actor, { products }) => {
      if (ports.connectTickets === undefined)
        return refused(problem('zoho-sign-in-off', 'fix-setup'));
      const begun = await beginZohoConnection(ports.connectTickets, installation, actor, products);
      return begun.ok ? ok({ signIn: begun.value }) : begun;
    },
  );
  on('GET', '/setup/organizations', nothing, (steps, ...of) =>
    steps.listOrganizations(...visitOf(of)),
  );
  on('POST', '/setup/organizations', organizationsRequest, (steps, ...of) =>
    steps.chooseOrganizations(...of),
  );
  on('POST', '/setup/merchants', merchantRequest, async (steps, ...of) => {
    const saved = await steps.saveMerchant(...of);
    // What waited for this merchant id, or for the company, goes on.
    if (saved.ok) await ports.waker.wake();
    return saved;
  });
  on('POST', '/setup/merchants/remove', merchantStepRequest, (steps, ...of) =>
    steps.removeMerchant(...of),
  );
  on('POST', '/setup/webhooks', merchantStepRequest, (steps, ...of) =>
    steps.subscribeWebhooks(...of),
  );
  on('GET', '/setup/accounts', nothing, (steps, ...of) => steps.proposeAccounts(...visitOf(of)));
  on('POST', '/setup/accounts', accountsRequest, (steps, ...of) => steps.chooseAccounts(...of));
  on('GET', '/setup/fields', nothing, (steps, ...of) => steps.checkFields(...visitOf(of)));
  on('POST', '/setup/test', merchantStepRequest, (steps, ...of) => steps.tryMovement(...of));
  on('POST', '/setup/hooks', hooksRequest, (steps, ...of) => steps.saveHooksUrl(...of));
  on('POST', '/setup/door-secret', nothing, (steps, ...of) =>
    steps.makeFinanceSecret(...visitOf(of)),
  );
  on('POST', '/setup/channels', channelsRequest, (steps, ...of) => steps.saveChannels(...of));
  on('POST', '/setup/card-page', cardPageRequest, (steps, ...of) => steps.saveCardPage(...of));
  on('POST', '/setup/language', languageRequest, (steps, ...of) => steps.saveLanguage(...of));
  on('POST', '/setup/roles', roleMapRequest, (steps, ...of) => steps.saveRoleMap(...of));
}

/** What a step without a request takes. */
function visitOf<T>([ports, installation, actor]: readonly [SetupPorts, InstallationId, Actor, T]) {
  return [ports, installation, actor] as const;
}

async function readRequest<T>(c: Context, shape: z.ZodMiniType<T>): Promise<Result<T>> {
  const given: unknown = c.req.method === 'GET' ? {} : await c.req.json().catch(() => ({}));
  const parsed = shape.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const field = parsed.error.issues[0]?.path.join('.') || 'body';
  return refused(problem('invalid-request', 'fix-input', { field, detail: 'is not valid' }));
}
