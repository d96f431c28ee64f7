// The policy as a document: drafted, published, rolled back and carried in bundles like flows and mappings.
import { beforeEach, describe, expect, it } from 'vitest';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import { shippedPolicy } from '../../../../functions/core/domain/shipped-policy.ts';
import { readBundle } from '../../../../functions/core/steps/documents/bundle-file.ts';
import { saveDocumentDraft } from '../../../../functions/core/steps/documents/edit-draft.ts';
import { exportBundle } from '../../../../functions/core/steps/documents/export-bundle.ts';
import { importBundle } from '../../../../functions/core/steps/documents/import-bundle.ts';
import {
  publishDocument,
  rollBackDocument,
} from '../../../../functions/core/steps/documents/publish-document.ts';
import { readPolicy } from '../../../../functions/core/steps/policy/read-policy.ts';
import { admin } from '../approvals/request-world.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld, type World } from '../world.ts';

const name = { kind: 'policy', id: 'movements' } as const;
const visit = { installation: INSTALLATION, actor: admin };
const elsewhere = { installation: 'inst-2' as InstallationId, actor: admin };
const [first, ...others] = shippedPolicy.rules;
const tighter = {
  ...shippedPolicy,
  rules: [{ ...first, upToMinor: { USD: 10_000 } }, ...others],
};

let world: World;
beforeEach(() => {
  world = createWorld();
});

const save = (body: object, seen = '') =>
  saveDocumentDraft(world.ports, visit, { ...name, body: body as Record<string, unknown>, seen });

async function publish(body: object) {
  const saved = await save(body);
  if (!saved.ok) throw new Error(saved.problem.code);
  const { revision: seen } = saved.value;
  return publishDocument(world.ports, visit, { ...name, seen, version: 1, note: 'Tighter' });
}

describe('the policy', () => {
  it('is told in words, with what a draft would change', async () => {
    const saved = await save(tighter);
    expect(saved).toMatchObject({ value: { faults: [] } });
    expect(saved.ok && saved.value.changes).toEqual([
      expect.stringMatching(
        /^Changed: Refunds and charges by agents: more than USD 500.00, .* Now: Refunds and charges by agents: more than USD 100.00 /,
      ),
    ]);
  });

  it('holds from its publication on, and as it was after a roll-back', async () => {
    expect(await readPolicy(world.ports.store, INSTALLATION)).toEqual(shippedPolicy);
    expect(await publish(tighter)).toMatchObject({ ok: true, value: { version: 1_001 } });
    const held = await readPolicy(world.ports.store, INSTALLATION);
    expect(held.rules[0]).toMatchObject({ upToMinor: { USD: 10_000 } });
    const back = { ...name, to: 1, version: 1_001, note: 'Too tight' };
    expect(await rollBackDocument(world.ports, visit, back)).toMatchObject({ ok: true });
    const { rules } = await readPolicy(world.ports.store, INSTALLATION);
    expect(rules).toEqual(shippedPolicy.rules);
  });

  it.each([
    ['a field that is not known', { ...tighter, limit: 3 }, '“limit”'],
    [
      'a currency that is none',
      { ...tighter, rules: [{ ...first, upToMinor: { XXX: 1 } }] },
      'XXX',
    ],
    ['a rule without its limit', { ...tighter, rules: [{ kind: 'amount' }] }, 'Rule 1'],
  ])('is not published with %s', async (_, body, word) => {
    expect(await publish(body)).toMatchObject({
      problem: { code: 'document-faulty', facts: { faults: expect.stringContaining(word) } },
    });
  });

  it('warns when agents are not bounded any more', async () => {
    expect(await save({ ...shippedPolicy, rules: [] })).toMatchObject({
      value: {
        faults: [{ severity: 'warning', sentence: 'Agents may refund any amount at once.' }],
      },
    });
  });

  it('travels in a bundle, and a bundle from before has none', async () => {
    await publish(tighter);
    const text = await exportBundle(world.ports, visit, {});
    const bundle = JSON.parse(text.ok ? text.value : '{}') as Record<string, unknown>;
    expect(bundle.policies).toHaveLength(1);
    expect(await importBundle(world.ports, elsewhere, { bundle })).toMatchObject({
      value: { imported: [{ kind: 'policy', id: 'movements' }] },
    });
    const { rules } = await readPolicy(world.ports.store, elsewhere.installation);
    expect(rules[0]).toMatchObject({ upToMinor: { USD: 10_000 } });
    const { policies: _, ...older } = bundle;
    expect(readBundle(older)).toMatchObject({ ok: true, value: [] });
  });
});
