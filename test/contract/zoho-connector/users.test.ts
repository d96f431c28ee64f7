// Who belongs to a company, as its Zoho products say: everybody in a list, and each person of themself.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetchTransport } from '../../../functions/core/connectors/transport/fetch-transport.ts';
import {
  listBooksUsers,
  readOwnBooksUser,
} from '../../../functions/core/connectors/zoho-books/users.ts';
import { listCrmUsers, readOwnCrmUser } from '../../../functions/core/connectors/zoho-crm/users.ts';
import {
  listDeskAgents,
  readOwnDeskAgent,
} from '../../../functions/core/connectors/zoho-desk/users.ts';
import { ok, type Result } from '../../../functions/core/domain/result.ts';
import type { Member } from '../../../functions/core/ports/people.ts';
import {
  connectionScopes,
  signInScopes,
} from '../../../functions/core/steps/identity/zoho-scopes.ts';
import { SandboxClock } from '../../sandbox/clock.ts';
import { company } from '../../sandbox/setup/company-facts.ts';
import { startZoho, type ZohoStandIn } from '../../sandbox/zoho/start-zoho.ts';

let dataDir: string;
let zoho: ZohoStandIn;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'zoho-users-'));
  zoho = await startZoho({
    clock: new SandboxClock(),
    dataDir,
    ports: { accounts: 0, api: 0, desk: 0 },
    client: { clientId: 'client', clientSecret: 'secret' },
    organization: company,
  });
});
afterAll(async () => {
  await zoho.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Acts as the person, with the scopes of a sign-in or of the company's connection. */
function as(account: string, scopes: readonly string[]) {
  const token = zoho.accessToken(`${account}@example.com`, scopes);
  return {
    tokens: { accessToken: async () => ok({ token }), invalidate: () => undefined },
    transport: createFetchTransport(),
    apiUrl: zoho.api.url,
    deskUrl: zoho.desk.url,
    organizationId: company.booksOrganizationId,
    orgId: company.deskOrgId,
  };
}

const read = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const connection = () => as('admin', connectionScopes(['books', 'crm', 'desk']));
const described = (members: readonly Member[], account: string) =>
  members.find(({ mail }) => mail === `${account}@example.com`);

describe('the company’s connection', () => {
  it('lists the users of Books with role and state', async () => {
    const members = read(await listBooksUsers(connection()));
    expect(described(members, 'admin')).toMatchObject({
      role: 'admin',
      isAdmin: true,
      isActive: true,
    });
    expect(described(members, 'agent')).toMatchObject({
      role: 'staff',
      isAdmin: false,
      isActive: true,
    });
    expect(described(members, 'crm-admin')).toBeUndefined();
  });

  it('lists the users of the CRM with their profile', async () => {
    const members = read(await listCrmUsers(connection()));
    expect(described(members, 'crm-admin')).toMatchObject({ role: 'administrator', isAdmin: true });
    expect(described(members, 'agent')).toMatchObject({ role: 'standard', isAdmin: false });
  });

  it('lists the agents of Desk with their permission', async () => {
    const members = read(await listDeskAgents(connection()));
    expect(described(members, 'admin')).toMatchObject({ isAdmin: true, isActive: true });
    expect(described(members, 'viewer')).toMatchObject({ isAdmin: false, isActive: true });
  });
});

describe('a person', () => {
  it('is the same in the list and by themself, in each product', async () => {
    const agent = as('agent', signInScopes);
    const pairs: readonly [Result<Member | undefined>, Result<readonly Member[]>][] = [
      [await readOwnBooksUser(agent), await listBooksUsers(connection())],
      [await readOwnCrmUser(agent), await listCrmUsers(connection())],
      [await readOwnDeskAgent(agent), await listDeskAgents(connection())],
    ];
    for (const [own, all] of pairs) expect(read(own)).toEqual(described(read(all), 'agent'));
  });

  it('who is not in Books is nobody there, and somebody in the CRM', async () => {
    const seller = as('crm-admin', signInScopes);
    expect(read(await readOwnBooksUser(seller))).toBeUndefined();
    expect(read(await readOwnCrmUser(seller))).toMatchObject({ isAdmin: true });
  });
});
