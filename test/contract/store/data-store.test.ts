// The store over Data Store: the battery, over the genuine SDK and the Catalyst stand-in.

import { storeBattery } from '../../store/store-battery.ts';
import { openDataStore } from './open-data-store.ts';

storeBattery('data store', async () => {
  const { sandbox, catalyst, store } = await openDataStore();
  return {
    store,
    cutAfterNextInsert: () =>
      catalyst.faults.arm({ mode: 'cut-after', method: 'POST', path: '/row' }),
    close: () => sandbox.close(),
  };
});
