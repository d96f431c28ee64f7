// Is the CRM's channel open while a flow waits for what it tells?
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import { readCursors } from '../../work/cursors.ts';
import { flowsOn, readPublishedFlows } from '../published-flows.ts';
import { CRM_WATCH_CURSOR } from '../renew-crm-watch.ts';
import type { Check } from './check.ts';

export const checkCrmWatch: Check = {
  name: 'crm-watch',
  appliesTo: ({ record }) => record.settings.doors?.hooksUrl !== undefined,
  async examine({ ports, installation }) {
    const published = await readPublishedFlows(ports.store, [installation]);
    const waiting = flowsOn(published.get(installation) ?? [], ['contact.updated']);
    const company = waiting.length === 0 ? undefined : await ports.companies.open(installation);
    if (company === undefined) return ok([]);
    if (!company.ok) return company;
    const watch = company.value.contactWatch;
    if (watch === undefined) return ok([]);
    const name = `${CRM_WATCH_CURSOR}${watch.key}`;
    const endsAt = (await readCursors(ports.store, installation, [name])).get(name)?.position ?? 0;
    if (endsAt > ports.clock.now()) return ok([]);
    return ok([{ subject: 'crm', problem: problem('crm-watch-ended', 'fix-setup') }]);
  },
};
