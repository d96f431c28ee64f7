// What a Zoho page does around a widget: takes it in, answers its calls, proxies its requests through the server.
const page = JSON.parse(document.querySelector('#page').textContent);
const frame = document.querySelector('#widget');
const uniqueID = crypto.randomUUID();
const stored = new Map();

function say(text, tone) {
  const notice = document.querySelector('#notice');
  notice.textContent = text;
  notice.dataset.tone = tone;
  notice.hidden = false;
  setTimeout(() => {
    notice.hidden = true;
  }, 6000);
}

/** `get('invoice')` and `get('user.name')`; what this page does not have is never answered. */
function read(path) {
  const value = path.split('.').reduce((from, name) => from?.[name], page.context);
  return value === undefined ? new Promise(() => {}) : value;
}

/** Zoho's server makes the call; the browser never sees the token that it adds. */
async function proxy(request) {
  const answer = await fetch('/proxy', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ product: page.product, ...request }),
  }).catch(() => undefined);
  if (answer === undefined) return Promise.reject('The request could not be sent.');
  const reply = await answer
    .json()
    .catch(() => ({ settled: 'rejected', value: 'Invalid response' }));
  if (reply.authorize !== undefined) offerToAuthorize(reply.authorize);
  if (request.method !== 'GET') watchDocument();
  if (reply.settled === 'rejected') return Promise.reject(reply.value);
  return reply.value;
}

/** The prompt for a connection that this person has not authorized; the widget's call has failed meanwhile. */
function offerToAuthorize(connection) {
  const dialog = document.querySelector('#authorize');
  document.querySelector('#authorize-name').textContent = connection;
  if (!dialog.open) dialog.showModal();
}

document.querySelector('#authorize-open').addEventListener('click', () => {
  open(`/connections/authorize?product=${page.product}`, 'authorize', 'popup,width=520,height=720');
});

new BroadcastChannel('connections').addEventListener('message', () => {
  document.querySelector('#authorize').close();
  say('The connection is authorized.', 'success');
});

function resize({ height }) {
  const pixels = Number.parseInt(height, 10);
  if (pixels > 0) frame.style.blockSize = `${pixels}px`;
}

/** The document on the page follows what the widget did, without taking the widget away. */
async function refreshDocument(address = location.href, push = false) {
  const answer = await fetch(address, { headers: { 'x-part': 'document' } });
  if (!answer.ok) return;
  const { html, context, title } = await answer.json();
  const part = document.querySelector('#document');
  if (part.dataset.html !== html) {
    part.innerHTML = html;
    part.dataset.html = html;
  }
  page.context = context;
  if (push) {
    history.pushState({}, '', address);
    document.title = title;
  }
}

let watching;
function watchDocument() {
  clearInterval(watching);
  let left = 15;
  watching = setInterval(() => {
    left -= 1;
    if (left <= 0) clearInterval(watching);
    void refreshDocument();
  }, 2000);
}

function toQuery(url, entries = []) {
  const target = new URL(url);
  for (const { key, value } of entries) target.searchParams.append(key, value);
  return target.href;
}

const finance = {
  GET_DATA: async ({ property }) => ({ [property]: await read(property) }),
  FETCH_DATA: ({ data }) =>
    proxy({
      connection: data.connection_link_name,
      url: toQuery(data.url, data.url_query),
      method: data.method,
      headers: Object.fromEntries((data.header ?? []).map(({ key, value }) => [key, value])),
      body: data.body?.raw,
    }),
  SHOW_NOTIFICATION: ({ value }) => say(value.message, value.type),
  REFRESH_DATA: () => refreshDocument(),
  RESIZE: ({ value }) => resize(value),
  STORE_DATA: ({ property, data }) => void stored.set(property, data),
  RETRIEVE_DATA: ({ property }) => stored.get(property),
};

const desk = {
  GET_DATA: async ({ property }) => ({ [property]: await read(property), status: 'success' }),
  FETCH_DATA: ({ data }) =>
    proxy({
      connection: data.connectionLinkName,
      url: toQuery(
        data.url,
        Object.entries(data.data ?? {}).map(([key, value]) => ({ key, value })),
      ),
      method: data.type,
      headers: data.headers ?? {},
      body: data.type === 'GET' ? undefined : JSON.stringify(data.postBody ?? {}),
    }),
  NOTIFY: ({ value }) => say(`${value.title}: ${value.content}`, value.icon),
  RESIZE: ({ value }) => resize(value),
};

