// Writes the scale on paper as a table for functions/README.md.
import {
  ceilingsOf,
  type Day,
  dayOf,
  type MeasuredCounts,
  orderOf,
  scales,
  type Usage,
} from './scale-on-paper.ts';

/** Markdown. */
export function scaleTable(counts: MeasuredCounts): string {
  const days = scales.map((scale) => ({ scale, day: dayOf(counts, scale) }));
  const row = (name: string, cell: (day: Day, orders: number) => string) => [
    name,
    ...days.map(({ scale, day }) => cell(day, scale.companies * scale.ordersPerDay)),
  ];
  const count = (name: string, of: (usage: Usage) => number) =>
    row(name, ({ usage }) => whole(of(usage)));
  return [
    orderLine(counts),
    '',
    ...aligned([
      ['a day', ...scales.map(({ name }) => name)],
      count('store reads', (usage) => usage.selects),
      count('store inserts', (usage) => usage.inserts),
      count('store updates', (usage) => usage.updates),
      row('store calls a second', ({ usage }) =>
        digits((usage.selects + usage.inserts + usage.updates) / 86_400),
      ),
      count('job runs, at most', (usage) => usage.jobs),
      count('Books calls', (usage) => usage.books),
      count('Inventory calls', (usage) => usage.inventory),
      count('CRM calls', (usage) => usage.crm),
      count('gateway calls', (usage) => usage.gateway),
      count('shop calls', (usage) => usage.shop),
      row('workers at once at the peak', ({ workers }) => digits(workers)),
      row("seconds of the timer's minute", ({ timerSeconds }) => digits(timerSeconds)),
      row('US dollars', ({ dollars }) => digits(dollars)),
      row('US cents an order', ({ dollars }, orders) => digits((dollars * 100) / orders)),
      row('binds first', (day) => bindsFirst(day)),
    ]),
    '',
    ceilingLine(counts),
  ].join('\n');
}

function orderLine(counts: MeasuredCounts): string {
  const { selects, inserts, updates, books, inventory, crm, gateway, shop } = orderOf(counts);
  return `An order with all that follows: ${digits(selects)} reads, ${digits(inserts)} inserts and ${digits(updates)} updates of the store; calls: ${digits(books)} Books, ${digits(inventory)} Inventory, ${digits(crm)} CRM, ${digits(gateway)} gateway, ${digits(shop)} shop.`;
}

function ceilingLine(counts: MeasuredCounts): string {
  const { idleDollars, ...most } = ceilingsOf(counts);
  return `One organization: ${about(most.ordersByBooksDay)} orders a day by Books' calls a day, ${about(most.ordersByMinuteAtPeak)} by its calls a minute at the peak, ${about(most.ordersByMinuteEvenly)} spread evenly. A company that sells nothing: $${digits(idleDollars)} a day, as much as ${about(most.idleInOrders)} orders. One project: ${about(most.companiesByMinute)} companies in the timer's minute, ${about(most.companiesByJob)} in the 15 minutes of its job.`;
}

function about(value: number): string {
  return whole(Number(value.toPrecision(2)));
}

/** The limit of which the greatest share is used. */
function bindsFirst({ shares }: Day): string {
  const [name, share] = Object.entries(shares).reduce((most, one) =>
    one[1] > most[1] ? one : most,
  );
  return share > 1
    ? `**${name}: ${digits(share)} times over**`
    : `${name}: ${whole(share * 100)} %`;
}

function aligned([head = [], ...body]: readonly (readonly string[])[]): string[] {
  const rows = [head, head.map((_, column) => (column === 0 ? ':--' : '--:')), ...body];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Two digits that matter. */
function digits(value: number): string {
  return value >= 100 ? whole(value) : String(Number(value.toPrecision(2)));
}
