// The staff door: an access token says who asks and for which company, and the person's grant says whether and in which role.
import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Actor, Role } from '../domain/role.ts';
import type { SignedTokens } from '../ports/people.ts';
import type { Clock } from '../ports/platform.ts';
import type { ReadGrant } from '../steps/identity/known-grants.ts';
import { enterDeployer } from './deployer-door.ts';
import { createTries, senderAddress } from './oauth-limits.ts';

/** The gateway in front of Catalyst functions eats `Authorization`, so the token has a header of its own. */
export const STAFF_TOKEN_HEADER = 'x-tallybridge-token';

/** What an access token says; name and role are read from the grant, where they are as of now. */
const accessClaims = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(64)),
  ins: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  org: z.string(),
  iat: z.number(),
});

export interface StaffVisit {
  readonly installation: InstallationId;
  /** The Books organization that the token was issued for. */
  readonly organization: string;
  readonly actor: Actor;
}

/** @param forwardedFor of the request: who fails too often is told to wait. */
export type StaffDoor = (
  token: string | undefined,
  forwardedFor?: string,
) => Promise<Result<StaffVisit>>;

export interface StaffDoorParts {
  readonly signedTokens: SignedTokens;
  readonly readGrant: ReadGrant;
  readonly clock: Clock;
}

const FAILURES_MAX = 60;
const FAILURES_WINDOW_MS = 15 * 60_000;

/**
 * Good tokens are always let in, from wherever: Zoho's proxies send the requests of all companies from the same few
 * addresses, so that a lock by address may only stop what is refused anyway.
 */
export function createStaffDoor(parts: StaffDoorParts): StaffDoor {
  const failures = createTries(parts.clock, FAILURES_MAX, FAILURES_WINDOW_MS);
  return async (token = '', forwardedFor) => {
    const visit = await (isDeployers(token)
      ? enterDeployer(parts.signedTokens, token)
      : enterStaff(parts, token));
    const address = senderAddress(forwardedFor);
    if (visit.ok || token === '' || visit.problem.code === 'session-expired') return visit;
    const tooMany = address !== undefined && failures.count(address);
    return tooMany ? refused(problem('too-many-tries', 'wait')) : visit;
  };
}

/** What a token says of itself only chooses the door that checks it. */
function isDeployers(token: string): boolean {
  try {
    return decodeJwt(token).aud === 'deployer';
  } catch {
    return false;
  }
}

async function enterStaff(
  { signedTokens, readGrant }: StaffDoorParts,
  token: string,
): Promise<Result<StaffVisit>> {
  const verified = await signedTokens.verify('staff', token);
  if (!verified.ok) {
    return refused(problem(verified.expired ? 'session-expired' : 'not-signed-in', 'fix-setup'));
  }
  const read = accessClaims.safeParse(verified.claims);
  if (!read.success) return refused(problem('not-signed-in', 'fix-setup'));
  const { sub, ins, org, iat } = read.data;
  const grant = await readGrant(ins, sub, iat * 1000);
  if (grant === undefined) return refused(problem('session-expired', 'fix-setup'));
  return ok({
    installation: ins as InstallationId,
    organization: org,
    actor: { userId: sub, name: grant.name ?? '', role: grant.role as Role },
  });
}
