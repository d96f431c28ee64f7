// A company that was connected before the books' language was kept gets to know it, once.
import { expect, test } from 'vitest';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import { problem } from '../../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../../functions/core/domain/result.ts';
import type { OrganizationChoice } from '../../../../functions/core/ports/setup.ts';
import {
  changeInstallation,
  readInstallation,
} from '../../../../functions/core/steps/connect/installation-record.ts';
import { languageOf } from '../../../../functions/core/steps/connect/installation-settings.ts';
import { withBooksLanguage } from '../../../../functions/core/steps/connect/learn-language.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';

const INSTALLATION = 'inst-1' as InstallationId;
const seal = (_: string, plain: string) => Buffer.from(plain).toString('base64');
const open = (_: string, sealed: string) => Buffer.from(sealed, 'base64').toString();

async function connectedEarlier() {
  const secrets = { seal, open };
  const ports = { store: createMemoryStore(), clock: { now: () => 1_000_000 }, secrets };
  await changeInstallation(ports, INSTALLATION, ({ settings }) => ({
    settings: { ...settings, zoho: { booksOrganizationId: '10' } },
  }));
  let asked = 0;
  const learn = async (books: readonly OrganizationChoice[] | undefined) => {
    const record = await readInstallation(ports, INSTALLATION);
    return withBooksLanguage(ports, INSTALLATION, record, async () => {
      asked += 1;
      return books === undefined ? refused(problem('zoho-unavailable', 'retry')) : ok(books);
    });
  };
  const language = async () => languageOf((await readInstallation(ports, INSTALLATION)).settings);
  return { learn, language, timesAsked: () => asked };
}

const other = { id: '9', name: 'Other', language: 'es' };

test.each([
  ['de_AT', 'de'],
  ['ja', 'ja'],
  ['pt', 'en'],
  [undefined, 'en'],
])('books in %s are written in %s, and are asked once', async (code, written) => {
  const { learn, language, timesAsked } = await connectedEarlier();
  const own = { id: '10', name: 'Acme', ...(code === undefined ? {} : { language: code }) };
  expect((await learn([other, own])).settings.booksLanguage).toBe(written);
  expect(await language()).toBe(written);
  await learn([other, own]);
  expect(timesAsked()).toBe(1);
});

test('where Books does not answer, English is written until it does', async () => {
  const { learn, language } = await connectedEarlier();
  expect((await learn(undefined)).settings.booksLanguage).toBeUndefined();
  expect(await language()).toBe('en');
  await learn([{ id: '10', name: 'Acme', language: 'fr' }]);
  expect(await language()).toBe('fr');
});
