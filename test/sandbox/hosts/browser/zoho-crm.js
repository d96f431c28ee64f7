// Stand-in for the CRM embedded-app SDK: `ZOHO.embeddedApp` and the part of `ZOHO.CRM` that pages answer.
void (() => {
  const serviceOrigin = new URLSearchParams(location.search).get('serviceOrigin') ?? '';
  const waiting = new Map();
  const handlers = new Map();
  let calls = 0;
  let context;
  let ready;
  const contextSet = new Promise((resolve) => {
    ready = resolve;
  });

  function post(message) {
    parent.postMessage(
      { type: 'SDK.EVENT', uniqueID: context?.uniqueID, ...message },
      serviceOrigin,
    );
  }

  function call(data) {
    calls += 1;
    const promiseid = `Promise${calls}`;
    return new Promise((resolve, reject) => {
      waiting.set(promiseid, { resolve, reject });
      post({ eventName: 'CRM_EVENT', promiseid, data });
    });
  }

  addEventListener('message', ({ data: message, origin }) => {
    if (origin !== serviceOrigin || message?.type !== 'FRAMEWORK.EVENT') return;
    const { eventName, promiseid, data } = message;
    if (eventName === 'SET_CONTEXT') {
      context = data;
      ready(data);
    } else if (eventName === 'EVENT_RESPONSE' || eventName === 'EVENT_RESPONSE_FAILURE') {
      const promise = waiting.get(promiseid);
      waiting.delete(promiseid);
      if (eventName === 'EVENT_RESPONSE') promise?.resolve(data);
      else promise?.reject(data);
    } else {
      for (const handler of handlers.get(eventName) ?? []) handler(data);
    }
  });

  const api = (type) => (options) => call({ category: 'CRM.API', type, ...options });
  const config = (type) => () => call({ category: 'CRM.CONFIG', type });
  const proxy = (method) => (options) => call({ category: 'CRM.HTTP', method, ...options });

  globalThis.ZOHO = {
    embeddedApp: {
      /** The page sends PageLoad once the widget has registered: a handler set later misses it. */
      on: (eventName, handler) =>
        handlers.set(eventName, [...(handlers.get(eventName) ?? []), handler]),
      init() {
        post({ eventName: 'REGISTER', appOrigin: encodeURIComponent(location.href) });
        return contextSet;
      },
    },
    CRM: {
      CONFIG: {
        getOrgInfo: config('ORG'),
        getCurrentUser: config('CURRENT_USER'),
        GetCurrentEnvironment: config('ENVIRONMENT'),
      },
      API: { getRecord: api('GET_RECORD') },
      CONNECTION: {
        // Like the vendor's, it sends parameters and headers as JSON text.
        invoke: (link, { url, method, param_type, parameters, headers }) =>
          call({
            category: 'CRM.CONNECTION',
            type: 'INVOKE',
            link,
            url,
            method,
            param_type,
            parameters: JSON.stringify(parameters ?? {}),
            headers: JSON.stringify(headers ?? {}),
          }),
      },
      HTTP: { get: proxy('GET'), post: proxy('POST'), put: proxy('PUT') },
      UI: {
        Resize: (size) => call({ category: 'CRM.UI', type: 'RESIZE', ...size }),
        Record: { open: (record) => call({ category: 'CRM.UI', type: 'OPEN_RECORD', ...record }) },
      },
    },
  };
})();
