// The sandbox's front door: the company at a glance, the switches, the clock and what went on.
import { html } from 'hono/html';
import { type FaultMode, type Faults, faultModes } from '../faults.ts';
import type { StandIn } from '../stand-in.ts';
import type { ZohoUser } from '../zoho/users.ts';
import type { Chain, Station } from './chains.ts';
import { peopleSection } from './people-switches.ts';

type Markup = ReturnType<typeof html>;

/** The switches that a stand-in knows beside the common ones. */
const namedSwitches: Readonly<Record<string, readonly string[]>> = {
  cybersource: [
    'webhook-duplicate',
    'webhook-drop',
    'webhook-reorder',
    'webhook-payload-signature',
    'server-error-after-apply',
    'refund-decline',
  ],
  woocommerce: ['webhook-duplicate', 'webhook-drop'],
};

const modeWords: Readonly<Record<FaultMode, string>> = {
  'cut-before': 'cut before the work',
  'cut-after': 'cut after the work',
  hang: 'hang',
  'hang-after': 'work, then hang',
  'rate-limit': '429',
  'bad-gateway': '502',
  'bad-json': 'broken JSON',
  slow: 'five seconds late',
};

export interface HomePage {
  readonly companyName: string;
  readonly links: readonly {
    readonly label: string;
    readonly href: string;
    readonly hint: string;
  }[];
  readonly standIns: readonly StandIn[];
  /** Root of the host pages. */
  readonly pagesUrl: string;
  readonly people: readonly ZohoUser[];
  readonly glance: Glance;
}

/** What changes by itself and is fetched anew every few seconds. */
export interface Glance {
  readonly now: number;
  readonly chains: readonly Chain[];
  readonly lists: readonly {
    readonly title: string;
    readonly empty: string;
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly faults: readonly { readonly name: string; readonly faults: Faults }[];
  readonly pagesUrl: string;
}

export function homePage(page: HomePage): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.companyName}: the sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/control.css">
</head>
<body>
<header>
  <h1>${page.companyName}</h1>
  <p>A whole company on this machine. Buy something, then follow it into the books.</p>
</header>
<main>
  <nav aria-label="Places"><ul class="places">${page.links.map(
    (link) =>
      html`<li><a href="${link.href}"><strong>${link.label}</strong><span>${link.hint}</span></a></li>`,
  )}</ul></nav>
  <div id="glance">${glance(page.glance)}</div>
  <section aria-labelledby="clock-title" class="panel">
    <h2 id="clock-title">Clock</h2>
    <p>At midnight batches settle. The clock only goes forward.</p>
    <div class="row">
      ${clockButton('Next day', 'nextDay', 'true')}
      ${clockButton('One hour on', 'advanceMs', '3600000')}
      ${clockButton('Ten minutes on', 'advanceMs', '600000')}
    </div>
  </section>
  ${peopleSection(page.people)}
  <section aria-labelledby="faults-title" class="panel">
    <h2 id="faults-title">Make something go wrong</h2>
    <p>Each press arms one fault: it hits the next call that fits.</p>
    ${faultForm(page.standIns)}
    ${Object.entries(namedSwitches).map(switchForm)}
    <form method="post" action="/control/faults/clear"><button class="quiet">Clear all</button></form>
  </section>
</main>
<script src="/control.js" type="module"></script>
</body>
</html>`;
}

function clockButton(label: string, name: string, value: string): Markup {
  return html`<form method="post" action="/control/clock">
    <input type="hidden" name="${name}" value="${value}"><button>${label}</button></form>`;
}

function faultForm(standIns: readonly StandIn[]): Markup {
  return html`<form method="post" action="/control/faults">
  <div class="row">
    <label>Where <select name="standIn">${standIns.map(({ name }) => html`<option>${name}</option>`)}</select></label>
    <label>Method <select name="method"><option value="">any</option>
      ${['GET', 'POST', 'PUT'].map((method) => html`<option>${method}</option>`)}</select></label>
    <label>Path contains <input name="path" placeholder="/refunds"></label>
    <label>Times <input name="times" type="number" min="1" max="99" value="1"></label>
  </div>
  <div class="row">
    ${faultModes.map((mode) => html`<button name="mode" value="${mode}">${modeWords[mode]}</button>`)}
  </div>
</form>`;
}

function switchForm([name, switches]: readonly [string, readonly string[]]): Markup {
  return html`<form method="post" action="/control/faults" class="row">
  <span>Once at ${name}:</span><input type="hidden" name="standIn" value="${name}">
  ${switches.map(
    (one) =>
      html`<button name="switch" value="${one}" class="quiet">${one.replaceAll('-', ' ')}</button>`,
  )}
</form>`;
}

export function glance(shown: Glance): Markup {
  return html`
<p class="now">Sandbox time: <time>${new Date(shown.now).toISOString().slice(0, 19).replace('T', ' ')} UTC</time></p>
<section>
  <h2 id="orders-title">Newest orders</h2>
  <div class="scroll" tabindex="0" role="region" aria-labelledby="orders-title"><table>
    <thead><tr>${[
      'Order',
      'Customer',
      'Total',
      'Gateway',
      'Event',
      'CRM contact',
      'Sales order',
      'Invoice',
      'Payment',
      'Shop',
    ].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${shown.chains.map((chain) => chainRow(chain, shown.pagesUrl))}</tbody>
  </table></div>
</section>
${armed(shown.faults)}
<div class="lists">${shown.lists.map(
    (list) => html`<section class="panel"><h2>${list.title}</h2>
    ${
      list.rows.length === 0
        ? html`<p class="quiet-text">${list.empty}</p>`
        : html`<ul>${list.rows.map(
            ([first, ...rest]) => html`<li><strong>${first}</strong> ${rest.join(' · ')}</li>`,
          )}</ul>`
    }</section>`,
  )}</div>`;
}

function chainRow(chain: Chain, pagesUrl: string): Markup {
  const cell = (station: Station | undefined) => {
    if (station === undefined)
      return html`<td class="none"><span aria-label="not yet">–</span></td>`;
    if (station.path === undefined) return html`<td>${station.text}</td>`;
    return html`<td><a href="${pagesUrl}${station.path}">${station.text}</a></td>`;
  };
  return html`<tr data-order="${chain.orderId}">
    <th scope="row">${chain.orderId}</th><td>${chain.customer}</td><td>${chain.total}</td>
    <td>${chain.gateway}</td>${cell(chain.event)}${cell(chain.contact)}${cell(chain.salesOrder)}
    ${cell(chain.invoice)}${cell(chain.payment)}<td><span class="badge" data-status="${chain.shopStatus}">${chain.shopStatus}</span></td>
  </tr>`;
}

function armed(all: Glance['faults']): Markup | string {
  const lines = all.flatMap(({ name, faults }) => [
    ...faults.armed.map(
      (fault) =>
        `${name}: ${modeWords[fault.mode]}, ${fault.method ?? 'any call'} ${fault.path ?? ''} (${fault.times} left)`,
    ),
    ...[...faults.switches]
      .filter(([, left]) => left > 0)
      .map(([one, left]) => `${name}: ${one.replaceAll('-', ' ')} (${left} left)`),
  ]);
  if (lines.length === 0) return '';
  return html`<section class="panel armed"><h2>Armed</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}
