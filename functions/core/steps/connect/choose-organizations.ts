// Which organizations of Zoho the company works in: read with its own token, chosen by an administrator.
import type { OrganizationsReply, OrganizationsRequest, SetupView } from '../../contract/setup.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { languageIn } from '../../domain/language.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { OrganizationChoice, SetupProduct, ZohoSetup } from '../../ports/setup.ts';
import { viewProblem } from '../view-problem.ts';
import { changeInstallation } from './installation-record.ts';
import { type SettingsSoFar, usedOrganizations } from './installation-settings.ts';
import { auditSetup, openForSetup, openZoho, type SetupPorts } from './setup-ports.ts';
import { showSetup } from './show-setup.ts';

/** What there is to choose from. A product that refuses doesn't hide the others. */
export async function listOrganizations(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<OrganizationsReply>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const zoho = openZoho(ports, installation, record.value);
  if (!zoho.ok) return zoho;
  const list = async (product: SetupProduct) => {
    const found = await zoho.value.organizations(product);
    return found.ok
      ? { choices: found.value.map(({ id, name }) => ({ id, name })) }
      : { choices: [], problem: viewProblem(found.problem) };
  };
  const [books, crm, desk] = await Promise.all([list('books'), list('crm'), list('desk')]);
  return ok({ products: { books, crm, desk } });
}

/** Saves the choice. Each must be one that the connected user is in; the books give the time zone. */
export async function chooseOrganizations(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  request: OrganizationsRequest,
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const zoho = openZoho(ports, installation, record.value);
  if (!zoho.ok) return zoho;
  const { booksOrganizationId, crmOrgId, deskOrgId, revision } = request;
  const books = await findChoice(zoho.value, 'books', booksOrganizationId);
  if (!books.ok) return books;
  const crm = await findChoice(zoho.value, 'crm', crmOrgId);
  if (!crm.ok) return crm;
  const desk = await findChoice(zoho.value, 'desk', deskOrgId);
  if (!desk.ok) return desk;
  const names = { books: books.value?.name, crm: crm.value?.name, desk: desk.value?.name };
  const booksLanguage = languageIn(books.value?.language) ?? 'en';
  const saved = await changeInstallation(
    ports,
    installation,
    ({ name, settings }) => ({
      name: name === '' ? (names.books ?? '') : name,
      settings: {
        ...settings,
        booksLanguage,
        timeZone: books.value?.timeZone ?? settings.timeZone ?? 'UTC',
        zoho: {
          ...withoutOrganizations(settings.zoho ?? {}),
          booksOrganizationId,
          ...usedOrganizations(request),
        },
        organizationNames: Object.fromEntries(
          Object.entries(names).flatMap(([product, own]) => (own ? [[product, own]] : [])),
        ),
      },
    }),
    revision,
  );
  if (!saved.ok) return saved;
  const detail = { books: booksOrganizationId, crm: crmOrgId ?? '', desk: deskOrgId ?? '' };
  await auditSetup(ports, installation, actor, 'connection.organizations', detail);
  return showSetup(ports, installation, actor);
}

/** A product that is not used has no organization: its calls are refused before they are sent. */
function withoutOrganizations(zoho: NonNullable<SettingsSoFar['zoho']>) {
  const { crmOrgId: _crm, deskOrgId: _desk, ...others } = zoho;
  return others;
}

/** `zoho-organization-wrong` when the connected user is not in it. */
async function findChoice(
  zoho: ZohoSetup,
  product: SetupProduct,
  id: string | undefined,
): Promise<Result<OrganizationChoice | undefined>> {
  if (id === undefined) return ok(undefined);
  const all = await zoho.organizations(product);
  if (!all.ok) return all;
  const found = all.value.find((one) => one.id === id);
  if (found !== undefined) return ok(found);
  const name = { books: 'Zoho Books', crm: 'Zoho CRM', desk: 'Zoho Desk' }[product];
  return refused(problem('zoho-organization-wrong', 'fix-setup', { product: name }));
}
