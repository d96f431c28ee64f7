// Names and mail addresses of the people who may use an installation, as Zoho has named them.
import type { InstallationId } from '../../domain/ids.ts';
import type { Store } from '../../ports/store.ts';

/** Undefined when nothing is known of the person. */
export function personOf(
  store: Store,
  installation: InstallationId,
  userId: string,
): Promise<{ readonly name?: string; readonly mail?: string } | undefined> {
  return store.find('Grants', 'grant_key', `${installation}|${userId}`);
}

export async function mailOf(...of: Parameters<typeof personOf>): Promise<string | undefined> {
  return (await personOf(...of))?.mail || undefined;
}

/** Addresses of those whose role lets them decide. */
export async function mailsOfRoles(
  store: Store,
  installation: InstallationId,
  roles: readonly string[],
): Promise<readonly string[]> {
  const grants = await store.select('Grants', {
    where: [
      ['installation', '=', installation],
      ['state', '=', 'active'],
      ['role', 'in', roles],
    ],
    limit: 50,
  });
  return grants.flatMap(({ mail }) => (mail ? [mail] : []));
}
