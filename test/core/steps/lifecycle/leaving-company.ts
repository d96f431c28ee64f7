// A company that leaves, and the other sides where everything is taken back.
import type { Problem } from '../../../../functions/core/domain/problem.ts';
import { ok, type Result, refused } from '../../../../functions/core/domain/result.ts';
import { keepHouse } from '../../../../functions/core/steps/lifecycle/keep-house.ts';
import { leave } from '../../../../functions/core/steps/lifecycle/leave.ts';
import type { Interceptor } from '../../../../functions/core/store/memory-store.ts';
import type { TableName } from '../../../../functions/core/store/schema.ts';
import { tablesOfInstallations } from '../../../../functions/core/work/installation-rows.ts';
import { PROJECT } from '../../../../functions/core/work/retention.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { ADMIN, wholeCompany } from './whole-company.ts';

export const DAY_MS = 24 * 3_600_000;
export const WANTED = { confirm: 'Test company' };
export const unknownRefund = {
  movement_key: `${INSTALLATION}|i1`,
  slot: `${INSTALLATION}|p1#1`,
  installation: INSTALLATION,
  payment_key: `${INSTALLATION}|p1`,
  kind: 'refund',
  state: 'unknown',
  amount_minor: 100,
  currency: 'USD',
};

/** The other sides: what was asked of them, and what they answer. */
function otherSides() {
  const asked: string[] = [];
  const refusals = new Map<string, Problem>();
  const answer = (what: string) => async (): Promise<Result<void>> => {
    asked.push(what);
    const found = refusals.get(what);
    return found === undefined ? ok(undefined) : refused(found);
  };
  const departure = {
    removeGatewayWebhooks: answer('gateway'),
    removeShopWebhooks: answer('shop'),
    closeContactWatch: answer('crm'),
    revokeZohoAccess: answer('zoho'),
  };
  return { asked, refusals, departure };
}

export async function company(intercept?: Interceptor) {
  const whole = await wholeCompany(intercept === undefined ? {} : { intercept });
  const sides = otherSides();
  const openDeparture = async () => {
    const row = await whole.store.find('Installations', 'installation_key', INSTALLATION);
    return row?.secrets === undefined ? undefined : sides.departure;
  };
  const ports = { ...whole.ports, openDeparture };
  const turn = () => keepHouse(ports, false);
  const begin = () => leave(whole.ports, INSTALLATION, ADMIN, WANTED);
  const rowsLeft = async () => {
    const tables: TableName[] = ['Installations', ...tablesOfInstallations];
    const counts = await Promise.all(
      tables.map(async (table) => {
        const rows = await whole.store.select(table, { where: [] });
        // How far the purge has come is the project's.
        return rows.filter((row) => (row as { installation?: string }).installation !== PROJECT)
          .length;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  return { ...whole, ...sides, turn, begin, rowsLeft };
}
