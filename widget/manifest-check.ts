// Checks a manifest where Zoho's toolkit does not: for Books and Inventory it lets anything pass.
import * as z from 'zod';

const locations = [
  'invoice.details.sidebar',
  'customer.details.sidebar',
  'plugin.globalfields',
  'desk.ticket.detail.rightpanel',
  'desk.extension.preference',
] as const;

const https = z.url({ protocol: /^https$/ });
const page = z.string().regex(/^\/app\/[A-Za-z0-9_/-]+\.html$/);
const image = z.string().regex(/^\/app\/[A-Za-z0-9_/-]+\.png$/);

const widget = z.strictObject({
  location: z.enum(locations),
  widget_type: z.literal('modal').optional(),
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9-_ ]*$/),
  url: page,
  logo: image,
  icon: image.optional(),
});

const widgets = z
  .array(widget)
  .min(1)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'names repeat');

const connection = z.strictObject({
  connectionLinkName: z.string().regex(/^[a-z0-9_]+$/),
  connectionName: z.string(),
  serviceName: z.literal('tallybridge'),
  userAccess: z.literal(true),
  isUserDefinedService: z.literal(true),
  sharedBy: z.string(),
  // Least privilege: our own API's staff scope and nothing of Zoho's.
  scope: z.tuple([z.literal('staff')]),
});

const finance = z.strictObject({
  locale: z.array(z.literal('en')).length(1),
  service: z.enum(['FINANCE', 'INVENTORY']),
  whiteListedDomains: z.array(https),
  modules: z.strictObject({ widgets }),
  config: z.array(z.never()),
  usedConnections: z.array(connection),
});

const desk = z.strictObject({
  locale: z.array(z.literal('en')).length(1),
  service: z.literal('DESK'),
  storage: z.boolean(),
  type: z.literal('org'),
  whiteListedDomains: z.array(https).min(1),
  modules: z.strictObject({ widgets }),
  cspDomains: z.strictObject({ 'connect-src': z.array(https).max(10) }),
  zohoAuthorisation: z.strictObject({}),
  connectors: z.array(connection),
  config: z.array(z.never()),
  moduleSupport: z.literal(false),
  callbackListener: z.strictObject({ onUninstall: https }).optional(),
  secret: z.string().min(32).optional(),
});

const deskWhole = desk.refine(
  ({ callbackListener, secret }) => (callbackListener === undefined) === (secret === undefined),
  'callbacks need a secret of 32 characters or more',
);

const manifest = z.union([finance, deskWhole, z.strictObject({ service: z.literal('CRM') })]);

/**
 * What is wrong with a manifest, one line each; empty when it is good.
 * @param files paths in the package (`/app/widget.html`): every page and image must be there.
 */
export function manifestFaults(value: unknown, files: ReadonlySet<string>): readonly string[] {
  const parsed = manifest.safeParse(value);
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  if (!('modules' in parsed.data)) return [];
  return parsed.data.modules.widgets.flatMap(({ name, url, logo, icon }) =>
    [url, logo, icon]
      .filter((path) => path !== undefined && !files.has(path))
      .map((path) => `${name}: ${path} is not in the package`),
  );
}
