// Sessions: a code that is good once, then one line of refresh tokens of which only the last is good.
import { createHash, createHmac } from 'node:crypto';
import {
  enter,
  type Grant,
  hashOf,
  type IdentityPorts,
  isHashOf,
  type Session,
  tallybridge,
} from './identity-ports.ts';

export interface SessionPorts extends IdentityPorts {
  /** Base64; the first makes new refresh tokens, all are believed. */
  readonly refreshKeys: readonly [string, ...string[]];
}

/** Who may redeem a code, and with what. */
export interface CodeUse {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier?: string;
}

/** A session and the refresh token that is good for it now. */
export interface Renewed {
  readonly session: Session;
  readonly refreshToken: string;
}

const CODE_LIFE_MS = 60_000;
/** A refresh token that nobody has used for so long is over. */
const IDLE_MAX_MS = 60 * 86_400_000;
/** How long the answer to a refresh may be asked for again. */
const LOST_ANSWER_MS = 30_000;
const ID_AND_SECRET = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/;

/** Begins a session; the code is told to nobody but the client. */
export async function openSession(
  ports: IdentityPorts,
  grant: Pick<Grant, 'installation' | 'grant_key'>,
  client: {
    readonly clientId: string;
    readonly redirectUri: string;
    readonly challenge?: string | undefined;
  },
): Promise<string> {
  const id = Buffer.from(ports.random.bytes(16)).toString('hex');
  const secret = newSecret(ports);
  const now = ports.clock.now();
  await ports.store.insert('Sessions', {
    session_key: id,
    installation: grant.installation,
    grant_key: grant.grant_key,
    state: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    ...(client.challenge === undefined ? {} : { challenge: client.challenge }),
    code_hash: hashOf(secret),
    created_at: now,
    expires_at: now + CODE_LIFE_MS,
  });
  return `${id}.${secret}`;
}

/**
 * The session's first refresh token; undefined for any code that is not good. A code that comes again ends its session, and so does
 * the first wrong guess at one: the row counts for all instances, and a right code costs no look more.
 */
export async function redeemCode(ports: SessionPorts, use: CodeUse): Promise<Renewed | undefined> {
  const found = await findSession(ports, use.code);
  if (found === undefined) return undefined;
  const { session } = found;
  if (!isHashOf(session.code_hash, found.secret)) return endBecause(ports, session, 'code-guessed');
  const now = ports.clock.now();
  if (session.state !== 'code') return endBecause(ports, session, 'code-replayed');
  if ((session.expires_at ?? 0) <= now) return undefined;
  if (!isForClient(session, use)) return endBecause(ports, session, 'code-misused');
  const secret = newSecret(ports);
  const claim = Buffer.from(ports.random.bytes(16)).toString('hex');
  await ports.store.updateWhere(
    'Sessions',
    { state: 'open', secret_hash: hashOf(secret), claim, ...inUseFrom(now) },
    [
      ['session_key', '=', session.session_key],
      ['state', '=', 'code'],
    ],
  );
  const there = await ports.store.find('Sessions', 'session_key', session.session_key);
  if (there?.claim !== claim) return endBecause(ports, session, 'code-replayed');
  return { session: there, refreshToken: `${session.session_key}.${secret}` };
}

function isForClient(session: Session, { clientId, redirectUri, verifier }: CodeUse): boolean {
  const challenge = verifier && createHash('sha256').update(verifier).digest('base64url');
  // Neither may be there without the other: a verifier for no challenge is a code that was swapped.
  const isProven = (session.challenge ?? '') === (challenge ?? '');
  return session.client_id === clientId && session.redirect_uri === redirectUri && isProven;
}

/**
 * The next refresh token in exchange for the present one. The next one is made of the present one and a key of ours, so
 * two requests with the same token, and one whose answer was lost and that comes again within half a minute, get the
 * same answer: there is one line of tokens, whoever asks. Any older token means that somebody has kept a copy: the
 * whole line ends.
 * @param admit whether the session's person may go on; asked before anything changes, so that a refusal that passes
 * costs no token.
 */
