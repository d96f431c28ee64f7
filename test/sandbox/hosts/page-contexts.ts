// What the SDKs' `get` calls answer about organization and user in each product.
import { fullName, type ZohoUser } from '../zoho/users.ts';

export interface HostOrganization {
  readonly name: string;
  readonly booksOrganizationId: string;
  readonly crmOrgId: string;
  readonly deskOrgId: string;
  readonly timeZone: string;
}

/** @param booksApiUrl root of the Books API, which widgets learn from their page. */
export function financeContext(
  organization: HostOrganization,
  user: ZohoUser,
  booksApiUrl: string,
): object {
  return {
    organization: {
      organization_id: organization.booksOrganizationId,
      name: organization.name,
      org_name: organization.name,
      time_zone: organization.timeZone,
      language_code: 'en',
      data_center_extension: '.com',
      api_root_endpoint: booksApiUrl,
    },
    user: {
      user_id: user.booksUserId,
      name: fullName(user),
      email: user.email,
      user_role: user.booksRole.toLowerCase(),
    },
  };
}

export function crmContext({ crmOrgId, name }: HostOrganization, user: ZohoUser): object {
  return {
    ORG: { org: [{ zgid: crmOrgId, company_name: name }] },
    CURRENT_USER: {
      users: [
        { id: user.crmUserId, full_name: fullName(user), email: user.email, locale: 'en_US' },
      ],
    },
    ENVIRONMENT: { deployment: 'US', zgid: crmOrgId, ZUID: user.zuid, appDetails: {} },
  };
}

export function deskContext({ deskOrgId }: HostOrganization, user: ZohoUser): object {
  const name = fullName(user);
  return {
    portal: { id: deskOrgId },
    user: { id: user.deskAgentId, name, fullName: name, email: user.email },
  };
}
