// Channels of a connection: their names are settings, where they lead and what proves us is sealed.
import { describe, expect, it } from 'vitest';
import {
  type ConnectionRequest,
  connectionRequest,
} from '../../../../functions/core/contract/connection.ts';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import { connectCompany } from '../../../../functions/core/steps/connect/connect-company.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const channels: ConnectionRequest['channels'] = [
  { name: 'finance', kind: 'mail', address: 'finance@example.com' },
  { name: 'team', kind: 'slack', address: 'https://hooks.example.com/T0/B0/key' },
  { name: 'erp', kind: 'webhook', address: 'https://erp.example.com/notices', secret },
  { name: 'fraud', kind: 'desk-department', address: '19000001' },
];
const request: ConnectionRequest = {
  name: 'Test company',
  timeZone: 'UTC',
  zoho: {
    accountsUrl: 'https://accounts.example.com',
    apiUrl: 'https://api.example.com',
    deskUrl: 'https://desk.example.com',
    clientId: 'c',
    clientSecret: 's',
    refreshToken: 'r',
    booksOrganizationId: '1',
    crmOrgId: '2',
    deskOrgId: '3',
  },
  gateway: { url: 'https://gateway.example.com', host: 'g', authentication: 'jwt' },
  merchants: [],
  channels,
  mailSender: 'billing@example.com',
};

describe('channels', () => {
  it('are shown by name and kind; addresses and secrets are sealed', async () => {
    const store = createMemoryStore();
    const seal = (_: string, plain: string) => Buffer.from(plain).toString('base64');
    const ports = { store, clock: { now: () => 1 }, secrets: { seal, open: seal } };
    const admin = { userId: 'u', name: 'Admin', role: 'admin' } as const;
    const shown = await connectCompany(ports, 'inst-1' as InstallationId, admin, request);
    expect(shown).toMatchObject({
      ok: true,
      value: {
        mailSender: 'billing@example.com',
        channels: channels?.map(({ name, kind }) => ({ name, kind })),
      },
    });
    const row = await store.find('Installations', 'installation_key', 'inst-1');
    expect(row?.settings).not.toContain('hooks.example.com');
    expect(row?.settings).not.toContain('whsec_');
    const sealed = JSON.parse(Buffer.from(row?.secrets ?? '', 'base64').toString());
    expect(sealed.channels).toEqual(channels);
  });

  it.each([
    ['two of one name', [channels?.[0], channels?.[0]]],
    ['a name that documents can’t write', [{ ...channels?.[0], name: 'My channel' }]],
    ['a mail address that is none', [{ ...channels?.[0], address: 'finance' }]],
    ['an address that is none', [{ ...channels?.[1], address: 'hooks' }]],
    ['a webhook without a secret', [{ ...channels?.[2], secret: undefined }]],
    ['a secret that is too short', [{ ...channels?.[2], secret: 'whsec_abc' }]],
    ['a kind that nobody knows', [{ ...channels?.[0], kind: 'pigeon' }]],
  ])('are refused with %s', (_, wrong) => {
    expect(connectionRequest.safeParse({ ...request, channels: wrong }).success).toBe(false);
    expect(connectionRequest.safeParse(request).success).toBe(true);
  });
});
