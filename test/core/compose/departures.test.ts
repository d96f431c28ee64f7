// What is taken back at the other sides: ours only, by the documented calls, and once more does no harm.
import { describe, expect, it } from 'vitest';
import { createDepartures } from '../../../functions/core/compose/departures.ts';
import type { HttpRequest } from '../../../functions/core/ports/platform.ts';
import { answered } from '../connectors/transport/scripted-transport.ts';
import { INSTALLATION } from '../steps/fake-transactions.ts';
import { SECRETS, wholeCompany } from '../steps/lifecycle/whole-company.ts';

const OURS = `https://us.example.com/server/hooks`;

/** Other sides with our webhooks and somebody else's. */
async function leaving(status = 200) {
  const company = await wholeCompany();
  const sent: HttpRequest[] = [];
  const answerTo = ({ method, url }: HttpRequest) => {
    if (url.endsWith('/oauth/v2/token')) {
      return answered(200, { access_token: 'a', expires_in: 3_600 });
    }
    if (status !== 200) return answered(status, { error: 'no' });
    if (url.endsWith('/revoke')) return answered(200, { status: 'success' });
    if (url.includes('/actions/watch')) {
      return answered(200, { watch: [{ code: 'SUCCESS', status: 'success' }] });
    }
    if (method === 'DELETE') return answered(200, {});
    if (url.includes('/wp-json/')) {
      return answered(200, [
        { id: 5, delivery_url: `${OURS}/woocommerce/${INSTALLATION}` },
        { id: 6, delivery_url: `${OURS}/woocommerce/other` },
      ]);
    }
    return answered(200, [
      { webhookId: 'w1', webhookUrl: `${OURS}/cybersource/${INSTALLATION}`, status: 'ACTIVE' },
      { webhookId: 'w2', webhookUrl: `${OURS}/cybersource/other`, status: 'ACTIVE' },
    ]);
  };
  const transport = {
    async send(request: HttpRequest) {
      sent.push(request);
      return answerTo(request);
    },
  };
  const departure = await createDepartures({ ...company.ports, transport })(INSTALLATION);
  if (departure === undefined) throw new Error('the company is there');
  const calls = () => sent.map(({ method, url }) => `${method} ${url}`);
  return { company, departure, sent, calls, transport };
}

describe('a company that leaves', () => {
  it('has its own subscriptions deleted at the gateway, and no others', async () => {
    const { departure, calls } = await leaving();
    expect(await departure.removeGatewayWebhooks()).toMatchObject({ ok: true });
    const deleted = calls().filter((call) => call.startsWith('DELETE'));
    expect(deleted).toEqual([
      'DELETE https://g.example.com/notification-subscriptions/v2/webhooks/w1',
    ]);
  });

  it('has its own webhooks deleted at the shop, and no others', async () => {
    const { departure, calls } = await leaving();
    expect(await departure.removeShopWebhooks()).toMatchObject({ ok: true });
    expect(calls()).toEqual([
      'GET https://shop.example.com/wp-json/wc/v3/webhooks?per_page=100',
      'DELETE https://shop.example.com/wp-json/wc/v3/webhooks/5?force=true',
    ]);
  });

  it('has the CRM’s channel closed', async () => {
    const { departure, calls } = await leaving();
    expect(await departure.closeContactWatch()).toMatchObject({ ok: true });
    expect(calls().at(-1)).toMatch(
      /^DELETE https:\/\/www\.zohoapis\.eu\/crm\/v8\/actions\/watch\?channel_ids=\d{10,13}$/,
    );
  });

  it('has its refresh token revoked, which no address holds', async () => {
    const { departure, sent } = await leaving();
    expect(await departure.revokeZohoAccess()).toMatchObject({ ok: true });
    expect(sent).toMatchObject([
      { method: 'POST', url: 'https://accounts.zoho.eu/oauth/v2/token/revoke' },
    ]);
    expect(new URLSearchParams(sent[0]?.body).get('token')).toBe(SECRETS.zohoRefresh);
  });

  it('is told when another side does not answer', async () => {
    const { departure } = await leaving(503);
    const { removeGatewayWebhooks, removeShopWebhooks, revokeZohoAccess } = departure;
    for (const take of [removeGatewayWebhooks, removeShopWebhooks, revokeZohoAccess]) {
      expect(await take()).toMatchObject({ ok: false, problem: { remedy: 'retry' } });
    }
  });

  it('whose token Zoho knows no more counts as revoked', async () => {
    const { company } = await leaving();
    const transport = { send: async () => answered(400, { error: 'invalid_code' }) };
    const departure = await createDepartures({ ...company.ports, transport })(INSTALLATION);
    expect(await departure?.revokeZohoAccess()).toMatchObject({ ok: true });
  });

  it('without secrets has nothing left to take back', async () => {
    const { company, transport } = await leaving();
    const { ROWID } = await company.row();
    await company.store.update('Installations', ROWID, { secrets: '' });
    expect(await createDepartures({ ...company.ports, transport })(INSTALLATION)).toBeUndefined();
  });
});
