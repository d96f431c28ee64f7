// What the steps of this folder need, and the small things that they share.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { InstallationId } from '../../domain/ids.ts';
import type { Clock, Log, Random } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { Row } from '../../store/schema.ts';
import { appendAudit } from '../../work/audit.ts';
import type { SettingsSoFar } from '../connect/installation-settings.ts';
import type { RoleMap } from './zoho-role.ts';

export interface IdentityPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export type Grant = Row<'Grants'>;
export type Session = Row<'Sessions'>;

/** A person's one grant in an installation. */
export function grantKey(installation: string, zohoUserId: string): string {
  return `${installation}|${zohoUserId}`;
}

/** Codes and refresh tokens are kept as this only. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a text is the one behind a hash; takes as long for a wrong one. */
export function isHashOf(hash: string | undefined, secret: string): boolean {
  const own = Buffer.from(hashOf(secret));
  const kept = Buffer.from(hash ?? '');
  return own.length === kept.length && timingSafeEqual(own, kept);
}

export function settingsOf(row: Row<'Installations'>): SettingsSoFar {
  return JSON.parse(row.settings ?? '{}') as SettingsSoFar;
}

export async function readRoleMap(store: Store, installation: string): Promise<RoleMap> {
  const row = await store.find('Installations', 'installation_key', installation);
  return row === undefined ? {} : (settingsOf(row).roleMap ?? {});
}

/** The Books organization of an installation; empty before it has one. */
export async function readOrganization(store: Store, installation: string): Promise<string> {
  const row = await store.find('Installations', 'installation_key', installation);
  if (row === undefined) return '';
  return settingsOf(row).zoho?.booksOrganizationId ?? row.books_organization ?? '';
}

/** Who did it: a person, or Tallybridge itself. */
export interface By {
  readonly userId: string;
  readonly name: string;
}

export const tallybridge: By = { userId: 'tallybridge', name: 'Tallybridge' };

/** Enters what happened to a person's access into the installation's audit chain. */
export function enter(
  ports: IdentityPorts,
  by: By,
  action: string,
  subject: { readonly installation: string; readonly zoho_user_id: string },
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  return appendAudit(ports, {
    installation: subject.installation as InstallationId,
    actorId: by.userId,
    actorName: by.name,
    action,
    subject: subject.zoho_user_id,
    detail,
  });
}
