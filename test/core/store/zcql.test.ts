// The ZCQL that goes out, word by word.
import { expect, it } from 'vitest';
import { checkConditions, checkQuery } from '../../../functions/core/store/conditions.ts';
import { selectStatement, updateStatement } from '../../../functions/core/store/zcql.ts';

it('selects whole rows by all conditions, in order, up to a limit', () => {
  const query = checkQuery('Inbox', {
    where: [
      ['state', 'in', ['received', 'waiting']],
      ['due_at', '<=', 1_763_800_000_000],
      ['event_key', '!=', 't1|cybersource|a#1'],
    ],
    orderBy: ['due_at', 'asc'],
    limit: 20,
  });
  expect(selectStatement('Inbox', query)).toBe(
    "SELECT * FROM Inbox WHERE state IN ('received', 'waiting') AND due_at <= 1763800000000" +
      " AND event_key != 't1|cybersource|a#1' ORDER BY due_at ASC LIMIT 20",
  );
});

it('selects up to 300 rows when nothing else is asked for', () => {
  expect(selectStatement('Links', checkQuery('Links', { where: [] }))).toBe(
    'SELECT * FROM Links LIMIT 300',
  );
});

it('updates by condition and empties columns with NULL', () => {
  const where = checkConditions('Inbox', [['attempts', '=', 0]]);
  const values = { state: 'processing', attempts: 1, lease_token: null };
  expect(updateStatement('Inbox', values, where)).toBe(
    "UPDATE Inbox SET state = 'processing', attempts = 1, lease_token = NULL WHERE attempts = 0",
  );
});

it('never writes a text that would need an escape', () => {
  const where = checkConditions('Inbox', [['attempts', '=', 0]]);
  expect(() => updateStatement('Inbox', { state: "x' OR '1'='1" }, where)).toThrow(RangeError);
});
