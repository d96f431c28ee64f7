// Are the chosen organizations still there, open, in our data centre, and are we still in them?
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { SetupProduct } from '../../ports/setup.ts';
import { type Check, type Fault, isFault, type Patient } from './check.ts';

const names: Readonly<Record<SetupProduct, string>> = {
  books: 'Zoho Books',
  crm: 'Zoho CRM',
  desk: 'Zoho Desk',
};

export const checkOrganizations: Check = {
  name: 'organizations',
  appliesTo: (patient) => patient.isSignedIn && chosenOf(patient).length > 0,
  async examine(patient) {
    const faults: Fault[] = [];
    for (const [product, id] of chosenOf(patient)) {
      const found = await judge(patient, product, id);
      if (!found.ok) return found;
      faults.push(...found.value);
    }
    return ok(faults);
  },
};

/** Products that the company uses, with the organization of each. */
function chosenOf({ record }: Patient): (readonly [SetupProduct, string])[] {
  const { booksOrganizationId: books, crmOrgId: crm, deskOrgId: desk } = record.settings.zoho ?? {};
  const all = [
    ['books', books],
    ['crm', crm],
    ['desk', desk],
  ] as const;
  return all.flatMap(([product, id]) => (id ? [[product, id] as const] : []));
}

async function judge(
  { organizationsOf }: Patient,
  product: SetupProduct,
  id: string,
): Promise<Result<readonly Fault[]>> {
  const subject = product;
  const all = await organizationsOf(product);
  if (!all.ok) {
    // A connection that ended is the fault of another check.
    const isOurs = isFault(all.problem) && all.problem.code !== 'zoho-sign-in-needed';
    return isOurs ? ok([{ subject, problem: all.problem }]) : refused(all.problem);
  }
  const own = all.value.find((one) => one.id === id);
  const facts = { product: names[product] };
  if (own === undefined) {
    return ok([{ subject, problem: problem('zoho-organization-wrong', 'fix-setup', facts) }]);
  }
  if (own.isActive === false) {
    return ok([{ subject, problem: problem('zoho-organization-closed', 'fix-setup', facts) }]);
  }
  return ok([]);
}
