// The language of the books, asked once for companies that were connected before it was kept, or by the command line.
import type { InstallationId } from '../../domain/ids.ts';
import { languageIn } from '../../domain/language.ts';
import type { ZohoSetup } from '../../ports/setup.ts';
import {
  type ConnectPorts,
  changeInstallation,
  type InstallationRecord,
} from './installation-record.ts';

/**
 * The record with the books' language in it. Where Books can't be asked it stays as it is, and the next caller asks again.
 * @param organizations of the connected user, in Books.
 */
export async function withBooksLanguage(
  ports: ConnectPorts,
  installation: InstallationId,
  record: InstallationRecord,
  organizations: () => ReturnType<ZohoSetup['organizations']>,
): Promise<InstallationRecord> {
  const id = record.settings.zoho?.booksOrganizationId;
  if (id === undefined || record.settings.booksLanguage !== undefined) return record;
  const all = await organizations();
  const books = all.ok ? all.value.find((one) => one.id === id) : undefined;
  if (books === undefined) return record;
  const booksLanguage = languageIn(books.language) ?? 'en';
  const saved = await changeInstallation(ports, installation, ({ settings }) => ({
    settings: { ...settings, booksLanguage },
  }));
  return saved.ok ? saved.value : record;
}
