// One data centre's accounts server: sign-in, consent, tokens, and where the other data centres are.
import { applyFaults } from '../../faults.ts';
import { createApp, type StandInApp } from '../../stand-in.ts';
import { type AccountsParts, TOO_MANY } from './accounts-parts.ts';
import { addAuthorization } from './authorize.ts';
import { addSignIn } from './sign-in.ts';
import { addTokenRoutes } from './token-routes.ts';

export function createAccountsApp(parts: AccountsParts): StandInApp {
  const app = createApp();
  app.use(applyFaults(parts.faults, { rateLimit: () => Response.json(TOO_MANY, { status: 400 }) }));
  addSignIn(app, parts);
  addAuthorization(app, parts);
  addTokenRoutes(app, parts);
  app.get('/oauth/serverinfo', (c) =>
    c.json({
      result: 'success',
      locations: Object.fromEntries([
        [parts.location, parts.accountsUrl()],
        ...parts.others().map((one) => [one.location, one.accountsUrl]),
      ]),
    }),
  );
  app.notFound((c) => c.html('<html><body><h1>404 Not Found</h1></body></html>', 404));
  return app;
}
