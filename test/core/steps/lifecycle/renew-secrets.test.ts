// After a change of the master key everything that is sealed is wrapped anew, bit by bit, and nobody notices.
import { describe, expect, it } from 'vitest';
import { createStoredTokenCache } from '../../../../functions/core/compose/stored-token-cache.ts';
import { createSecrets } from '../../../../functions/core/connectors/system/sealed-secrets.ts';
import { readInstallation } from '../../../../functions/core/steps/connect/installation-record.ts';
import { readMerchants } from '../../../../functions/core/steps/connect/installation-settings.ts';
import {
  countSealed,
  renewSecrets,
  renewSecretsOf,
} from '../../../../functions/core/steps/lifecycle/renew-secrets.ts';
import { rotateSecret } from '../../../../functions/core/steps/lifecycle/rotate-secret.ts';
import { showSecrets } from '../../../../functions/core/steps/lifecycle/show-secrets.ts';
import { createDoorKeyReader } from '../../../../functions/core/steps/read-door-keys.ts';
import { schema } from '../../../../functions/core/store/schema.ts';
import { sealedColumns } from '../../../../functions/core/work/sealed-columns.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { ADMIN, MASTER_KEY, SECRETS, wholeCompany } from './whole-company.ts';

const NEW_KEY = Buffer.alloc(32, 2).toString('base64');

/** A company with a token in the store, and its ports during and after the change. */
async function changing() {
  const company = await wholeCompany();
  const cache = createStoredTokenCache(company.ports, INSTALLATION, SECRETS.zohoRefresh);
  await cache.read();
  await cache.tryLock(1_000);
  await cache.write({ kind: 'token', token: 'access-token', expiresAt: 9_000 });
  const during = { ...company.ports, secrets: createSecrets(NEW_KEY, MASTER_KEY) };
  const after = { ...company.ports, secrets: createSecrets(NEW_KEY) };
  return { ...company, during, after };
}

describe('a change of the master key', () => {
  it('ends with nothing that needs the former key, and with the same secrets', async () => {
    const { ports, during, after } = await changing();
    const before = await readInstallation(ports, INSTALLATION);
    expect(await countSealed(during, INSTALLATION)).toEqual({ sealed: 3, left: 3 });
    expect(await renewSecretsOf(during, INSTALLATION)).toEqual({ sealed: 3, left: 0 });
    expect(await countSealed(during, INSTALLATION)).toEqual({ sealed: 3, left: 0 });
    expect(await readInstallation(after, INSTALLATION)).toEqual(before);
    const cache = createStoredTokenCache(after, INSTALLATION, SECRETS.zohoRefresh);
    expect(await cache.read()).toMatchObject({ token: 'access-token' });
    const keys = await createDoorKeyReader(after)(INSTALLATION);
    expect(keys?.gateway[0]?.key).toBe(SECRETS.gatewayWebhook);
  });

  it('costs the doors no round trip more than before', async () => {
    const trips: string[] = [];
    const { ports } = await wholeCompany({
      intercept: async ({ operation, table }, apply) => {
        trips.push(`${operation} ${table}`);
        return apply();
      },
    });
    trips.length = 0;
    const during = { ...ports, secrets: createSecrets(NEW_KEY, MASTER_KEY) };
    await createDoorKeyReader(during)(INSTALLATION);
    expect(trips).toEqual(['find Installations', 'select Merchants']);
  });

  it('writes over nobody’s newer secret', async () => {
    const { store, during } = await changing();
    const [merchant] = await readMerchants(store, INSTALLATION);
    const stale = { ...store, select: store.select.bind(store), find: store.find.bind(store) };
    const racing = {
      ...during,
      store: {
        ...stale,
        insert: store.insert.bind(store),
        update: store.update.bind(store),
        delete: store.delete.bind(store),
        deleteAll: store.deleteAll.bind(store),
        updateWhere: async (...[table, patch, where]: Parameters<typeof store.updateWhere>) => {
          // An administrator saves a new key between our reading and our writing.
          if (table === 'Merchants') {
            await store.update('Merchants', merchant?.ROWID ?? '', {
              secrets: 'newer',
              updated_at: 1,
            });
          }
          return store.updateWhere(table, patch, where);
        },
      },
    };
    expect(await renewSecretsOf(racing as typeof during, INSTALLATION)).toEqual({
      sealed: 3,
      left: 1,
    });
    expect((await readMerchants(store, INSTALLATION))[0]?.secrets).toBe('newer');
  });

  it('goes on with the next turn when its time was up', async () => {
    const { during } = await changing();
    const lines: string[] = [];
    const log = {
      ...during.log,
      warn: (text: string) => lines.push(text),
      info: (text: string) => lines.push(text),
    };
    await renewSecrets({ ...during, log }, [INSTALLATION], () => false);
    expect((await countSealed(during, INSTALLATION)).left).toBe(3);
    await renewSecrets({ ...during, log }, [INSTALLATION], () => true);
    expect((await countSealed(during, INSTALLATION)).left).toBe(0);
    expect(lines).toHaveLength(2);
  });

  it('can be followed by administrators, and what is saved meanwhile is sealed with the new key', async () => {
    const { during } = await changing();
    const { masterKeyId } = during.secrets;
    expect(await showSecrets(during, INSTALLATION, ADMIN)).toMatchObject({
      value: { masterKeyId, sealed: 3, left: 3 },
    });
    await rotateSecret(during, INSTALLATION, ADMIN, { kind: 'shop-webhook', secret: 'another' });
    expect(await showSecrets(during, INSTALLATION, ADMIN)).toMatchObject({ value: { left: 2 } });
    const agent = { ...ADMIN, role: 'agent' } as const;
    expect((await showSecrets(during, INSTALLATION, agent)).ok).toBe(false);
  });
});

describe('every column that is sealed', () => {
  it('is known to the renewal', () => {
    const sealed = Object.entries(schema).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([name, { type }]) =>
        type === 'encrypted text' ? [`${table}.${name}`] : [],
      ),
    );
    const known = Object.entries(sealedColumns).map(
      ([table, column]) => `${table}.${column.sealed}`,
    );
    expect(known).toEqual(sealed);
  });
});
