// Joins the api function: routes, the staff door, the sign-in, and the worker that is woken after a refund.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiRoutes } from '../http/api-routes.ts';
import { routePath } from '../http/function-path.ts';
import { createSignedTokens } from '../http/oauth-signed-tokens.ts';
import { createStaffDoor } from '../http/staff-door.ts';
import { createFlowLibrary } from '../steps/flow-library.ts';
import { createGrantReader } from '../steps/identity/known-grants.ts';
import { createWaker } from '../store/catalyst-sdk.ts';
import { tokenKeys } from './environment.ts';
import { keptLoad } from './kept-load.ts';
import { headersOf, readBody, sendText } from './node-request.ts';
import { createSharedPorts } from './shared-ports.ts';
import { readSignInSettings, type SignInSettings } from './sign-in-settings.ts';

/** The bundle of a company with a few hundred documents is the longest request; one document is the next. */
const DOCUMENTS = /^\/(bundles|documents|preview|suggestions|policies)(\/|$)/;
const DOCUMENTS_BYTES_MAX = 2 * 1024 * 1024;
const BODY_BYTES_MAX = 64 * 1024;

export function composeApi() {
  const { attach, transport, ports } = createSharedPorts('person');
  const flows = createFlowLibrary(ports);
  const keys = tokenKeys();
  const signedTokens = createSignedTokens(keys, ports.clock);
  const readGrant = createGrantReader(ports);
  const staffDoor = createStaffDoor({ ...ports, signedTokens, readGrant });
  const settings = readSignInSettings();
  const signIn =
    settings === undefined
      ? {}
      : joinSignIn({ ...ports, transport, signedTokens, tokenKeys: keys }, settings);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const waker = createWaker(attach(request), 'refund', ports.log);
    const routes = apiRoutes({
      ...ports,
      flows,
      staffDoor,
      waker,
      ...signIn,
      ...joinCardPage({ ...ports, flows, waker }, settings?.publicUrl),
    });
    const path = routePath(request.url ?? '/');
    const body = await readBody(
      request,
      DOCUMENTS.test(path) ? DOCUMENTS_BYTES_MAX : BODY_BYTES_MAX,
    );
    if (body === undefined) return sendText(response, 413, 'too large');
    const answer = await routes.request(path, {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      ...(body.length === 0 ? {} : { body }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
}

type SignInParts = Parameters<typeof import('./sign-in.ts')['createSignIn']>[0];

/** Its pages and connectors are loaded when somebody first signs in; the counters in it live as long as the instance. */
function joinSignIn(parts: SignInParts, settings: SignInSettings) {
  const loaded = keptLoad(async () => (await import('./sign-in.ts')).createSignIn(parts, settings));
  return {
    connectTickets: { signedTokens: parts.signedTokens, publicUrl: settings.publicUrl },
    answerOAuth: async (request: Request) => (await loaded())(request),
  };
}

type CardPageParts = Omit<
  Parameters<typeof import('./card-page.ts')['createCardPage']>[0],
  'publicUrl'
>;

/** Loaded when the first customer comes. */
function joinCardPage(parts: CardPageParts, publicUrl: string | undefined) {
  if (publicUrl === undefined) return {};
  return {
    publicUrl,
    async answerCardPage(request: Request): Promise<Response> {
      const { createCardPage } = await import('./card-page.ts');
      return createCardPage({ ...parts, publicUrl })(request);
    },
  };
}
