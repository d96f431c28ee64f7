// All routes of CRM: what describes it first, then records.
import type { ZohoUser } from '../users.ts';
import { coqlRoute } from './crm-coql-route.ts';
import { crmRefusals } from './crm-errors.ts';
import { crmModuleOf, crmModules } from './crm-fields.ts';
import { crmUserView, fieldView, moduleView, organizationView } from './crm-metadata-view.ts';
import { readRoutes } from './crm-read-routes.ts';
import { type CrmCall, CrmRouter, type CrmRouterParts, noContent } from './crm-router.ts';
import { watchRoutes } from './crm-watch-routes.ts';
import { writeRoutes } from './crm-write-routes.ts';

export function crmRoutes(parts: CrmRouterParts): void {
  const router = new CrmRouter(parts);
  metadataRoutes(router);
  watchRoutes(router);
  // Before the writes, for which `coql` would be the name of a module.
  coqlRoute(router);
  writeRoutes(router);
  readRoutes(router);
  parts.app.all('/crm/*', () => crmRefusals.url().response());
}

function metadataRoutes(router: CrmRouter): void {
  router.on('GET', '/org', (call) => {
    call.need('org.READ');
    return Response.json({ org: [organizationView(call.org)] });
  });
  router.on('GET', '/users', users);
  router.on('GET', '/users/:id', (call) => {
    call.need('users.READ');
    const user = call.org.company.people
      .of('crm')
      .find((one) => one.crmUserId === call.param('id'));
    if (user === undefined) return noContent();
    return Response.json({ users: [crmUserView(call.org, user)] });
  });
  router.on('GET', '/settings/modules', (call) => {
    call.need('settings.modules.READ');
    return Response.json({ modules: crmModules.map((module) => moduleView(module, call.org)) });
  });
  router.on('GET', '/settings/modules/:name', (call) => {
    call.need('settings.modules.READ');
    const module = crmModuleOf(call.param('name'));
    if (module === undefined) throw crmRefusals.module();
    return Response.json({ modules: [moduleView(module, call.org)] });
  });
  router.on('GET', '/settings/fields', (call) => {
    call.need('settings.fields.READ');
    const name = call.query.module;
    if (name === undefined) throw crmRefusals.missingParameter('module');
    const module = crmModuleOf(name);
    if (module === undefined) throw crmRefusals.module();
    return Response.json({
      fields: module.fields.map((field, index) => fieldView(module, field, index + 1)),
    });
  });
}

function users(call: CrmCall): Response {
  call.need('users.READ');
  const found = usersOfType(call, call.query.type ?? 'AllUsers');
  return Response.json({
    users: found.map((user) => crmUserView(call.org, user)),
    info: { per_page: 200, count: found.length, page: 1, more_records: false },
  });
}

function usersOfType({ org, caller }: CrmCall, type: string): ZohoUser[] {
  const all = org.company.people.of('crm');
  if (type === 'CurrentUser') return [caller.user];
  if (type === 'ActiveUsers') return all.filter((one) => one.isActive);
  if (type === 'DeactiveUsers') return all.filter((one) => !one.isActive);
  if (type === 'AdminUsers') return all.filter((one) => one.crmProfile === 'Administrator');
  return all;
}
