// The published JSON schema of policies says what the code takes.
import { expect, it } from 'vitest';
import published from '../../../../functions/core/contract/policy.schema.json' with {
  type: 'json',
};
import { policySchema } from '../../../../functions/core/contract/policy.ts';
import { shippedPolicy } from '../../../../functions/core/domain/shipped-policy.ts';
import { policyJsonSchema } from './policy-schema.ts';

it('is published as the code makes it', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
});

it('takes the shipped policy', () => {
  expect(policySchema.parse(shippedPolicy)).toEqual(shippedPolicy);
});
