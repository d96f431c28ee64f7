// The wire between a widget frame and its Zoho page as Books and Desk speak it: register, calls, answers, events.
void (() => {
  const serviceOrigin = new URLSearchParams(location.search).get('serviceOrigin') ?? '';
  const waiting = new Map();
  const handlers = new Map();
  const listening = new Set();
  let calls = 0;
  let identity;
  let registered;
  const registration = new Promise((resolve) => {
    registered = resolve;
  });

  function post(message) {
    parent.postMessage({ ...message, uniqueID: identity, widgetID: identity }, serviceOrigin);
  }

  /** Sends a call; the promise settles when (and if) the page answers. Rejections are what the page sent. */
  function call(eventName, data) {
    calls += 1;
    const promiseID = `${eventName}_${calls}`;
    return new Promise((resolve, reject) => {
      waiting.set(promiseID, { resolve, reject });
      post({ type: '__EVENT__', eventName, data, isPromise: true, promiseID });
    });
  }

  function on(eventName, handler) {
    handlers.set(eventName, [...(handlers.get(eventName) ?? []), handler]);
    if (listening.has(eventName)) return;
    listening.add(eventName);
    post({ type: '__EVENT_BIND__', eventName });
  }

  function off(eventName) {
    handlers.delete(eventName);
  }

  /** The page waits for the last handler's answer: that is how a widget vetoes a save. */
  async function deliver({ eventName, data, isPromise, promiseID }) {
    let answer;
    for (const handler of handlers.get(eventName) ?? []) answer = await handler(data);
    if (isPromise) post({ type: '__EVENT_RESPONSE__', promiseID, isSuccess: true, data: answer });
  }

  addEventListener('message', ({ data: message, origin }) => {
    if (origin !== serviceOrigin || message === null || typeof message !== 'object') return;
    if (message.type === '__REGISTER__') {
      identity = message.uniqueID;
      post({ type: '__REGISTER__' });
      registered(message.data);
    } else if (message.type === '__EVENT_RESPONSE__') {
      const promise = waiting.get(message.promiseID);
      waiting.delete(message.promiseID);
      if (message.isSuccess) promise?.resolve(message.data);
      else promise?.reject(message.data);
    } else if (typeof message.eventName === 'string') {
      void deliver(message);
    }
  });

  globalThis.sigmaChannel = { registration, call, on, off, post };
})();
