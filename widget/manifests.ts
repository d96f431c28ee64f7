// One source of the four plugin manifests.
import type { HostName } from '../functions/core/contract/panel.ts';

export const PANEL_PAGE = '/app/widget.html';
export const SETTINGS_PAGE = '/app/settings.html';
export const LOGO = '/app/img/logo.png';
const CONNECTION = 'tallybridge_api';
/** Desk takes letters and digits only. */
const DESK_CONNECTION = 'tallybridgeapi';

/** A manifest as JSON: its keys differ by product. */
export type Manifest = Readonly<Record<string, unknown>>;

/**
 * The manifest of one product.
 * @param apiBase address of our API; Desk's proxy only passes requests to domains that are listed.
 * @param deskSecret signs what Desk tells us of the extension; without one it tells nothing.
 */
export function manifestOf(product: HostName, apiBase: string, deskSecret?: string): Manifest {
  switch (product) {
    case 'books':
      return financeManifest('FINANCE');
    case 'inventory':
      return financeManifest('INVENTORY');
    case 'crm':
      // CRM registers widgets and their places in its own set-up pages.
      return { service: 'CRM' };
    case 'desk':
      return { ...deskManifest(new URL(apiBase).origin), ...deskCallbacks(apiBase, deskSecret) };
  }
}

/** Desk calls our hooks when the extension is uninstalled, with a hash that the secret makes; it is the only product that does. */
function deskCallbacks(apiBase: string, secret: string | undefined): Manifest {
  if (secret === undefined) return {};
  const onUninstall = `${apiBase.replace(/\/api$/, '')}/hooks/desk-extension`;
  return { callbackListener: { onUninstall }, secret };
}

/** Desk keeps custom fields and webhooks of an extension in a second file; ours has none. */
export const deskResources: Manifest = {};

/** The manifest's text as committed and packed, formatted as the linter wants it. */
export function manifestText(manifest: Manifest): string {
  const text = JSON.stringify(manifest, null, 2);
  return `${text.replace(/\[\n\s+("[^"\n]*")\n\s+\]/g, '[$1]')}\n`;
}

function financeManifest(service: 'FINANCE' | 'INVENTORY'): Manifest {
  return {
    locale: ['en'],
    service,
    whiteListedDomains: [],
    modules: {
      widgets: [
        {
          location: 'invoice.details.sidebar',
          name: 'Card Payments',
          url: PANEL_PAGE,
          logo: LOGO,
        },
        {
          location: 'customer.details.sidebar',
          name: 'Customer Card Payments',
          url: PANEL_PAGE,
          logo: LOGO,
        },
        {
          location: 'plugin.globalfields',
          widget_type: 'modal',
          name: 'Tallybridge Settings',
          url: SETTINGS_PAGE,
          logo: LOGO,
        },
      ],
    },
    config: [],
    usedConnections: [
      {
        connectionLinkName: CONNECTION,
        connectionName: 'Tallybridge-Api',
        serviceName: 'tallybridge',
        // Each person authorizes for themselves: the token says who acts.
        userAccess: true,
        isUserDefinedService: true,
        sharedBy: '0',
        scope: ['staff'],
      },
    ],
  };
}

function deskManifest(apiOrigin: string): Manifest {
  return {
    locale: ['en'],
    service: 'DESK',
    storage: false,
    type: 'org',
    whiteListedDomains: [apiOrigin],
    modules: {
      widgets: [
        {
          location: 'desk.ticket.detail.rightpanel',
          name: 'Card Payments',
          url: PANEL_PAGE,
          logo: LOGO,
          icon: LOGO,
        },
        {
          location: 'desk.extension.preference',
          name: 'Tallybridge Settings',
          url: SETTINGS_PAGE,
          logo: LOGO,
          icon: LOGO,
        },
      ],
    },
    cspDomains: { 'connect-src': [] },
    zohoAuthorisation: {},
    connectors: [
      {
        connectionLinkName: DESK_CONNECTION,
        connectionName: DESK_CONNECTION,
        serviceName: 'tallybridge',
        userAccess: true,
        isUserDefinedService: true,
        sharedBy: '0',
        scope: ['staff'],
      },
    ],
    config: [],
    moduleSupport: false,
  };
}
