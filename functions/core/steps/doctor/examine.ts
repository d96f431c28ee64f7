// The doctor: runs every check over a company, on demand, and mends what can be mended.
import type { CheckView, DoctorReply, MendRequest } from '../../contract/doctor.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import { refusedToConfigure } from '../connect/installation-record.ts';
import { auditSetup } from '../connect/setup-ports.ts';
import { viewProblem } from '../view-problem.ts';
import { admit } from './admit.ts';
import type { Check, DoctorPorts, Fault, Patient } from './check.ts';
import { checks } from './checks.ts';

/** What a check came to; `faults` is absent when it could not look. */
export interface Examination {
  readonly check: Check;
  readonly applies: boolean;
  readonly found: Result<readonly Fault[]>;
}

/** All checks side by side: each waits for the other side most of its time. */
export function examineAll(patient: Patient): Promise<readonly Examination[]> {
  return Promise.all(checks.map((check) => examineOne(patient, check)));
}

async function examineOne(patient: Patient, check: Check): Promise<Examination> {
  const applies = check.appliesTo(patient);
  return { check, applies, found: applies ? await check.examine(patient) : ok([]) };
}

/** Looks at everything now. */
export async function callDoctor(
  ports: DoctorPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<DoctorReply>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const examined = await examineAll(await admit(ports, installation, true));
  return ok({ checkedAt: ports.clock.now(), checks: examined.map(viewOf) });
}

/** Mends one fault, then looks again. */
export async function mendFault(
  ports: DoctorPorts,
  installation: InstallationId,
  actor: Actor,
  { check: name, subject }: MendRequest,
): Promise<Result<DoctorReply>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const check = checks.find((one) => one.name === name);
  if (check?.mend === undefined) {
    return refused(problem('not-found', 'fix-input', { what: 'A way to mend this' }));
  }
  const mended = await check.mend(await admit(ports, installation, true), subject);
  if (!mended.ok) return mended;
  await auditSetup(ports, installation, actor, 'doctor.mended', { check: name, fault: subject });
  const after = await examineOne(await admit(ports, installation, true), check);
  return ok({ checkedAt: ports.clock.now(), checks: [viewOf(after)] });
}

function viewOf({ check: { name }, applies, found }: Examination): CheckView {
  if (!found.ok) {
    return { name, state: 'unknown', faults: [], problem: viewProblem(found.problem) };
  }
  const faults = found.value.map(({ subject, problem: fault, canMend = false }) => ({
    subject,
    problem: viewProblem(fault),
    canMend,
  }));
  const looked = faults.length > 0 ? 'fault' : 'good';
  return { name, state: applies ? looked : 'skipped', faults };
}
