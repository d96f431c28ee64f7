// A flow that needs more than was granted at the sign-in is not published, and says what is missing.
import { expect, it } from 'vitest';
import { definedActions } from '../../../../functions/core/steps/actions/flow-actions.ts';
import { connectionScopes } from '../../../../functions/core/steps/identity/zoho-scopes.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld } from '../world.ts';
import { granted, publish, withoutMarkSent } from './sample-documents.ts';

const all = connectionScopes(['books', 'crm', 'desk']);

async function worldWith(scopes: readonly string[] | undefined) {
  const world = createWorld();
  await world.ports.store.insert('Installations', {
    installation_key: INSTALLATION,
    state: 'active',
    settings: JSON.stringify({ zoho: { ...(scopes && { scopes }) } }),
  });
  return world;
}

const publishIn = (world: Awaited<ReturnType<typeof worldWith>>) =>
  publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1);

it('is published with what a connection asks for, and where nobody wrote down what was granted', async () => {
  expect(granted(await publishIn(await worldWith(all))).version).toBeGreaterThan(1);
  expect(granted(await publishIn(await worldWith(undefined))).version).toBeGreaterThan(1);
});

it('is refused when a permission is missing, which is named in words', async () => {
  const fewer = all.filter((scope) => scope !== 'ZohoBooks.invoices.UPDATE');
  const refused = await publishIn(await worldWith(fewer));
  expect(refused).toMatchObject({ problem: { code: 'document-faulty' } });
  const faults = refused.ok ? '' : (refused.problem.facts?.faults ?? '');
  expect(faults).toContain('change invoices in Zoho Books (ZohoBooks.invoices.UPDATE)');
  expect(faults).toContain('connects Zoho again on the settings page');
});

it('finds no action that needs what a connection never asks for', () => {
  const unasked = definedActions.flatMap(({ name, scopes }) =>
    scopes.filter((scope) => !all.includes(scope)).map((scope) => `${name}: ${scope}`),
  );
  expect(unasked).toEqual([]);
});
