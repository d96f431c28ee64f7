// Which of our roles a role in Zoho stands for.
import type { Role } from '../../domain/role.ts';
import type { Member } from '../../ports/people.ts';

/** Our role by the name of Zoho's, in lower case, as the settings have it. */
export type RoleMap = Readonly<Record<string, Role>>;

/** Roles that every Zoho organization has and whose people work with customers' orders. */
const agents = new Set(['staff', 'standard', 'agentpublic', 'agentpersonal', 'agentteampersonal']);

/**
 * The company's own table first. Without it who may do everything in Zoho may here too, the usual staff are agents, and
 * everybody else looks on: a role that somebody has made up says nothing about money.
 */
export function roleFor(member: Member, roleMap: RoleMap = {}): Role {
  const chosen = Object.entries(roleMap).find(([name]) => name.toLowerCase() === member.role);
  if (chosen !== undefined) return chosen[1];
  if (member.isAdmin) return 'admin';
  return agents.has(member.role) ? 'agent' : 'viewer';
}
