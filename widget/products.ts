// The four Zoho products that a package is made for.
import type { HostName } from '../functions/core/contract/panel.ts';

export interface Product {
  readonly name: HostName;
  /** The vendor's SDK, loaded from its own server. */
  readonly sdkUrl: string;
}

export const products: readonly Product[] = [
  { name: 'books', sdkUrl: 'https://js.zohostatic.com/zohofinance/v1/zf_sdk.js' },
  { name: 'inventory', sdkUrl: 'https://js.zohostatic.com/zohofinance/v1/zf_sdk.js' },
  { name: 'crm', sdkUrl: 'https://live.zwidgets.com/js-sdk/1.2/ZohoEmbededAppSDK.min.js' },
  {
    name: 'desk',
    sdkUrl: 'https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js',
  },
];
