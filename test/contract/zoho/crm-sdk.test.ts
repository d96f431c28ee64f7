// Zoho's own CRM SDK works against the stand-ins: it refreshes its token, upserts and reads back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Record as CrmRecords,
  DataCenter,
  InitializeBuilder,
  Levels,
  LogBuilder,
  OAuthBuilder,
  ParameterMap,
  SDKConfigBuilder,
  type Token,
} from '@zohocrm/typescript-sdk-8.0';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allScopes, client, type OpenZoho, openZoho } from './open-zoho.ts';

let open: OpenZoho;
let folder: string;
let saved: Token.Token | null = null;

const { ActionWrapper, BodyWrapper, GetRecordsParam, RecordOperations, ResponseWrapper } =
  CrmRecords;

beforeAll(async () => {
  open = await openZoho({ budgetsOff: false });
  folder = mkdtempSync(join(tmpdir(), 'crm-sdk-'));
  const token = new OAuthBuilder()
    .clientId(client.clientId)
    .clientSecret(client.clientSecret)
    .refreshToken(open.zoho.refreshToken('admin@example.com', allScopes))
    .build();
  const { accounts, api } = open.zoho;
  const builder = new InitializeBuilder()
    .environment(DataCenter.setEnvironment(api.url, `${accounts.url}/oauth/v2/token`, api.url))
    .token(token)
    .store({
      findToken: async () => saved,
      findTokenById: async () => saved,
      saveToken: async (given) => {
        saved = given;
      },
      deleteToken: async () => {
        saved = null;
      },
      getTokens: async () => (saved === null ? [] : [saved]),
      deleteTokens: async () => {
        saved = null;
      },
    })
    .SDKConfig(new SDKConfigBuilder().autoRefreshFields(false).pickListValidation(false).build())
    .resourcePath(folder)
    .logger(new LogBuilder().level(Levels.OFF).filePath(join(folder, 'sdk.log')).build());
  await builder.initialize();
});

afterAll(async () => {
  await open.zoho.close();
  rmSync(folder, { recursive: true, force: true });
});

async function upsertByEmail(lastName: string) {
  const contact = new CrmRecords.Record();
  contact.addKeyValue('Last_Name', lastName);
  contact.addKeyValue('Email', 'sdk.contact@example.com');
  const body = new BodyWrapper();
  body.setData([contact]);
  body.setDuplicateCheckFields(['Email']);
  const answer = await new RecordOperations('Contacts').upsertRecords(body);
  const wrapper = answer.getObject();
  if (!(wrapper instanceof ActionWrapper)) throw new Error('not an action wrapper');
  const [row] = wrapper.getData();
  if (!(row instanceof CrmRecords.SuccessResponse)) throw new Error('the row failed');
  return { action: row.getAction().getValue(), id: String(row.getDetails().get('id')) };
}

describe('the CRM SDK', () => {
  it('inserts a contact at the first upsert and updates the same one at the second', async () => {
    const first = await upsertByEmail('First');
    const second = await upsertByEmail('Second');
    expect(first.action).toBe('insert');
    expect(second).toEqual({ action: 'update', id: first.id });
  });

  it('reads back what it wrote', async () => {
    const parameters = new ParameterMap();
    await parameters.add(GetRecordsParam.FIELDS, 'Last_Name,Email,Owner');
    const answer = await new RecordOperations('Contacts').getRecords(parameters);
    const wrapper = answer.getObject();
    if (!(wrapper instanceof ResponseWrapper)) throw new Error('not a response wrapper');
    const contact = wrapper
      .getData()
      .find((one) => one.getKeyValue('Email') === 'sdk.contact@example.com');
    expect(contact?.getKeyValue('Last_Name')).toBe('Second');
  });

  it('keeps the access token that the stand-in gave it', () => {
    expect(saved).not.toBeNull();
  });
});
