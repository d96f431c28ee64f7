// What messages tell of the payment that they are about.
import { describe, expect, it } from 'vitest';
import { cluesIn, searchedNumbers } from '../../../functions/core/domain/find-payment-in-text.ts';
import { ticketMessages } from '../../fixtures/tickets/messages.ts';

const two = (value: number) => String(value).padStart(2, '0');

describe('cluesIn', () => {
  it.each(ticketMessages.map((one) => [one.name, one] as const))('reads %s', (_, message) => {
    const clues = cluesIn(`${message.subject}\n${message.description}`);
    expect({
      numbers: clues.numbers.map(({ as, text }) => `${as} ${text}`),
      lastFours: clues.lastFours,
      amounts: clues.amounts.map(({ text }) => text.replaceAll('\u00a0', ' ')),
      dates: clues.dates.map(({ year, month, day }) =>
        [...(year === undefined ? [] : [year]), two(month), two(day)].join('-'),
      ),
    }).toEqual({
      numbers: message.numbers,
      lastFours: message.lastFours ?? [],
      amounts: message.amounts ?? [],
      dates: message.dates ?? [],
    });
  });

  it.each([
    ['EUR 1.234,50', ['1234.50'], ['EUR']],
    ['1,234.50 USD', ['1234.50'], ['USD']],
    ['$1,234', ['1234', '1.234'], ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN']],
    ['KWD 1.234', ['1234', '1.234'], ['KWD']],
    ['¥4000', ['4000'], ['JPY', 'CNY']],
    ['12,50', ['12.50'], []],
    ['1 234,50 €', ['1234.50'], ['EUR']],
  ])('%s may mean %j', (text, decimals, currencies) => {
    expect(cluesIn(`paid ${text}.`).amounts).toEqual([{ text, decimals, currencies }]);
  });

  it('reads no amount where three letters are no currency', () => {
    expect(cluesIn('about 12 MUG and 3 ABC').amounts).toEqual([]);
  });

  it('searches as written and with capitals, each once', () => {
    expect(searchedNumbers(cluesIn('inv-000017, INV-000017, order 1042'))).toEqual([
      '1042',
      'inv-000017',
      'INV-000017',
    ]);
  });
});
