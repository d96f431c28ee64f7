// The deployer's door: the command line signs with the key of the environment, which only who deploys us holds.
import * as z from 'zod/mini';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { SignedTokens } from '../ports/people.ts';
import type { StaffVisit } from './staff-door.ts';

const claims = z.object({
  ins: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  /** Who runs the command, for the audit chain. */
  name: z.optional(z.string().check(z.maxLength(100))),
});

/**
 * An admin without an organization: the command line sets up, and moves no money, as every route about payments asks
 * for the company's organization.
 */
export async function enterDeployer(
  tokens: SignedTokens,
  token: string,
): Promise<Result<StaffVisit>> {
  const verified = await tokens.verify('deployer', token);
  const read = claims.safeParse(verified.ok ? verified.claims : undefined);
  if (!read.success) return refused(problem('not-signed-in', 'fix-setup'));
  const { ins, name } = read.data;
  return ok({
    installation: ins as InstallationId,
    organization: '',
    actor: {
      userId: 'command-line',
      name: name === undefined ? 'Command line' : `Command line (${name})`,
      role: 'admin',
    },
  });
}
