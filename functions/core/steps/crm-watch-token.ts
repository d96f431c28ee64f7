// The token of an installation's CRM channel: made of what is sealed already, so that the door needs no read for it.
import { createHmac } from 'node:crypto';
import type { InstallationId } from '../domain/ids.ts';

/** 43 characters; the CRM takes up to 50. Another one after the client's secret was changed. */
export function crmWatchToken(installation: InstallationId, zohoClientSecret: string): string {
  return createHmac('sha256', zohoClientSecret)
    .update(`crm-watch|${installation}`)
    .digest('base64url');
}
