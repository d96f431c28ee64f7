// Customers, roles and risk bands by example.
import { describe, expect, test } from 'vitest';
import { displayName, normalizeEmail } from '../../../functions/core/domain/customer.ts';
import { riskBand } from '../../../functions/core/domain/fraud.ts';
import { mayDo, type Permission, roles } from '../../../functions/core/domain/role.ts';

describe('a customer', () => {
  test('is the same under any spelling of the e-mail address', () => {
    expect(normalizeEmail('  Ada@Example.COM ')).toBe('ada@example.com');
  });

  test.each([
    [{ firstName: 'Ada', lastName: 'Byron', company: 'Engines Ltd' }, 'Engines Ltd'],
    [{ firstName: 'Ada', lastName: 'Byron', company: ' ' }, 'Ada Byron'],
    [{ firstName: '', lastName: 'Byron' }, 'Byron'],
    [{ firstName: ' ', lastName: '' }, 'ada@example.com'],
  ])('%j is called %s', (names, expected) => {
    expect(displayName({ email: 'Ada@example.com', ...names })).toBe(expected);
  });
});

describe('roles', () => {
  test.each<[Permission, readonly string[]]>([
    ['see-payments', ['viewer', 'agent', 'approver', 'admin']],
    ['refund', ['agent', 'approver', 'admin']],
    ['recheck', ['agent', 'approver', 'admin']],
    ['configure', ['admin']],
  ])('%s is for %j', (permission, expected) => {
    expect(roles.filter((role) => mayDo(role, permission))).toEqual(expected);
  });
});

test.each([
  [0, 'low'],
  [39, 'low'],
  [40, 'medium'],
  [69, 'medium'],
  [70, 'high'],
  [99, 'high'],
])('a fraud score of %s is %s', (score, band) => {
  expect(riskBand(score)).toBe(band);
});
