// A world of runs whose company has the Zoho stand-ins behind it, and whose documents are read as in production.
import { createFlowLibrary } from '../../../functions/core/steps/flow-library.ts';
import { createWorld } from '../../core/steps/world.ts';
import { type ConnectedCompany, connectCompany } from './connected-company.ts';
import { accountIdOf } from './one-order.ts';

export async function mappedCompany() {
  const company = await connectCompany({ budgets: false });
  const world = createWorld();
  connectWorld(world, company);
  return { company, world, books: company.zoho.seed.books };
}

function connectWorld(world: ReturnType<typeof createWorld>, company: ConnectedCompany): void {
  const { ledger, salesOrders, customers, cards, tickets, fields } = company;
  const [merchant] = world.company.merchants;
  const clearing = accountIdOf(company, 'Cybersource Clearing USD');
  Object.assign(world.company, {
    ledger,
    salesOrders,
    customers,
    cards,
    tickets,
    fields,
    hasKeptFields: true,
    merchants: [{ ...merchant, clearingAccounts: { USD: clearing } }],
  });
  Object.assign(world.ports, { flows: createFlowLibrary(world.ports) });
}