const crm = {
  'CRM.CONFIG': ({ type }) => page.context[type],
  'CRM.API': ({ Entity, RecordID }) =>
    Entity === page.context.entity && RecordID === page.context.record.id
      ? { data: [page.context.record] }
      : { data: [] },
  'CRM.CONNECTION': ({ link, url, method, param_type, parameters, headers }) => {
    const fields = JSON.parse(parameters);
    const entries = Object.entries(fields).map(([key, value]) => ({ key, value }));
    return proxy({
      connection: link,
      url: param_type === 1 ? toQuery(url, entries) : url,
      method,
      headers: JSON.parse(headers),
      body: param_type === 1 ? undefined : parameters,
    });
  },
  'CRM.UI': ({ type, ...size }) => (type === 'RESIZE' ? resize(size) : undefined),
};

/** Second generation: Books, Inventory, Desk. */
function sigmaPage(calls, load) {
  const send = (message) => frame.contentWindow.postMessage(message, page.widgetOrigin);
  const pending = new Map();
  frame.addEventListener('load', () => send({ type: '__REGISTER__', uniqueID, data: load }));

  async function answer({ data, promiseID }) {
    const act = calls[data.type];
    // A call the page does not know is never answered.
    if (act === undefined) return;
    const reply = (isSuccess, value) =>
      send({ type: '__EVENT_RESPONSE__', promiseID, isSuccess, data: value });
    try {
      reply(true, await act(data));
    } catch (reason) {
      reply(false, reason);
    }
  }

  return {
    receive(message) {
      if (message.type === '__EVENT__') void answer(message);
      if (message.type === '__EVENT_RESPONSE__') pending.get(message.promiseID)?.(message.data);
    },
    tell: (eventName) => send({ eventName, widgetID: uniqueID, data: {} }),
    ask(eventName) {
      const promiseID = `${eventName}_${Date.now()}`;
      send({ eventName, widgetID: uniqueID, data: {}, isPromise: true, promiseID });
      return new Promise((resolve) => pending.set(promiseID, resolve));
    },
  };
}

/** First generation: CRM. */
function crmPage() {
  const send = (eventName, data, promiseid) =>
    frame.contentWindow.postMessage(
      { type: 'FRAMEWORK.EVENT', eventName, promiseid, data },
      page.widgetOrigin,
    );
  const pageLoad = () => ({ Entity: page.context.entity, EntityId: page.context.record?.id });

  async function answer({ data, promiseid }) {
    const act = crm[data.category];
    if (act === undefined) return;
    try {
      send('EVENT_RESPONSE', await act(data), promiseid);
    } catch (reason) {
      send('EVENT_RESPONSE_FAILURE', reason, promiseid);
    }
  }

  return {
    receive(message) {
      if (message.eventName === 'REGISTER') {
        send('SET_CONTEXT', {
          uniqueID,
          model: {},
          locale: 'en_US',
          localeResource: {},
          connectors: [],
        });
        send('PageLoad', pageLoad());
      }
      if (message.eventName === 'CRM_EVENT') void answer(message);
    },
    tell: () => send('PageLoad', pageLoad()),
    ask: async () => undefined,
  };
}

function hostPage() {
  if (page.product === 'crm') return crmPage();
  if (page.product === 'desk') return sigmaPage(desk, page.load);
  return sigmaPage(finance, page.load);
}

const host = hostPage();
addEventListener('message', ({ data, source, origin }) => {
  if (source === frame.contentWindow && origin === page.widgetOrigin) host.receive(data);
});
frame.src = page.widgetUrl;

// Another record of the list opens in place, as in Zoho: the widget stays and hears of it.
document.querySelector('#records')?.addEventListener('click', async (event) => {
  const link = event.target.closest('a');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.querySelector('#records [aria-current]')?.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'page');
  await refreshDocument(link.href, true);
  host.tell(page.changeEvent);
});
addEventListener('popstate', () => location.reload());

// On the settings page Save belongs to the host, which asks the widget first.
document.querySelector('#save')?.addEventListener('click', async () => {
  const verdict = await host.ask('ON_SETTINGS_WIDGET_PRE_SAVE');
  if (verdict?.prevent_save) say(verdict.message ?? 'Not saved.', 'error');
  else say('Saved.', 'success');
});
