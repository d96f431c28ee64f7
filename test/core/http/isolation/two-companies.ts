// Two companies in one project. The second is the first one's twin: the same invoices, customers, merchant ids and payments at the other
// sides, under other names here, so that whoever forgets to say whose rows are meant meets the other's.
import { createSecrets } from '../../../../functions/core/connectors/system/sealed-secrets.ts';
import { ok } from '../../../../functions/core/domain/result.ts';
import type { Role } from '../../../../functions/core/domain/role.ts';
import { connectCompany } from '../../../../functions/core/steps/connect/connect-company.ts';
import { readInstallation } from '../../../../functions/core/steps/connect/installation-record.ts';
import type { NewRow, Row, TableName } from '../../../../functions/core/store/schema.ts';
import { packText, unpackText } from '../../../../functions/core/work/packed-text.ts';
import { createFakeCompany } from '../../steps/fake-company.ts';
import { ADMIN, connectionWith, MASTER_KEY, SECRETS } from '../../steps/lifecycle/whole-company.ts';
import type { World } from '../../steps/world.ts';
import { grantedToken } from '../granted-token.ts';
import {
  type Asked,
  ask,
  companyPast,
  ids,
  ORGANIZATION,
  OTHER,
  OWN,
  openApi,
} from './company-past.ts';
import { createWatchedStore } from './watched-store.ts';

/** The row as the twin has it: another company's, with its own names. */
function twinOf(row: object, hash: (text: string) => string): object {
  const say = (text: string): string =>
    text.startsWith('z:') || text.startsWith('p:')
      ? packText(say(unpackText(text)))
      : text.replaceAll(OWN, OTHER).replaceAll('Acme', 'Bolt').replaceAll('acme', 'bolt');
  const { ROWID: _, ...columns } = row as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      return [name, name === 'link_hash' ? hash(say(value)) : say(value)];
    }),
  );
}

/** Both as they are after the same past, in a store of their own. */
export async function openTwoCompanies() {
  const { world, links, rows } = await companyPast();
  const watched = createWatchedStore();
  const { store } = watched;
  const ports = { ...world.ports, store, secrets: createSecrets(MASTER_KEY) };
  // The links of the first are its own, those of the other only the other's.
  const hash = (text: string) => `${text.slice(0, 40)}-of-the-other`;
  const put = async (table: TableName, row: object) => {
    const put = await store.insert(table, row as NewRow<TableName>);
    if (put.kind === 'duplicate')
      throw new Error(`a key of ${table} names no company: ${JSON.stringify(row)}`);
  };
  for (const { table, row } of rows) {
    const isOnlyOthers = JSON.stringify(row).match(/Acme only|acme-only|user-only/) !== null;
    const isLinkOnly = table === 'Charges' && isOnlyOthers;
    const twin = twinOf(row, isLinkOnly ? (text) => text : hash);
    await put(table, twin);
    if (isOnlyOthers) continue;
    const { ROWID: _, ...own } = row;
    await put(table, own);
  }
  await connectTwins(ports);
  const twin = createFakeCompany();
  const opened: string[] = [];
  const byId = new Map([
    [OWN, world.company],
    [
      OTHER,
      {
        ...twin.company,
        installation: OTHER as typeof twin.company.installation,
        organization: ORGANIZATION[OTHER],
        name: 'Bolt',
      },
    ],
  ]);
  const companies: World['ports']['companies'] = {
    open: async (...[id]: unknown[]) => {
      opened.push(String(id));
      const company = byId.get(String(id));
      return ok(company ?? world.company);
    },
    list: async () => [world.company.installation],
  };
  const app = openApi(world, store, companies);
  return {
    world,
    watched,
    app,
    ports,
    opened,
    links: { own: links.link, others: links.linkOnly },
    keys: await keysOf(ports, rows),
    outsideCalls: () => [...twin.calls],
    token: (role: Role, of: keyof typeof ORGANIZATION = OWN) => {
      const place = { role, installation: of, organization: ORGANIZATION[of] };
      return grantedToken({ store, clock: world.ports.clock }, place);
    },
    ask: (path: string, asked: Asked) => ask(app, path, asked),
  };
}

export type TwoCompanies = Awaited<ReturnType<typeof openTwoCompanies>>;

/** Keys that only rows tell; the other company's differ in its name. */
async function keysOf(
  ports: Parameters<typeof readInstallation>[0],
  rows: readonly { readonly table: TableName; readonly row: Row<TableName> }[],
) {
  const first = (table: TableName, column: string, value: unknown) => {
    const found = rows.find(
      (one) =>
        one.table === table && (one.row as Readonly<Record<string, unknown>>)[column] === value,
    );
    if (found === undefined) throw new Error(`${table} has no ${column} ${value}`);
    return found.row as Readonly<Record<string, string>>;
  };
  const of = (key: string | undefined) => (installation: string) =>
    key?.replace(OWN, installation) ?? '';
  const { revision } = await readInstallation(ports, OWN as never);
  return {
    approval: of(first('Approvals', 'intent_id', ids.held).approval_key),
    deadRun: of(first('Runs', 'state', 'dead').run_key),
    card: of(first('Cards', 'state', 'active').card_key),
    version: Number(first('Documents', 'state', 'published').version),
    draft: first('Documents', 'state', 'draft').revision ?? '',
    revision,
  };
}

/** Each with secrets of its own. */
export const OTHERS_SECRETS = Object.fromEntries(
  Object.entries(SECRETS).map(([name, secret]) => [name, othersSecret(name, secret)]),
) as Record<keyof typeof SECRETS, string>;

function othersSecret(name: string, secret: string): string {
  if (name === 'gateway' || name === 'gatewayWebhook') {
    return Buffer.alloc(32, 9).toString('base64');
  }
  if (name === 'channel') return `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
  return name === 'slack' ? `${secret}-bolt` : `${secret.replace(/\W/g, '')}Bolt`;
}

async function connectTwins(ports: Parameters<typeof connectCompany>[0]): Promise<void> {
  const host = 'apitest.cybersource.com';
  const gateway = { url: `https://${host}`, host, authentication: 'jwt' } as const;
  const own = { ...connectionWith(), gateway };
  const others = { ...connectionWith(OTHERS_SECRETS), gateway };
  const zoho = { ...others.zoho, booksOrganizationId: ORGANIZATION[OTHER], deskOrgId: '34' };
  const pairs = [
    [OWN, { ...own, zoho: { ...own.zoho, booksOrganizationId: ORGANIZATION[OWN] } }],
    [OTHER, { ...others, name: 'Bolt company', zoho }],
  ] as const;
  for (const [installation, connection] of pairs) {
    const id = installation as Parameters<typeof connectCompany>[1];
    const connected = await connectCompany(ports, id, ADMIN, connection);
    if (!connected.ok) throw new Error(connected.problem.code);
  }
}
