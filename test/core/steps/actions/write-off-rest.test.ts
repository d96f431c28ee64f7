// The rest of a cent or so: written off when it is just that, left alone when somebody has changed the invoice.
import { describe, expect, it } from 'vitest';
import { definedActions } from '../../../../functions/core/steps/actions/flow-actions.ts';
import { openChargeStory } from '../charges/charge-story.ts';

async function writeOff(amountMinor: number) {
  const story = openChargeStory();
  const action = definedActions.find(({ name }) => name === 'write-off-rest');
  const scope = { ...story.ports, company: story.company, subject: {}, map: story.ports.flows.map };
  const result = await action?.perform(
    scope as never,
    { invoiceId: 'invoice-inv', amountMinor },
    { effectKey: 'run|write-off', retried: false },
  );
  return { result, writtenOff: [...story.records.writtenOff.keys()] };
}

describe('the rest of an invoice', () => {
  it('is written off, with what would cancel that', async () => {
    expect(await writeOff(10_000)).toEqual({
      result: {
        ok: true,
        value: {
          output: { writtenOffMinor: 10_000 },
          inverse: { cancel: 'write-off', of: 'invoice-inv', amountMinor: 10_000 },
        },
      },
      writtenOff: ['invoice-inv'],
    });
  });

  it('is left alone when more or less is open by now', async () => {
    expect(await writeOff(9_999)).toEqual({
      result: { ok: true, value: { output: { writtenOffMinor: 0 } } },
      writtenOff: [],
    });
  });
});
