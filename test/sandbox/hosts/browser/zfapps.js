// Stand-in for the finance SDK: `ZFAPPS` as widgets in Books and Inventory know it.
void (() => {
  const channel = globalThis.sigmaChannel;
  const call = (data) => channel.call('ZF_EVENT', data);

  function applyTheme({ themeInfo = {}, inheritStyles }) {
    if (!inheritStyles) return;
    for (const [name, value] of Object.entries(themeInfo)) {
      document.documentElement.style.setProperty(`--zf-${name}`, value);
    }
  }

  async function init() {
    const { meta = {}, ...load } = await channel.registration;
    applyTheme(meta);
    const instance = {
      on: channel.on,
      off: channel.off,
      emit: (eventName, data) => channel.post({ type: '__EMIT__', eventName, data }),
      modal: (options) => call({ type: 'SHOW_MODAL', value: options }),
      getWidgets: () => call({ type: 'GET_WIDGETS' }),
    };
    return { ...load, instance };
  }

  globalThis.ZFAPPS = {
    extension: { init },
    get: (property, value) => call({ type: 'GET_DATA', property, value }),
    set: (property, value) => call({ type: 'SET_DATA', property, value }),
    request: (options) => call({ type: 'FETCH_DATA', data: options }),
    invoke: (name, value) => call({ type: name, value }),
    store: (key, data) => call({ type: 'STORE_DATA', property: key, data }),
    retrieve: (key) => call({ type: 'RETRIEVE_DATA', property: key }),
    showModal: (options) => call({ type: 'SHOW_MODAL', value: options }),
    closeModal: (id) => call({ type: 'CLOSE_MODAL', value: id }),
  };
})();
