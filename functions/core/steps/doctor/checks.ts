// Every check that the doctor knows, in the order in which a person would look.
import type { Check } from './check.ts';
import { checkAccounts } from './check-accounts.ts';
import { checkCardPage } from './check-card-page.ts';
import { checkClock } from './check-clock.ts';
import { checkCrmWatch } from './check-crm-watch.ts';
import { checkDataVersion } from './check-data-version.ts';
import { checkNeededFields } from './check-fields.ts';
import { checkGatewayKey } from './check-gateway-key.ts';
import { checkMail } from './check-mail.ts';
import { checkOrganizations } from './check-organizations.ts';
import { checkPlan } from './check-plan.ts';
import { checkScopes } from './check-scopes.ts';
import { checkShopWebhook } from './check-shop-webhook.ts';
import { checkSignIn } from './check-sign-in.ts';
import { checkSigningKey } from './check-signing-key.ts';
import { checkTimer } from './check-timer.ts';
import { checkWebhook } from './check-webhook.ts';

export const checks: readonly Check[] = [
  checkSignIn,
  checkScopes,
  checkOrganizations,
  checkPlan,
  checkGatewayKey,
  checkClock,
  checkWebhook,
  checkSigningKey,
  checkNeededFields,
  checkAccounts,
  checkCrmWatch,
  checkShopWebhook,
  checkMail,
  checkTimer,
  checkDataVersion,
  checkCardPage,
];
