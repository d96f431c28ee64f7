// The custom fields that make our writes to the books safe to repeat: are they there, and do they refuse duplicates?
import type { FieldsReply, FieldView } from '../../contract/setup.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { BooksSetup, FieldModule, ProductField, ZohoSetup } from '../../ports/setup.ts';
import { changeInstallation } from './installation-record.ts';
import { openBooks, openForSetup, openZoho, type SetupPorts } from './setup-ports.ts';

interface NeededField {
  readonly module: FieldModule;
  readonly apiName: string;
  readonly label: string;
  /** The module as Zoho's settings page names it. */
  readonly moduleLabel: string;
}

/** Books makes the API name of the label: `cf_` and the words joined by `_`. There is no API that makes the fields. */
export const neededFields: readonly NeededField[] = [
  needed('contacts', 'Customers and Vendors', 'Tallybridge Customer'),
  needed('salesorders', 'Sales Orders', 'Tallybridge Order'),
  needed('invoices', 'Invoices', 'Tallybridge Invoice'),
  needed('customerpayments', 'Payments Received', 'Tallybridge Payment'),
  needed('creditnotes', 'Credit Notes', 'Tallybridge Credit Note'),
];

function needed(module: FieldModule, moduleLabel: string, label: string): NeededField {
  return { module, moduleLabel, label, apiName: `cf_${label.toLowerCase().replaceAll(' ', '_')}` };
}

/** What finds a ticket of ours again. */
const ticketField = {
  apiName: 'cf_tallybridge_case',
  label: 'Tallybridge Case',
  module: 'Tickets',
} as const;

/** Looks at all of them and writes down what is missing. */
export async function checkFields(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<FieldsReply>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const books = openBooks(ports, installation, record.value);
  if (!books.ok) return books;
  const zoho = openZoho(ports, installation, record.value);
  if (!zoho.ok) return zoho;
  const { deskOrgId } = record.value.settings.zoho ?? {};
  const fields = await readNeededFields(fieldReaders(books.value, zoho.value, deskOrgId));
  if (!fields.ok) return fields;
  const checkedAt = ports.clock.now();
  const faulty = fields.value.filter(({ state }) => state !== 'there');
  const missing = faulty.map(({ apiName }) => apiName);
  const saved = await changeInstallation(ports, installation, ({ settings }) => ({
    settings: { ...settings, fields: { checkedAt, missing } },
  }));
  return saved.ok ? ok({ checkedAt, fields: fields.value }) : saved;
}

/** Who tells which fields there are; without Desk, tickets are not asked for. */
export interface FieldReaders {
  readonly books: BooksSetup;
  readonly tickets?: () => Promise<Result<readonly ProductField[]>>;
}

/** Books, and Desk where it is used. */
export function fieldReaders(
  books: BooksSetup,
  zoho: ZohoSetup,
  deskOrgId: string | undefined,
): FieldReaders {
  return deskOrgId ? { books, tickets: () => zoho.ticketFields(deskOrgId) } : { books };
}

/** One call for each module. */
export async function readNeededFields({
  books,
  tickets,
}: FieldReaders): Promise<Result<readonly FieldView[]>> {
  const views: FieldView[] = [];
  for (const { module, moduleLabel, apiName, label } of neededFields) {
    const all = await books.fields(module);
    if (!all.ok) return all;
    const state = stateOf(all.value, apiName);
    views.push({ product: 'books', apiName, label, module: moduleLabel, state });
  }
  const ofTickets = await tickets?.();
  if (ofTickets === undefined) return ok(views);
  if (!ofTickets.ok) return ofTickets;
  const state = stateOf(ofTickets.value, ticketField.apiName);
  return ok([...views, { product: 'desk', ...ticketField, state }]);
}

/** Where Zoho doesn't say whether duplicates are refused, the first write does. */
function stateOf(fields: readonly ProductField[], apiName: string): FieldView['state'] {
  const field = fields.find((one) => one.apiName === apiName);
  if (field === undefined) return 'missing';
  if (!field.isActive) return 'inactive';
  return field.isUnique === false ? 'not-unique' : 'there';
}
