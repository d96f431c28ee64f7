// The token that Zoho's connection would hold for a signed-in person; minted here, never sent to the browser.
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { SandboxClock } from '../clock.ts';

export interface StaffMember {
  /** The Zoho user id. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'viewer' | 'agent' | 'approver' | 'admin';
}

export interface StaffTokenIssuer {
  readonly clock: SandboxClock;
  /** Base64, 32 bytes. */
  readonly tokenKey: string;
  readonly installation: string;
  readonly booksOrganizationId: string;
}

const LIFE_S = 15 * 60;

/** A signed token for one person in one organization, good for a quarter of an hour. */
export function mintStaffToken(issuer: StaffTokenIssuer, member: StaffMember): Promise<string> {
  const issuedAt = Math.floor(issuer.clock.now() / 1000);
  return new SignJWT({
    name: member.name,
    role: member.role,
    ins: issuer.installation,
    org: issuer.booksOrganizationId,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('tallybridge')
    .setAudience('staff')
    .setSubject(member.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_S)
    .setJti(randomUUID())
    .sign(Buffer.from(issuer.tokenKey, 'base64'));
}
