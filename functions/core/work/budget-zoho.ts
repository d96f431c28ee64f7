// The budgets of one company's Zoho: Books and Inventory are counted together, the CRM and Desk each by itself.
import type { Result } from '../domain/result.ts';
import type { CallLeave } from './budget-grant.ts';
import type { BudgetLimits, Priority } from './budget-plan.ts';
import { type BudgetPorts, createCallBudget, type SharedBudget } from './call-budget.ts';

/** What a company's plan allows, where it differs from what we assume; kept with the installation's settings. */
export interface ZohoLimits {
  /** Calls to Books and Inventory in any minute. */
  readonly callsPerMinute?: number;
  readonly finance?: DayLimits;
  /** The day of the CRM and of Desk is counted in credits. */
  readonly crm?: DayLimits;
  readonly desk?: DayLimits;
}

interface DayLimits {
  readonly perDay?: number | undefined;
  readonly atOnce?: number | undefined;
}

/** Books API introduction, "API Call Limit". */
const CALLS_PER_MINUTE = 100;
/** An organization with more has in truth no limit by the minute. */
const COUNTED_PER_MINUTE_MAX = 10_000;
/** What the smallest plan of each product allows. */
const AT_ONCE = 5;
/** Waiting takes most of a call's time: so many places are enough for this many calls a minute. */
const CALLS_PER_PLACE = 20;

const groups = { books: 'finance', inventory: 'finance', crm: 'crm', desk: 'desk' } as const;
const names = { finance: 'Zoho Books', crm: 'Zoho CRM', desk: 'Zoho Desk' } as const;
type Group = keyof typeof names;

/** @returns take and pause by product; products that are not counted have leave at once. */
export function createZohoBudgets(
  ports: BudgetPorts,
  installation: string,
  limits: ZohoLimits,
  priority: Priority,
) {
  const make = (group: Group): SharedBudget => {
    const product = names[group];
    return createCallBudget(ports, {
      installation,
      name: group,
      product,
      priority,
      ...limitsOf(group, limits),
    });
  };
  const budgets = { finance: make('finance'), crm: make('crm'), desk: make('desk') };
  return {
    take: (product: keyof typeof groups, cost: number): Promise<Result<CallLeave>> =>
      budgets[groups[product]].take(cost),
    pause: (product: keyof typeof groups, ms: number): Promise<void> =>
      budgets[groups[product]].pause(ms),
  };
}

function limitsOf(group: Group, limits: ZohoLimits): BudgetLimits {
  const { perDay, atOnce = AT_ONCE } = limits[group] ?? {};
  const day = perDay === undefined ? { atOnce } : { perDay, atOnce };
  if (group !== 'finance') return day;
  const perMinute = limits.callsPerMinute ?? CALLS_PER_MINUTE;
  const places = Math.max(atOnce, Math.ceil(perMinute / CALLS_PER_PLACE));
  if (perMinute > COUNTED_PER_MINUTE_MAX) return { ...day, atOnce: places };
  return { ...day, atOnce: places, perMinute };
}
