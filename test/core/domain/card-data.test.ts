// Card data is found in every form, masked without leaving a digit, and what only looks like it passes; with the rates on the corpus.
import { describe, expect, it } from 'vitest';
import {
  CardDataRefused,
  cardDataProblemOf,
  findCardData,
  maskCardData,
  refuseCardData,
} from '../../../functions/core/domain/card-data.ts';
import { isIssued } from '../../../functions/core/domain/card-data-ranges.ts';
import { bareZohoIds, negativeTexts } from '../../fixtures/card-corpus/negative-texts.ts';
import { positiveTexts, TEST_CARDS } from '../../fixtures/card-corpus/positive-texts.ts';
import { seededRandom } from '../steps/world.ts';

const CARD = '4111111111111111';

/** A number with a right check digit behind a brand's leading digits. */
function madeUpNumber(random: { fraction(): number }): string {
  const [head = '4', length = 16] = [
    ['4', 16],
    ['51', 16],
    ['2231', 16],
    ['37', 15],
    ['6011', 16],
    ['3530', 16],
    ['36', 14],
    ['62', 19],
  ][Math.floor(random.fraction() * 8)] as [string, number];
  let digits = head;
  while (digits.length < length - 1) digits += Math.floor(random.fraction() * 10);
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + ((10 - (sum % 10)) % 10);
}

describe('the corpus', () => {
  it('has at least 400 texts of each kind', () => {
    expect(positiveTexts.length).toBeGreaterThanOrEqual(400);
    expect(negativeTexts(25).length).toBeGreaterThanOrEqual(400);
  });

  it('is found in full: all test cards in all forms', () => {
    const missed = positiveTexts.filter(({ text }) => findCardData(text) === undefined);
    expect(missed).toEqual([]);
  });

  it('is masked in full: no reading of what is left has the number, and none of its digits stand together', () => {
    const left = positiveTexts.filter(({ text }) => {
      const masked = maskCardData(text);
      const digits = masked.replace(/\D/g, '');
      return findCardData(masked) !== undefined || TEST_CARDS.some((card) => digits.includes(card));
    });
    expect(left).toEqual([]);
  });

  it('passes without a false alarm in more than 999 of 1,000 real-shaped texts', () => {
    const texts = negativeTexts(200);
    const wrong = texts.filter(({ text }) => findCardData(text) !== undefined);
    expect(wrong.length / texts.length).toBeLessThan(0.001);
  });

  it('misses fewer than 2 in 1,000 made-up numbers that stand bare in a text', () => {
    const random = seededRandom(5);
    const numbers = Array.from({ length: 5_000 }, () => madeUpNumber(random));
    const missed = numbers.filter((number) => findCardData(`note ${number}.`) === undefined);
    expect(missed.length / numbers.length).toBeLessThan(0.002);
  });

  it('takes fewer than 1 in 200 Zoho ids that stand bare for a card, and only ones of 15 and 16 digits', () => {
    const ids = bareZohoIds(20_000);
    const taken = ids.filter((id) => findCardData(id) !== undefined);
    expect(taken.length / ids.length).toBeLessThan(0.005);
    expect(taken.every((id) => id.length === 15 || id.length === 16)).toBe(true);
  });
});

describe('ids with a right check digit', () => {
  // 18 and 19 digits with a card's beginning and check digit.
  it.each([
    ['4876876000000624007', 'alone, by its zeros'],
    ['620550000000017003', 'alone, of a card’s length'],
    ['{"invoice_id":"4876876123456624006"}', 'by its name'],
    ['{"invoice_id":"4111000000012342"}', 'of 16 digits by its name'],
    ['https://www.zohoapis.eu/books/v3/invoices/4111000000012342/payments', 'by its place'],
    ['{"instrumentIdentifier":{"id":"4111111111111111"}}', 'as a token of the vault'],
    ['{"reconciliationId":"4111111111111111"}', 'as a number of the processing'],
    ['inst-1|books|4111000000012342', 'in a key of ours'],
    ['0.4111111111111111', 'behind a decimal point'],
    ['+491511111111110', 'a telephone number'],
    ['DE89 3704 0044 0532 0130 00', 'an account number'],
    ['f4111111111111111aa40', 'in a hash'],
    ['accounts 4000, 4100, 4200, 4300', 'a list of accounts'],
    ['79535000000000000000014111111111', 'in a longer number'],
    ['411111XXXXXX1111', 'masked already'],
  ])('%s passes: %s', (text) => {
    expect(findCardData(text)).toBeUndefined();
  });

  it.each([
    ['{"card_id":"4111111111111111"}'],
    ['{"note_id":"4111111111111111"}'],
    ['card 4876876000000624007'],
  ])('%s is refused all the same', (text) => {
    expect(findCardData(text)?.kind).toBe('card-number');
  });
});

describe('security codes and track data', () => {
  it('are found under their names, also without a number', () => {
    expect(findCardData('{"cvv":"737"}')).toEqual({ kind: 'security-code', field: 'cvv' });
    expect(findCardData('{"securityCode":1234,"x":1}')?.kind).toBe('security-code');
    expect(findCardData('{"cvvResult":"M","avs":"Y"}')).toBeUndefined();
  });

  it('are masked beside a number, in words and behind the expiry', () => {
    expect(maskCardData(`${CARD} 12/28 737`)).toBe('**************** 12/28 ***');
    expect(maskCardData(`security code is 737, card ${CARD}`)).toBe(
      'security code is ***, card ****************',
    );
    expect(maskCardData(`;${CARD}=28121010000000000?`)).not.toMatch(/\d/);
  });

  it('does not take other numbers for codes where there is no card', () => {
    expect(findCardData('see security code 403 of the door')).toBeUndefined();
  });
});

describe('masking', () => {
  it('leaves JSON that can be read, and everything else as it was', () => {
    const body = JSON.stringify({
      id: 17,
      note: `pay ${CARD}`,
      raw: 4111111111111111,
      total: '9.90',
    });
    expect(JSON.parse(maskCardData(body))).toEqual({
      id: 17,
      note: 'pay ****************',
      raw: 0,
      total: '9.90',
    });
    const harmless = '{"id":"7650000000000000000001","note":"thanks"}';
    expect(maskCardData(harmless)).toBe(harmless);
  });
});

describe('refusing', () => {
  it('names the field and the place, and never a digit', () => {
    const texts = [`{"customer_note":"${CARD}"}`, `${CARD}=${CARD}`, `{"${CARD}":"${CARD}"}`];
    for (const text of texts) {
      try {
        refuseCardData(text, 'the request to the shop');
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(CardDataRefused);
        const found = cardDataProblemOf(error);
        expect(found).toMatchObject({ code: 'card-data-found', remedy: 'fix-input' });
        expect(JSON.stringify([found, String(error)])).not.toMatch(/\d{4}/);
      }
    }
    expect(cardDataProblemOf(new Error('else'))).toBeUndefined();
  });
});

describe('the brands’ ranges', () => {
  it.each(TEST_CARDS)('have %s', (card) => {
    expect(isIssued(card)).toBe(true);
  });

  it.each(['1111111111111111', '2721000000000004', '411111111111111', '37828224631000'])(
    'have not %s',
    (number) => {
      expect(isIssued(number)).toBe(false);
    },
  );
});
