// Card tokens of the gateway's vault: which ones a notification names, and their state now.
import type { CardTokenState } from '../../domain/canonical/card-token.ts';
import { isSafeId, type MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { CardTokens, TokenKind, TokenName, VaultToken } from '../../ports/card-tokens.ts';
import { listAt, parseJson, present, textAt, valueAt } from '../transport/read-json.ts';
import {
  callGateway,
  type GatewayConnection,
  merchantUnknown,
  problemOfStatus,
} from './gateway-call.ts';
import { readCard } from './read-card.ts';

const TIMEOUT_MS = 10_000;

/** In a notification's `_links`, the most special first; and where each is read. */
const LINKS: readonly (readonly [link: string, kind: TokenKind])[] = [
  ['tokenized-cards', 'network-token'],
  ['paymentInstruments', 'payment-instrument'],
  ['instrumentIdentifiers', 'instrument-identifier'],
];
const PATHS: Readonly<Record<TokenKind, string>> = {
  'network-token': '/tms/v2/tokenized-cards',
  'payment-instrument': '/tms/v1/paymentinstruments',
  'instrument-identifier': '/tms/v1/instrumentidentifiers',
};

/** States of the vault's records and of network tokens (SDK, "Tmsv2TokenizedCard"). */
const STATES: Readonly<Record<string, CardTokenState>> = {
  ACTIVE: 'active',
  SUSPENDED: 'suspended',
  EXPIRED: 'expired',
  CLOSED: 'deleted',
  DELETED: 'deleted',
  // What is left of an earlier network token.
  UNPROVISIONED: 'deleted',
};

export function createCardTokens(connection: GatewayConnection): CardTokens {
  return { tokensIn, readToken: (merchant, name) => readToken(connection, merchant, name) };
}

/** The payload's own `id` is that of an enrollment, not of a token: the links name the tokens. */
export function tokensIn(body: string): readonly TokenName[] {
  const payload = valueAt(parseJson(body), 'payload');
  const items: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  const names = items.flatMap((item) => {
    const links = valueAt(item, 'data', '_links');
    const named = LINKS.map(([link, kind]) =>
      listAt(links, link).flatMap((one): readonly TokenName[] => {
        const id = textAt(one, 'href')?.split('/').at(-1) ?? textAt(one, 'id') ?? '';
        return isSafeId(id) ? [{ kind, id }] : [];
      }),
    );
    return named.find((found) => found.length > 0) ?? [];
  });
  return [...new Map(names.map((name) => [`${name.kind} ${name.id}`, name])).values()];
}

async function readToken(
  connection: GatewayConnection,
  merchant: MerchantId,
  name: TokenName,
): Promise<Result<VaultToken>> {
  const exchange = await callGateway(connection, {
    merchant,
    method: 'GET',
    path: `${PATHS[name.kind]}/${encodeURIComponent(name.id)}`,
    timeoutMs: TIMEOUT_MS,
  });
  if (exchange.kind === 'no-credentials') return refused(merchantUnknown(merchant));
  if (exchange.kind === 'no-answer') return refused(problem('gateway-unavailable', 'retry'));
  // Gone for good, where a 404 is what this merchant never had.
  if (exchange.status === 410) return ok({ ...name, status: 'deleted' });
  if (exchange.status < 200 || exchange.status > 299) {
    const what = `The card token ${name.id}`;
    return refused(problemOfStatus(exchange, merchant, what, connection.clock.now()));
  }
  return readTokenAnswer(name, parseJson(exchange.body));
}

/** @param json the record as the vault shows it. */
function readTokenAnswer(name: TokenName, json: unknown): Result<VaultToken> {
  const state = textAt(json, 'state') ?? '';
  const status = Object.hasOwn(STATES, state) ? STATES[state] : undefined;
  if (status === undefined) {
    return refused(problem('needs-inspection', 'none', { status: state || 'no state' }));
  }
  const identifier = valueAt(json, '_embedded', 'instrumentIdentifier');
  const shown = valueAt(json, 'card');
  const type = textAt(shown, 'type') ?? textAt(json, 'type');
  const number = textAt(shown, 'number') ?? textAt(identifier, 'card', 'number');
  const card = readCard({
    card: { ...(typeof shown === 'object' ? shown : {}), ...present({ type, number }) },
  });
  return ok(
    present({
      ...name,
      status,
      cardType: card?.brand,
      cardLast4: card?.lastFour,
      cardExpiry: card?.expiry,
      instrumentIdentifierId:
        name.kind === 'instrument-identifier'
          ? name.id
          : (textAt(json, 'instrumentIdentifier', 'id') ??
            lastPart(textAt(json, '_links', 'instrumentIdentifier', 'href'))),
      customerProfileId: lastPart(textAt(json, '_links', 'customer', 'href')),
    }),
  );
}

function lastPart(href: string | undefined): string | undefined {
  return href?.split('/').at(-1);
}