export async function renewSession(
  ports: SessionPorts,
  refreshToken: string,
  clientId: string,
  admit: (session: Session) => Promise<boolean>,
): Promise<Renewed | undefined> {
  const found = await findSession(ports, refreshToken);
  if (found === undefined) return undefined;
  const { session, secret } = found;
  const now = ports.clock.now();
  const isOver = session.state !== 'open' || (session.expires_at ?? 0) <= now;
  if (isOver || session.client_id !== clientId) return undefined;
  const [key] = ports.refreshKeys;
  const next = { session, refreshToken: `${session.session_key}.${secretAfter(secret, key)}` };
  if (isHashOf(session.secret_hash, secret)) {
    if (!(await admit(session))) return undefined;
    const hash = hashOf(secretAfter(secret, key));
    const changed = await ports.store.updateWhere(
      'Sessions',
      { secret_hash: hash, ...inUseFrom(now) },
      [
        ['session_key', '=', session.session_key],
        ['state', '=', 'open'],
        ['secret_hash', '=', hashOf(secret)],
      ],
    );
    if (changed === 'updated') return next;
    // Another request with the same token was quicker, or the session has just ended.
    const there = await ports.store.find('Sessions', 'session_key', session.session_key);
    return there?.state === 'open' && there.secret_hash === hash ? next : undefined;
  }
  const again = ports.refreshKeys
    .map((one) => secretAfter(secret, one))
    .find((one) => isHashOf(session.secret_hash, one));
  if (again !== undefined && now - (session.rotated_at ?? 0) <= LOST_ANSWER_MS) {
    if (!(await admit(session))) return undefined;
    return { session, refreshToken: `${session.session_key}.${again}` };
  }
  return endBecause(ports, session, 'refresh-replayed');
}

/** Ends the session that a refresh token belongs to; a wrong or old one ends nothing. */
export async function endSessionOf(
  ports: SessionPorts,
  refreshToken: string,
  clientId: string,
): Promise<void> {
  const found = await findSession(ports, refreshToken);
  if (found === undefined || found.session.client_id !== clientId) return;
  const candidates = [
    found.secret,
    ...ports.refreshKeys.map((key) => secretAfter(found.secret, key)),
  ];
  if (candidates.some((secret) => isHashOf(found.session.secret_hash, secret))) {
    await endBecause(ports, found.session, 'asked');
  }
}

/** Ends a session by its id, as an access token names it. */
export async function endSession(ports: IdentityPorts, sessionId: string): Promise<void> {
  const session = await ports.store.find('Sessions', 'session_key', sessionId);
  if (session !== undefined) await endBecause(ports, session, 'asked');
}

/**
 * Refuses the session's tokens from now on. Its access tokens can't be told from those of the person's other sessions:
 * all of them end, and the others fetch new ones.
 */
async function endBecause(
  ports: IdentityPorts,
  session: Session,
  reason: string,
): Promise<undefined> {
  if (session.state === 'closed') return;
  await ports.store.update('Sessions', session.ROWID, { state: 'closed' });
  const grant = await ports.store.find('Grants', 'grant_key', session.grant_key);
  if (grant === undefined) return;
  await ports.store.update('Grants', grant.ROWID, { valid_from: ports.clock.now() });
  await enter(ports, tallybridge, 'sign-in.ended', grant, { reason });
}

async function findSession(ports: IdentityPorts, token: string) {
  const [, id, secret] = ID_AND_SECRET.exec(token) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const session = await ports.store.find('Sessions', 'session_key', id);
  return session === undefined ? undefined : { session, secret };
}

function inUseFrom(now: number) {
  return { rotated_at: now, expires_at: now + IDLE_MAX_MS };
}

function newSecret({ random }: IdentityPorts): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

function secretAfter(secret: string, key: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64'))
    .update(`next refresh token|${secret}`)
    .digest('base64url');
}
