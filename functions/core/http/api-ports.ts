// What the api's routes work with.
import type { RenewableSecrets, Waker } from '../ports/platform.ts';
import type { ConnectTicketPorts } from '../steps/identity/connect-zoho.ts';
import type { FlowPorts } from '../steps/run-flow.ts';
import type { ConnectRoutePorts } from './connect-routes.ts';
import type { StaffDoor } from './staff-door.ts';

export interface ApiPorts extends FlowPorts, Pick<ConnectRoutePorts, 'openSetups'> {
  readonly secrets: RenewableSecrets;
  readonly waker: Waker;
  readonly staffDoor: StaffDoor;
  /** The authorization server, which has no door: it is one. Absent where nobody signs in. */
  readonly answerOAuth?: (request: Request) => Promise<Response>;
  /** The card page, whose key is the secret of a link. Absent where nobody can reach it. */
  readonly answerCardPage?: (request: Request) => Promise<Response>;
  /** Base address of this function, as browsers see it; absent like the sign-in. */
  readonly publicUrl?: string;
  /** Begins the sign-in that connects the company. Absent as well. */
  readonly connectTickets?: ConnectTicketPorts;
}
