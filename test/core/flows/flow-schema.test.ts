// The published JSON schema says what the code does.
import { describe, expect, it } from 'vitest';
import published from '../../../functions/core/flows/flow.schema.json' with { type: 'json' };
import { flowSchema } from '../../../functions/core/flows/flow-schema.ts';
import { definedActions } from '../../../functions/core/steps/actions/flow-actions.ts';
import { sampleActions } from './sample-actions.ts';

describe('the JSON schema of flow documents', () => {
  it('is published as the code makes it; its README says how to make it anew', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(flowSchema(definedActions))));
  });

  it('asks each action for its own inputs, as constants or paths', () => {
    const { $defs } = JSON.parse(JSON.stringify(flowSchema(sampleActions)));
    const actions = $defs.step.oneOf.filter(
      (kind: { properties: { kind: { const: string } } }) =>
        kind.properties.kind.const === 'action',
    );
    expect(actions).toHaveLength(sampleActions.length);
    const path = { type: 'string', pattern: '^\\$[\\w.-]+$' };
    const text = { type: 'string', pattern: '\\$[\\w.-]+' };
    expect(actions[1].properties).toMatchObject({
      action: { const: 'write-invoice' },
      with: {
        properties: { order: path, dueDays: { anyOf: [{ type: 'number', minimum: 0 }, text] } },
        required: ['order'],
        additionalProperties: false,
      },
    });
    const status = { anyOf: [{ type: 'string', enum: ['open', 'paid'] }, text] };
    expect(actions[2].properties.with.properties).toEqual({ status });
  });
});
