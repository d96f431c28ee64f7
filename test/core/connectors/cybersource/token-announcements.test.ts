// Which card tokens and profiles published announcements name, in each of their shapes.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tokensIn } from '../../../../functions/core/connectors/cybersource/read-token.ts';
import { profilesIn } from '../../../../functions/core/connectors/cybersource/vault-customers.ts';

const file = new URL('../../../fixtures/gateway/webhook-samples.json', import.meta.url);
const samples = JSON.parse(readFileSync(file, 'utf8')) as { id: string; body: object }[];
const bodyOf = (id: string) => JSON.stringify(samples.find((one) => one.id === id)?.body ?? {});

describe('a published announcement', () => {
  test.each([
    ['docs-tms-lcm-provisioned-2025', 'network-token', '2E8B371F931C4B9BE0631D588D0AF123'],
    ['docs-tms-lcm-updated-2025', 'network-token', '2E8B371F931C4B9BE0631D588D0AF123'],
    [
      'commercetools-fixture-tms-updated-2021',
      'payment-instrument',
      '11E005EC5EC93BE7E063AF598E0A92CC',
    ],
  ])('%s names one token, a %s', (sample, kind, id) => {
    expect(tokensIn(bodyOf(sample))).toEqual([{ kind, id }]);
  });

  test.each([
    ['commercetools-fixture-tms-updated-2021', ['11E005EC5EC93BE7E063AF598E0A92CC']],
    ['docs-tms-lcm-updated-2025', []],
    ['docs-test-notification', []],
  ])('%s names the customers that it links to', (sample, ids) => {
    expect(profilesIn(bodyOf(sample))).toEqual(ids);
  });

  test('without a payload names nothing', () => {
    expect(tokensIn(bodyOf('docs-test-notification'))).toEqual([]);
  });
});
