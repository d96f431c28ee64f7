// Stand-in for the Desk client SDK: `ZOHODESK`.
void (() => {
  const channel = globalThis.sigmaChannel;
  const call = (data) => channel.call('DESK_EVENT', data);

  async function onload() {
    const load = await channel.registration;
    const instance = {
      on: channel.on,
      emit: (eventName, data) => channel.post({ type: '__EMIT__', eventName, data }),
      modal: (options) => call({ type: 'MODAL', value: options }),
      getWidgets: () => call({ type: 'GET_WIDGETS' }),
    };
    return { ...load, instance };
  }

  /** With `responseType` the SDK drops the body and the file; without it the answer is a string. */
  function request(options) {
    const { responseType, postBody, fileObj, ...rest } = options;
    if (responseType === undefined)
      return call({ type: 'FETCH_DATA', data: { ...rest, postBody } });
    return call({ type: 'FETCH_DATA', data: { ...rest, responseType } });
  }

  globalThis.ZOHODESK = {
    extension: { onload },
    get: (property, value) => call({ type: 'GET_DATA', property, value }),
    set: (property, value) => call({ type: 'SET_DATA', property, value }),
    request,
    invoke: (name, value) => call({ type: name, value }),
    notify: (value) => call({ type: 'NOTIFY', value }),
    showpopup: (value) => call({ type: 'POPUP', value }),
  };
})();
