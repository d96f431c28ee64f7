// All field catalogs of the canonical model.

import { caseCatalog, disputeCatalog, settlementLineCatalog } from './canonical/case.ts';
import { cardTokenCatalog, customerCatalog, fieldOwnersCatalog } from './canonical/customer.ts';
import { itemCatalog, orderCatalog } from './canonical/order.ts';
import { movementCatalog, paymentCatalog } from './canonical/payment.ts';
import type { FieldCatalog } from './catalog-field.ts';

export const canonicalCatalogs: readonly FieldCatalog[] = [
  paymentCatalog,
  movementCatalog,
  customerCatalog,
  cardTokenCatalog,
  fieldOwnersCatalog,
  caseCatalog,
  orderCatalog,
  itemCatalog,
  settlementLineCatalog,
  disputeCatalog,
];
