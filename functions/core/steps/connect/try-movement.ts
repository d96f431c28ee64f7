// A first movement in the gateway's sandbox, to see that all of it works before real money does.
import type { TestOutcome, TestReply } from '../../contract/setup.ts';
import { environmentOf } from '../../domain/gateway-environment.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { TestMovement } from '../../ports/setup.ts';
import { saveMerchantRecord } from './merchant-record.ts';
import { auditSetup, openForSetup, openMerchantSetup, type SetupPorts } from './setup-ports.ts';

/** A hundred of the smallest unit: 1.00, or 100 yen. */
const AMOUNT_MINOR = 100;

/** Refused for live keys: there it would be somebody's money. */
export async function tryMovement(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  { merchantId }: { readonly merchantId: string },
): Promise<Result<TestReply>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const opened = await openMerchantSetup(ports, installation, record.value, merchantId);
  if (!opened.ok) return opened;
  const host = record.value.settings.gateway?.host ?? '';
  if (environmentOf(host) !== 'sandbox') return refused(problem('live-test-refused', 'none'));
  const merchant = opened.value.record;
  const currency = merchant.settings.currencies[0] ?? 'USD';
  const at = ports.clock.now();
  const reference = `TALLYBRIDGE-TEST-${at}`;
  const tried = await opened.value.gateway.tryMovement(reference, currency, AMOUNT_MINOR);
  if (!tried.ok) return tried;
  const outcome = outcomeOf(tried.value);
  await saveMerchantRecord(ports, installation, {
    ...merchant,
    settings: { ...merchant.settings, tested: { at, outcome } },
  });
  await auditSetup(ports, installation, actor, 'connection.test', {
    merchant: merchantId,
    outcome,
  });
  const { authorization, reversal = '' } = tried.value;
  return ok({ test: { outcome, detail: `${reference} ${authorization} ${reversal}`.trim() } });
}

function outcomeOf({ authorization, reversal }: TestMovement): TestOutcome {
  if (authorization !== 'AUTHORIZED') return 'not-authorized';
  return reversal === 'REVERSED' ? 'passed' : 'not-reversed';
}
