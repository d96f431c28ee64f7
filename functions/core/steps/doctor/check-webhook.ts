// Does the gateway announce to us, at our address, and is the subscription alive?
import type { InstallationId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Subscription } from '../../ports/setup.ts';
import { stepMissing } from '../connect/setup-ports.ts';
import { subscribeMerchant, webhookUrl } from '../connect/subscribe-webhooks.ts';
import type { Check, Fault, Patient } from './check.ts';

export const checkWebhook: Check = {
  name: 'webhook',
  appliesTo: ({ merchants, record, installation }) =>
    merchants.length > 0 && webhookUrl(record, installation) !== undefined,
  async examine(patient) {
    const { merchants, record, installation } = patient;
    const url = webhookUrl(record, installation) ?? '';
    const faults: Fault[] = [];
    for (const merchant of merchants) {
      const all = await patient.subscriptionsOf(merchant);
      if (!all.ok) return all;
      const subject = merchant.record.merchantId;
      faults.push(...judge(all.value, url, installation, subject));
    }
    return ok(faults);
  },
  mend: mendWebhook,
};

function judge(
  all: readonly Subscription[],
  url: string,
  installation: InstallationId,
  merchant: string,
): Fault[] {
  const own = all.find((one) => one.url === url);
  const fault = (found: Problem): Fault[] => [
    { subject: merchant, problem: found, ...(isOurs(found) ? { canMend: true as const } : {}) },
  ];
  if (own !== undefined) {
    const code = codeOfStatus[own.status];
    if (own.status === 'ACTIVE') return [];
    if (code !== undefined) return fault(problem(code, 'ask-gateway', { merchant }));
    return fault(problem('webhook-suspended', 'fix-setup', { merchant, status: own.status }));
  }
  // Of an address that we had before.
  const former = all.find((one) => one.url.endsWith(`/cybersource/${installation}`));
  if (former === undefined) return fault(problem('webhook-absent', 'fix-setup', { merchant }));
  const facts = { merchant, there: hostOf(former.url), here: hostOf(url) };
  return fault(problem('webhook-elsewhere', 'fix-setup', facts));
}

const codeOfStatus: Readonly<Record<string, string>> = {
  PENDING_REVIEW: 'webhook-in-review',
  BLOCKED: 'webhook-blocked',
};

function isOurs({ remedy }: Problem): boolean {
  return remedy === 'fix-setup';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Subscribes anew, or switches on what is there; a subscription to an address of ours that is no more is ended. */
export async function mendWebhook(patient: Patient, merchantId: string): Promise<Result<void>> {
  const { ports, installation, record, merchants } = patient;
  const merchant = merchants.find((one) => one.record.merchantId === merchantId);
  const url = webhookUrl(record, installation);
  if (merchant === undefined) {
    return refused(problem('merchant-unknown', 'fix-setup', { merchant: merchantId }));
  }
  if (url === undefined) return refused(stepMissing('Enter the address of our hooks'));
  const all = await patient.subscriptionsOf(merchant);
  if (!all.ok) return all;
  const subscribed = await subscribeMerchant(ports, installation, merchant, url);
  if (!subscribed.ok) return subscribed;
  const former = all.value.filter(
    (one) => one.url !== url && one.url.endsWith(`/cybersource/${installation}`),
  );
  for (const { id } of former) {
    const ended = await merchant.gateway.unsubscribe(id);
    if (!ended.ok) return ended;
  }
  return ok(undefined);
}
