// How long one mapping of 40 fields takes: a shop order and its payment as an invoice with three lines.
import { staticCatalogs } from '../../functions/core/catalogs/static-catalogs.ts';
import { applyMapping } from '../../functions/core/mapping/apply-mapping.ts';
import { canonicalCatalogs } from '../../functions/core/mapping/canonical-catalogs.ts';
import type { CatalogField } from '../../functions/core/mapping/catalog-field.ts';
import { type MappingDocument, readMapping } from '../../functions/core/mapping/document.ts';
import { shippedMappings, shippedTables } from '../../functions/core/mapping/shipped.ts';
import { order, payment } from '../core/mapping/sample-records.ts';
import { atMost, type Finding } from './finding.ts';
import { digits, median } from './statistics.ts';

const FIELDS = 40;
const MAPPING_MS_MAX = 0.2;
const ROUNDS = 30;
const MAPPINGS_PER_ROUND = 200;

export async function measureMapping(): Promise<Finding[]> {
  const document = fortyFields();
  const target = staticCatalogs.find((one) => one.product === 'books' && one.object === 'invoice');
  if (target === undefined) throw new Error('there is no catalog of Books invoices');
  const custom = document.rules
    .flatMap(({ to }) => to)
    .filter(({ path }) => path.startsWith('custom_fields.'))
    .map(({ path }): CatalogField => ({ path, label: path, type: 'text', lengthMax: 200 }));
  const context = {
    target: { ...target, fields: [...target.fields, ...custom] },
    sources: canonicalCatalogs,
    tables: shippedTables(),
    timeZone: 'America/Los_Angeles',
  };
  const sources = {
    order: { ...order, lines: [...order.lines, ...order.lines.slice(0, 1)] },
    payment,
  };
  const once = applyMapping(document, sources, context);
  const filled = Object.keys(once.values).length;
  if (!once.complete || filled < FIELDS) throw new Error(`only ${filled} fields were filled`);
  const rounds = Array.from({ length: ROUNDS }, () =>
    timeRound(() => applyMapping(document, sources, context)),
  );
  // A mapping waits for nothing: on a busy machine its wall time is longer only by what others do meanwhile.
  const typical = Math.min(
    median(rounds.map(({ wallMs }) => wallMs)),
    median(rounds.map(({ cpuMs }) => cpuMs)),
  );
  const what = `mapping of ${FIELDS} fields (${filled} values): one order`;
  return [
    atMost({ what, measured: `${digits(typical * 1000)} µs` }, typical, MAPPING_MS_MAX, ' ms'),
  ];
}

function timeRound(map: () => void): { readonly wallMs: number; readonly cpuMs: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let done = 0; done < MAPPINGS_PER_ROUND; done += 1) map();
  const wallMs = (performance.now() - start) / MAPPINGS_PER_ROUND;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 / MAPPINGS_PER_ROUND };
}

/** Two shipped mappings to the same invoice, and texts and dates up to the number of fields. */
function fortyFields(): MappingDocument {
  const shipped = ['order-to-books-invoice', 'payment-to-books-invoice'].flatMap(
    (id) => shippedMappings().get(id)?.rules ?? [],
  );
  const seen = new Set<string>();
  const rules = shipped.filter(({ to }) => {
    const path = to[0]?.path ?? '';
    return !seen.has(path) && seen.add(path).size > 0;
  });
  const more = Array.from({ length: FIELDS - rules.length }, (_, index) => ({
    to: [{ path: `custom_fields.cf_text_${index}` }],
    from: [
      { path: 'order.number', part: 'number' },
      { path: 'payment.submittedAt', part: 'day', through: [{ use: 'date-in-zone' }] },
      { path: 'payment.amount', part: 'amount' },
    ],
    through: [{ use: 'template', text: 'Order {number} of {day}: {amount}' }],
  }));
  return readMapping({
    id: 'bench',
    version: 1,
    title: 'Order and payment to invoice',
    sources: [
      { product: 'canonical', object: 'order' },
      { product: 'canonical', object: 'payment' },
    ],
    target: { product: 'books', object: 'invoice' },
    rules: [...rules, ...more],
  });
}
