// By which organizations an installation is found when one of their people signs in.
import type { DataCentre } from '../../ports/people.ts';
import type { Patch } from '../../ports/store.ts';
import type { SettingsSoFar } from '../connect/installation-settings.ts';

/** Names a data centre in rows. */
export function zohoHost({ accountsUrl }: Pick<DataCentre, 'accountsUrl'>): string {
  return new URL(accountsUrl).host;
}

/** The columns that go with an installation's settings: whoever writes `settings` writes these along with them. */
export function organizationColumns({ zoho }: SettingsSoFar): Patch<'Installations'> {
  return {
    zoho_host: zoho?.accountsUrl === undefined ? '' : zohoHost({ accountsUrl: zoho.accountsUrl }),
    books_organization: zoho?.booksOrganizationId ?? '',
    crm_organization: zoho?.crmOrgId ?? '',
    desk_organization: zoho?.deskOrgId ?? '',
  };
}
