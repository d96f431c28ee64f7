// Customers of the token vault (TMS): their e-mail and number, and the bill-to that stands beside each card.
import type { Customer } from '../../domain/customer.ts';
import type { Payer } from '../../domain/customer-profile.ts';
import { isSafeId, type MerchantId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { VaultProfile, VaultProfiles } from '../../ports/vault-profiles.ts';
import { listAt, parseJson, present, textAt, valueAt } from '../transport/read-json.ts';
import type { GatewayConnection } from './gateway-call.ts';
import { callVault, customerPath, instrumentPath, instrumentsPath } from './vault-call.ts';

const CUSTOMER = 'The customer at the gateway';
const CARD = 'The card';

export function createVaultProfiles(connection: GatewayConnection): VaultProfiles {
  return {
    profilesIn,
    read: (merchant, customerId) => readProfile(connection, merchant, customerId),
    async change(merchant, customerId, { email, reference }) {
      const path = customerPath(customerId);
      const body = { buyerInformation: present({ email, merchantCustomerID: reference }) };
      const changed = await callVault(connection, merchant, CUSTOMER, {
        method: 'PATCH',
        path,
        body,
      });
      return changed.ok ? ok(undefined) : changed;
    },
    async changePayer(merchant, ids, payer) {
      const path = instrumentPath(ids);
      const body = { billTo: billToOf(payer) };
      const changed = await callVault(connection, merchant, CARD, { method: 'PATCH', path, body });
      if (changed.ok || changed.problem.code === 'not-found') return ok(undefined);
      return changed;
    },
  };
}

export function profilesIn(body: string): readonly string[] {
  const payload = valueAt(parseJson(body), 'payload');
  const items: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  const ids = items.flatMap((item) =>
    listAt(valueAt(item, 'data', '_links'), 'customers').map(
      (one) => textAt(one, 'href')?.split('/').at(-1) ?? textAt(one, 'id') ?? '',
    ),
  );
  return [...new Set(ids.filter(isSafeId))];
}

async function readProfile(
  connection: GatewayConnection,
  merchant: MerchantId,
  customerId: string,
): Promise<Result<VaultProfile>> {
  const get = (path: string) => callVault(connection, merchant, CUSTOMER, { method: 'GET', path });
  const [customer, list] = await Promise.all([
    get(customerPath(customerId)),
    get(instrumentsPath(customerId)),
  ]);
  if (!customer.ok) return customer;
  if (!list.ok && list.problem.code !== 'not-found') return list;
  const rows = list.ok ? listAt(list.value, '_embedded', 'paymentInstruments') : [];
  const buyer = valueAt(customer.value, 'buyerInformation');
  return ok(
    present({
      customerId,
      email: textAt(buyer, 'email'),
      reference: textAt(buyer, 'merchantCustomerID'),
      cards: rows.flatMap((row) => {
        const paymentInstrumentId = textAt(row, 'id');
        if (paymentInstrumentId === undefined) return [];
        const isDefault = valueAt(row, 'default') === true;
        return [{ paymentInstrumentId, isDefault, payer: payerOf(valueAt(row, 'billTo')) }];
      }),
    }),
  );
}

function payerOf(billTo: unknown): Payer {
  const text = (field: string) => textAt(billTo, field);
  const address = ['address1', 'locality', 'postalCode', 'country'].some((one) => text(one));
  const billing = {
    line1: text('address1') ?? '',
    ...present({ line2: text('address2'), region: text('administrativeArea') }),
    city: text('locality') ?? '',
    postalCode: text('postalCode') ?? '',
    country: text('country') ?? '',
  };
  return present({
    email: text('email'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    company: text('company'),
    phone: text('phoneNumber'),
    billing: address ? billing : undefined,
  });
}

/** Fields and names of the SDK's "DefaultPaymentInstrumentBillTo". */
function billToOf({ email, firstName, lastName, company, phone, billing }: Partial<Customer>) {
  return present({
    firstName,
    lastName,
    company,
    address1: billing?.line1,
    address2: billing?.line2,
    locality: billing?.city,
    administrativeArea: billing?.region,
    postalCode: billing?.postalCode,
    country: billing?.country,
    email,
    phoneNumber: phone,
  });
}
