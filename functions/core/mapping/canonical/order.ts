// The fields of an order and of one of its lines.
import type { CanonicalItem } from '../../domain/canonical/item.ts';
import type { CanonicalOrder } from '../../domain/canonical/order.ts';
import { canonicalCatalog } from './canonical-field.ts';
import { addressFields, currency, gatewayTransactionId } from './shared-fields.ts';

export const orderCatalog = canonicalCatalog<CanonicalOrder>('order', 'Order', [
  { path: 'id', label: 'Order id', type: 'id', required: true, samples: ['727'] },
  { path: 'number', label: 'Order number', type: 'id', required: true, samples: ['SO-10042'] },
  { path: 'status', label: 'Order status', type: 'text', required: true, samples: ['processing'] },
  currency,
  { path: 'customer', label: 'Customer', type: 'object', required: true },
  { path: 'customer.email', label: 'Customer e-mail', type: 'email', samples: ['m@example.com'] },
  { path: 'customer.firstName', label: 'Customer first name', type: 'text', samples: ['Maria'] },
  { path: 'customer.lastName', label: 'Customer last name', type: 'text', samples: ['Lopez'] },
  { path: 'customer.fullName', label: 'Customer full name', type: 'text' },
  { path: 'customer.company', label: 'Customer company', type: 'text' },
  { path: 'customer.phone', label: 'Customer phone', type: 'phone', samples: ['+14155550132'] },
  ...addressFields('customer.billing', 'Billing address'),
  ...addressFields('customer.shipping', 'Shipping address'),
  { path: 'lines', label: 'Lines', type: 'list', required: true },
  { path: 'lines[].sku', label: 'Line: SKU', type: 'id', samples: ['MUG-BLUE'] },
  { path: 'lines[].name', label: 'Line: item name', type: 'text', samples: ['Blue mug'] },
  { path: 'lines[].quantity', label: 'Line: quantity', type: 'number', samples: ['2'] },
  { path: 'lines[].total', label: 'Line: total', type: 'amount', samples: ['24.00'] },
  { path: 'lines[].tax', label: 'Line: tax', type: 'amount', samples: ['1.74'] },
  { path: 'lines[].taxRate', label: 'Line: tax rate', type: 'number', samples: ['7.25'] },
  { path: 'lines[].taxName', label: 'Line: tax name', type: 'text', samples: ['CA State Tax'] },
  { path: 'shipping', label: 'Shipping charge', type: 'amount', samples: ['9.90'] },
  { path: 'tax', label: 'Tax', type: 'amount', samples: ['7.20'] },
  { path: 'total', label: 'Order total', type: 'amount', required: true, samples: ['129.90'] },
  {
    path: 'placedAt',
    label: 'Order time',
    type: 'instant',
    required: true,
    samples: ['2026-05-04T14:00:00Z'],
  },
  { path: 'paymentMethod', label: 'Payment method', type: 'text', samples: ['cybersource'] },
  gatewayTransactionId,
  { path: 'customerNote', label: 'Customer note', type: 'text' },
]);

export const itemCatalog = canonicalCatalog<CanonicalItem>('item', 'Order line', [
  { path: 'sku', label: 'SKU', type: 'id', required: true, samples: ['MUG-BLUE'] },
  { path: 'name', label: 'Item name', type: 'text', required: true, samples: ['Blue mug'] },
  { path: 'description', label: 'Description', type: 'text' },
  { path: 'quantity', label: 'Quantity', type: 'number', required: true, samples: ['2'] },
  { path: 'unit', label: 'Unit', type: 'text', samples: ['pcs'] },
  { path: 'total', label: 'Line total', type: 'amount', required: true, samples: ['24.00'] },
  { path: 'unitPrice', label: 'Unit price', type: 'amount', samples: ['12.00'] },
  { path: 'tax', label: 'Line tax', type: 'amount', samples: ['1.74'] },
  { path: 'taxRate', label: 'Tax rate', type: 'number', samples: ['7.25'] },
  { path: 'taxName', label: 'Tax name', type: 'text', samples: ['CA State Tax'] },
]);
