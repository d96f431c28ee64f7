// Opens a company for the checks: its rows, its sides, and what several checks ask for, asked once.
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { KeyProof, OrganizationChoice, Subscription } from '../../ports/setup.ts';
import { fieldReaders } from '../connect/check-fields.ts';
import { readInstallation } from '../connect/installation-record.ts';
import { readMerchants } from '../connect/installation-settings.ts';
import { openMerchant } from '../connect/merchant-record.ts';
import { openBooks, openGateway, openZoho } from '../connect/setup-ports.ts';
import type { DoctorPorts, Patient } from './check.ts';

export async function admit(
  ports: DoctorPorts,
  installation: InstallationId,
  isWatched: boolean,
): Promise<Patient> {
  const record = await readInstallation(ports, installation);
  const rows = await readMerchants(ports.store, installation);
  const { gateway: place } = record.settings;
  const merchants =
    place === undefined
      ? []
      : rows.map((row) => {
          const merchant = openMerchant(ports.secrets, row);
          return { record: merchant, gateway: openGateway(ports, place, merchant) };
        });
  const zoho = openZoho(ports, installation, record);
  const books = openBooks(ports, installation, record);
  const organizations = new Map<string, Promise<Result<readonly OrganizationChoice[]>>>();
  const proofs = new Map<string, Promise<Result<KeyProof>>>();
  const subscriptions = new Map<string, Promise<Result<readonly Subscription[]>>>();
  return {
    ports,
    installation,
    record,
    merchants,
    isWatched,
    isSignedIn: zoho.ok,
    books,
    fields:
      books.ok && zoho.ok
        ? ok(fieldReaders(books.value, zoho.value, record.settings.zoho?.deskOrgId))
        : refused(problem('zoho-sign-in-needed', 'fix-setup')),
    organizationsOf: async (product) =>
      zoho.ok ? once(organizations, product, () => zoho.value.organizations(product)) : zoho,
    proofOf: ({ record: { merchantId }, gateway }) =>
      once(proofs, merchantId, () => gateway.prove()),
    subscriptionsOf: ({ record: { merchantId }, gateway }) =>
      once(subscriptions, merchantId, () => gateway.subscriptions()),
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const asked = known.get(key) ?? ask();
  known.set(key, asked);
  return asked;
}
