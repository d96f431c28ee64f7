// Who a person is to us and what each role may do.

export const roles = ['viewer', 'agent', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

export type Permission =
  | 'see-payments'
  | 'refund'
  /** Capture, release and void. */
  | 'move'
  | 'charge'
  | 'recheck'
  | 'pick-payment'
  | 'approve'
  | 'handle-dead-letters'
  | 'configure';

const permitted: Readonly<Record<Permission, readonly Role[]>> = {
  'see-payments': roles,
  refund: ['agent', 'approver', 'admin'],
  move: ['agent', 'approver', 'admin'],
  charge: ['agent', 'approver', 'admin'],
  recheck: ['agent', 'approver', 'admin'],
  'pick-payment': ['agent', 'approver', 'admin'],
  approve: ['approver', 'admin'],
  'handle-dead-letters': ['approver', 'admin'],
  configure: ['admin'],
};

export function mayDo(role: Role, permission: Permission): boolean {
  return permitted[permission].includes(role);
}

/** A person as proven by the staff door. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}
