// No secret leaves its sealed column: searched for in every row, log line, reply, job and address, in every encoding,
// while other sides answer with whatever they were sent.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCompanies } from '../../../../functions/core/compose/companies.ts';
import { createWitness } from '../../../../functions/core/connectors/transport/witness.ts';
import type { MerchantId } from '../../../../functions/core/domain/ids.ts';
import { answerHook } from '../../../../functions/core/http/hooks-routes.ts';
import type { HttpRequest, Log, LogFields } from '../../../../functions/core/ports/platform.ts';
import { showConnection } from '../../../../functions/core/steps/connect/show-connection.ts';
import { drainWork } from '../../../../functions/core/steps/drain-work.ts';
import { exportInstallation } from '../../../../functions/core/steps/lifecycle/export-installation.ts';
import { rotateSecret } from '../../../../functions/core/steps/lifecycle/rotate-secret.ts';
import { createDoorKeyReader } from '../../../../functions/core/steps/read-door-keys.ts';
import { showDeadLetters } from '../../../../functions/core/steps/show-dead-letters.ts';
import type { TableName } from '../../../../functions/core/store/schema.ts';
import { tablesOfInstallations } from '../../../../functions/core/work/installation-rows.ts';
import { unpackText } from '../../../../functions/core/work/packed-text.ts';
import { answered } from '../../connectors/transport/scripted-transport.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { ADMIN, MASTER_KEY, SECRETS, wholeCompany } from './whole-company.ts';

const ACCESS_TOKEN = '1000.access-token-of-the-hour.3f9c';
const ROTATED = 'rotated-shop-secret-5d21c7';

/** As a careless program might write it down. */
function encodings(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/** What was written down anywhere, with what packed texts hold. */
async function story() {
  const company = await wholeCompany();
  const lines: string[] = [];
  const write = (message: string, fields?: LogFields) => {
    lines.push(JSON.stringify({ message, ...fields }));
  };
  const log: Log = { info: write, warn: write, error: write };
  const sent: HttpRequest[] = [];
  // The other side repeats all that it was sent, as error pages do.
  const { transport, witness } = createWitness({
    async send(request) {
      sent.push(request);
      if (request.url.endsWith('/oauth/v2/token')) {
        return answered(200, { access_token: ACCESS_TOKEN, expires_in: 3_600 });
      }
      return answered(400, { message: 'refused', youSent: request.headers, body: request.body });
    },
  });
  const base = { ...company.ports, log, transport, witness, publicTransport: transport };
  const companies = createCompanies({ ...base, priority: 'live' });
  const ports = { ...base, companies };
  const hooks = { ...ports, doorKeys: createDoorKeyReader(ports) };
  const replies: unknown[] = [];
  const deliver = async (path: string, body: string, headers: Record<string, string>) => {
    const rawBody = Buffer.from(body);
    const request = { method: 'POST', path: `/${path}/${INSTALLATION}`, headers, rawBody } as const;
    replies.push(await answerHook(hooks, request));
  };
  const orderBody = '{"id":1001,"status":"pending"}';
  const signature = createHmac('sha256', SECRETS.shopWebhook).update(orderBody).digest('base64');
  await deliver('woocommerce', orderBody, {
    'x-wc-webhook-signature': signature,
    'x-wc-webhook-topic': 'order.created',
  });
  await deliver('books', '{}', { 'x-zoho-webhook-signature': SECRETS.books });
  await company.world.announce('p1');
  const opened = await companies.open(INSTALLATION);
  if (!opened.ok) throw new Error(opened.problem.code);
  const { gateway, ledger, shop, notices } = opened.value;
  replies.push(await gateway.readTransaction('mid_usd' as MerchantId, '7' as never));
  replies.push(await ledger.findItem('SKU-1'));
  replies.push(await shop?.readOrder('1001'));
  replies.push(await notices.callWebhook('program', { id: 'n', text: 'x', about: {} as never }));
  replies.push(await notices.postToSlack('finance', 'x' as never));
  await drainWork(ports, company.ports.clock.now() + 1_000);
  const rotated = { kind: 'shop-webhook', secret: ROTATED } as const;
  replies.push(await rotateSecret(ports, INSTALLATION, ADMIN, rotated));
  replies.push(await showConnection(ports, INSTALLATION, ADMIN));
  replies.push(await showDeadLetters(company.ports, INSTALLATION, ADMIN));
  replies.push(await exportInstallation(ports, INSTALLATION, ADMIN, {}));
  const rows: string[] = [];
  for (const table of ['Installations', ...tablesOfInstallations] as TableName[]) {
    for (const row of await company.store.select(table, { where: [] })) {
      rows.push(JSON.stringify(row), ...Object.values(row).map(plain));
    }
  }
  return { lines, sent, replies: replies.map((reply) => JSON.stringify(reply) ?? ''), rows };
}

function plain(value: unknown): string {
  return typeof value === 'string' && /^[pz]:/.test(value) ? unpackText(value) : String(value);
}

describe('a secret', () => {
  it('is in no row, log line, reply or address, however it is written', async () => {
    const { lines, sent, replies, rows } = await story();
    expect(sent.length).toBeGreaterThan(5);
    expect(rows.some((row) => row.includes('v2.'))).toBe(true);
    const urls = sent.filter(({ url }) => url !== SECRETS.slack).map(({ url }) => url);
    const all = { ...SECRETS, access: ACCESS_TOKEN, rotated: ROTATED, master: MASTER_KEY };
    const places = { rows, lines, replies, urls };
    const told = Object.entries(all).flatMap(([name, secret]) =>
      Object.entries(places).flatMap(([place, texts]) =>
        encodings(secret).flatMap((text) =>
          texts.some((one) => one.includes(text)) ? [`${name} in ${place}`] : [],
        ),
      ),
    );
    expect(told).toEqual([]);
  });

  it('is found by this search where somebody has written it down', async () => {
    const { rows } = await story();
    const careless = [...rows, `token=${encodeURIComponent(SECRETS.gateway)}`];
    const found = encodings(SECRETS.gateway).filter((text) =>
      careless.some((one) => one.includes(text)),
    );
    expect(found).not.toEqual([]);
  });
});
