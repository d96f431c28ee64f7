// Notification channels (`actions/watch`): kept as asked for; crm-notifications.ts delivers.
import { z } from 'zod';
import type { Json } from '../books/blank.ts';
import { crmRefusals } from './crm-errors.ts';
import { crmModuleOf } from './crm-fields.ts';
import type { CrmOrg, CrmWatch } from './crm-org.ts';
import { moduleId } from './crm-record-view.ts';
import { type CrmCall, type CrmRouter, noContent } from './crm-router.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const TOKEN_MAX = 50;

const watchBody = z.object({
  watch: z
    .array(
      z.object({
        channel_id: z.union([z.string(), z.number()]).transform(String),
        events: z.array(z.string().regex(/^\w+\.(create|edit|delete|all)$/)).min(1),
        notify_url: z.url(),
        token: z.string().max(TOKEN_MAX).optional(),
        channel_expiry: z.string().optional(),
        notification_condition: z.unknown().optional(),
        notify_on_related_action: z.boolean().optional(),
        return_affected_field_values: z.boolean().optional(),
      }),
    )
    .min(1),
});
type WatchBody = z.infer<typeof watchBody>['watch'][number];

const PATH = '/actions/watch';

export function watchRoutes(router: CrmRouter): void {
  router.on('GET', PATH, (call) => {
    call.need('notifications.READ');
    const live = call.org.watches.list().filter((watch) => watch.expiresAt > call.org.now());
    if (live.length === 0) return noContent();
    const watch = live.flatMap((one) => channelView(call.org, one));
    return Response.json({
      watch,
      info: { per_page: 200, count: watch.length, page: 1, more_records: false },
    });
  });
  router.on('POST', PATH, (call) => enable(call, 'CREATE'));
  router.on('PUT', PATH, (call) => enable(call, 'UPDATE'));
  router.on('PATCH', PATH, (call) => enable(call, 'UPDATE'));
  router.on('DELETE', PATH, (call) => {
    call.need('notifications.DELETE');
    const ids = (call.query.channel_ids ?? '').split(',').filter((id) => id !== '');
    if (ids.length === 0) throw crmRefusals.missingParameter('channel_ids');
    return Response.json({ watch: ids.map((id) => disabled(call.org, id)) });
  });
}

async function enable(call: CrmCall, operation: string): Promise<Response> {
  call.need(`notifications.${operation}`);
  const body = watchBody.safeParse(await call.json());
  if (!body.success)
    throw crmRefusals.invalid(String(body.error.issues[0]?.path.at(-1) ?? 'watch'));
  const rows = body.data.watch.map((given) => keep(call.org, given));
  return Response.json({ watch: rows }, { status: operation === 'CREATE' ? 201 : 200 });
}

/** An hour unless asked otherwise, a week at most; enabling again renews. */
function keep(org: CrmOrg, given: WatchBody): Json {
  const now = org.now();
  const asked =
    given.channel_expiry === undefined ? now + HOUR_MS : Date.parse(given.channel_expiry);
  if (!Number.isFinite(asked) || asked <= now || asked > now + WEEK_MS) {
    throw crmRefusals.invalid('channel_expiry');
  }
  for (const event of given.events) {
    if (crmModuleOf(event.split('.')[0] ?? '') === undefined) throw crmRefusals.invalid('events');
  }
  const watch: CrmWatch = {
    channelId: given.channel_id,
    events: given.events,
    notifyUrl: given.notify_url,
    token: given.token ?? '',
    expiresAt: asked,
    condition: given.notification_condition ?? null,
    onRelatedAction: given.notify_on_related_action ?? true,
    returnAffectedValues: given.return_affected_field_values ?? false,
  };
  org.watches.put(watch.channelId, watch);
  return {
    code: 'SUCCESS',
    details: { events: watch.events.map((event) => eventView(org, watch, event)) },
    message: 'Successfully subscribed for actions-watch of the given module',
    status: 'success',
  };
}

function eventView(org: CrmOrg, watch: CrmWatch, event: string): Json {
  const module = crmModuleOf(event.split('.')[0] ?? '');
  return {
    channel_expiry: org.time(watch.expiresAt),
    resource_uri: `/crm/v8/${module?.apiName ?? ''}`,
    resource_id: moduleId(module?.index ?? 0),
    resource_name: module?.apiName ?? '',
    channel_id: watch.channelId,
  };
}

function channelView(org: CrmOrg, watch: CrmWatch): Json[] {
  return watch.events.map((event) => ({
    ...eventView(org, watch, event),
    events: [event],
    notify_url: watch.notifyUrl,
    token: watch.token,
    notification_condition: watch.condition,
    notify_on_related_action: watch.onRelatedAction,
    return_affected_field_values: watch.returnAffectedValues,
  }));
}

function disabled(org: CrmOrg, id: string): Json {
  if (!org.watches.delete(id)) {
    const details = { api_name: 'channel_ids' };
    return {
      code: 'INVALID_DATA',
      details,
      message: 'the id given seems to be invalid',
      status: 'error',
    };
  }
  return {
    code: 'SUCCESS',
    details: { channel_id: id },
    message: 'Successfully un-subscribed for actions-watch',
    status: 'success',
  };
}
