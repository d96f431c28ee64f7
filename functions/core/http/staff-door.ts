// The staff door: a signed token says who asks, for which company, in which role. Nothing else is believed.
import { errors, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, roles } from '../domain/role.ts';
import type { Clock } from '../ports/platform.ts';

/** The gateway in front of Catalyst functions eats `Authorization`, so the token has a header of its own. */
export const STAFF_TOKEN_HEADER = 'x-tallybridge-token';

const ISSUER = 'tallybridge';
const AUDIENCE = 'staff';
const LIFE_MAX_S = 3_600;

const claims = z.object({
  sub: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.maxLength(200)),
  role: z.enum(roles),
  ins: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  org: z.string(),
  iat: z.number(),
  exp: z.number(),
  jti: z.string().check(z.minLength(1)),
});

export interface StaffVisit {
  readonly installation: InstallationId;
  /** The Books organization that the token was issued for. */
  readonly organization: string;
  readonly actor: Actor;
}

export type StaffDoor = (token: string | undefined) => Promise<Result<StaffVisit>>;

/** @param tokenKey base64 of 32 bytes, from TALLYBRIDGE_TOKEN_KEY. Throws when it is anything else. */
export function createStaffDoor(tokenKey: string, clock: Clock): StaffDoor {
  const key = Buffer.from(tokenKey, 'base64');
  if (key.length !== 32) throw new Error('TALLYBRIDGE_TOKEN_KEY must be 32 bytes in base64');
  return async (token) => {
    if (token === undefined || token === '') return refused(problem('not-signed-in', 'fix-setup'));
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: new Date(clock.now()),
        clockTolerance: 30,
      });
      const read = claims.safeParse(payload);
      if (!read.success || read.data.exp - read.data.iat > LIFE_MAX_S) {
        return refused(problem('not-signed-in', 'fix-setup'));
      }
      const { sub, name, role, ins, org } = read.data;
      return ok({
        installation: ins as InstallationId,
        organization: org,
        actor: { userId: sub, name, role },
      });
    } catch (error) {
      const expired = error instanceof errors.JWTExpired;
      return refused(problem(expired ? 'session-expired' : 'not-signed-in', 'fix-setup'));
    }
  };
}
