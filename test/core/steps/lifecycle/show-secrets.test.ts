// Secrets are listed with their age and what of them is still believed, never with a value.
import { describe, expect, it } from 'vitest';
import { connectCompany } from '../../../../functions/core/steps/connect/connect-company.ts';
import { rotateSecret } from '../../../../functions/core/steps/lifecycle/rotate-secret.ts';
import { showSecrets } from '../../../../functions/core/steps/lifecycle/show-secrets.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { ADMIN, connectionWith, SECRETS, wholeCompany } from './whole-company.ts';

const DAY_MS = 24 * 3_600_000;

async function listed() {
  const company = await wholeCompany();
  const start = company.ports.clock.now();
  const list = async () => {
    const shown = await showSecrets(company.ports, INSTALLATION, ADMIN);
    if (!shown.ok) throw new Error(shown.problem.code);
    return shown.value.secrets;
  };
  return { ...company, start, list };
}

describe('the list of secrets', () => {
  it('names each by its kind and key id with its age, and tells none', async () => {
    const { list, start } = await listed();
    const secrets = await list();
    expect(secrets.map(({ kind, of, keyId }) => [kind, of, keyId])).toEqual([
      ['gateway-key', 'mid_usd', 'gateway-key-id'],
      ['gateway-webhook', 'mid_usd', 'hook-1'],
      ['zoho-sign-in', undefined, undefined],
      ['zoho-client', undefined, undefined],
      ['shop-api', undefined, undefined],
      ['shop-webhook', undefined, undefined],
      ['books-webhook', undefined, undefined],
      ['channel', 'finance', undefined],
      ['channel', 'program', undefined],
    ]);
    expect(new Set(secrets.map(({ since }) => since))).toEqual(new Set([start]));
    for (const secret of Object.values(SECRETS)) {
      expect(JSON.stringify(secrets)).not.toContain(secret);
    }
  });

  it('gives a replaced one a new age and says until when the old one is believed; the others keep theirs', async () => {
    const { ports, world, list, start } = await listed();
    world.advance(10 * DAY_MS);
    const request = { kind: 'shop-webhook', secret: 'another-shop-secret' } as const;
    await rotateSecret(ports, INSTALLATION, ADMIN, request);
    const now = ports.clock.now();
    const of = async (kind: string) => (await list()).find((one) => one.kind === kind);
    expect(await of('shop-webhook')).toEqual({
      kind: 'shop-webhook',
      since: now,
      formerUntil: now + DAY_MS,
    });
    expect(await of('shop-api')).toEqual({ kind: 'shop-api', since: start });
    world.advance(2 * DAY_MS);
    expect(await of('shop-webhook')).toEqual({ kind: 'shop-webhook', since: now });
  });

  it('keeps the ages when the same connection is saved once more', async () => {
    const { ports, world, list, start } = await listed();
    world.advance(DAY_MS);
    await connectCompany(ports, INSTALLATION, ADMIN, connectionWith());
    expect(new Set((await list()).map(({ since }) => since))).toEqual(new Set([start]));
  });
});
