// A stored card has changed at the gateway: its token is re-read, the saved card follows, and the flows that begin with such a change start.
import type { InstallationId, MerchantId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { TokenData } from '../flows/subject-data.ts';
import type { TokenName, VaultToken } from '../ports/card-tokens.ts';
import type { Companies, Company } from '../ports/company.ts';
import type { Row } from '../store/schema.ts';
import { keepLink, moveLink, readLink } from '../work/links.ts';
import { unpackBody } from '../work/packed-text.ts';
import { announceChange, type ChangePorts } from './announce-change.ts';
import { announceProfile } from './announce-profile.ts';
import { dropMissing, freshenCards, keepsCards } from './charges/freshen-cards.ts';

export interface TokenPorts extends ChangePorts {
  readonly companies: Companies;
}

/** Event types of the gateway whose subject is a card's token. */
export function isAboutToken({ source, event_type }: Row<'Inbox'>): boolean {
  return source === 'cybersource' && event_type.startsWith('tms.');
}

/**
 * Costs a store read where no card is kept and no flow begins with it, one call a token otherwise. What the token was when flows were told of it last is
 * kept: the gateway's own retries, and events that changed nothing, start nothing.
 */
export async function announceToken(
  ports: TokenPorts,
  event: Row<'Inbox'>,
): Promise<Problem | undefined> {
  const installation = event.installation as InstallationId;
  const isAwaited = (await ports.flows.startedBy(installation, 'token.changed')).length > 0;
  const profileFlows = await ports.flows.startedBy(installation, 'profile.changed');
  const isWaiting = isAwaited || profileFlows.length > 0;
  if (!isWaiting && !(await keepsCards(ports.store, installation))) return undefined;
  const opened = await ports.companies.open(installation);
  if (!opened.ok) return opened.problem;
  const company = opened.value;
  const body = unpackBody(event);
  const merchants = merchantsOf(company, event.merchant_id as MerchantId | undefined);
  const profiles = new Set(company.profiles.profilesIn(body));
  for (const name of company.tokens.tokensIn(body)) {
    const found = await readOfAny(company, merchants, name);
    if (found === undefined) {
      await dropMissing(ports, installation, merchants, name);
      continue;
    }
    if ('code' in found) return found;
    await freshenCards(ports, installation, found.token);
    const { customerProfileId } = found.token;
    if (customerProfileId !== undefined) profiles.add(customerProfileId);
    if (!isAwaited) continue;
    await announce(ports, installation, found.merchant, found.token, event.event_key);
  }
  // A card scheme's token says nothing of who pays.
  if (profileFlows.length === 0 || event.event_type.startsWith('tms.networktoken.'))
    return undefined;
  for (const id of profiles) {
    const met = await announceProfile(ports, company, merchants, id, event.event_key);
    if (met !== undefined) return met;
  }
  return undefined;
}

function merchantsOf({ merchants }: Company, named: MerchantId | undefined): readonly MerchantId[] {
  return named === undefined ? merchants.map(({ merchantId }) => merchantId) : [named];
}

interface Found {
  readonly merchant: MerchantId;
  readonly token: VaultToken;
}

/** Undefined when none of our merchants has such a token. */
async function readOfAny(
  { tokens }: Company,
  merchants: readonly MerchantId[],
  name: TokenName,
): Promise<Found | Problem | undefined> {
  for (const merchant of merchants) {
    const read = await tokens.readToken(merchant, name);
    if (read.ok) return { merchant, token: read.value };
    if (read.problem.code !== 'not-found') return read.problem;
  }
  return undefined;
}

/** @param event tells this change from an earlier one to the same state. */
async function announce(
  ports: TokenPorts,
  installation: InstallationId,
  merchant: MerchantId,
  token: VaultToken,
  event: string,
): Promise<void> {
  const name = `${merchant}|${token.kind}|${token.id}`;
  const now = { status: token.status, expiry: token.cardExpiry ?? '' };
  const told = await readLink<typeof now>(ports.store, installation, 'token', name);
  if (told?.status === now.status && told.expiry === now.expiry) return;
  const given = { token: { ...token, merchantId: merchant } satisfies TokenData };
  const subject = `token|${name}`;
  await announceChange(ports, installation, {
    on: ['token.changed'],
    subject,
    at: event,
    lane: `${installation}|${subject}`,
    input: { given },
    data: given,
  });
  // Afterwards: a crash before it announces the same event once more, which starts nothing twice.
  if (told === undefined) await keepLink(ports, installation, 'token', name, now);
  else await moveLink(ports.store, installation, 'token', name, now);
}
