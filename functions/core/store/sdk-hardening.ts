// Makes the Catalyst SDK fit for money: no repeated calls, no endless waiting, few connections. Import it first.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import * as constantsModule from 'zcatalyst-sdk-node/lib/utils/constants.js';
import * as agentModule from 'zcatalyst-sdk-node/lib/utils/request-agent.js';

interface SdkConstants {
  readonly CATALYST_ORIGIN: string;
  readonly REQ_RETRY_THRESHOLD: string | number;
}

const SOCKETS_MAX = 16;
/** Longer than the store waits for an answer: this only takes dead connections out of use. */
const SOCKET_TIMEOUT_MS = 10_000;

const constants = exportsOf<SdkConstants>(constantsModule);
// Left alone, a call whose connection broke is sent twice more at once, writes too (SDK `lib/utils/api-request.js`).
// The constants are read when the rest of the SDK loads, so they are replaced before; the environment variable for
// this is compared as a string with a number and would make it retry for ever.
constants.default = Object.freeze({ ...constants.default, REQ_RETRY_THRESHOLD: 0 });

exportsOf(agentModule).default.agent = createAgent(constants.default.CATALYST_ORIGIN);

function createAgent(origin: string): HttpAgent {
  const options = { keepAlive: true, maxSockets: SOCKETS_MAX, timeout: SOCKET_TIMEOUT_MS };
  const agent = origin.startsWith('http:') ? new HttpAgent(options) : new HttpsAgent(options);
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (target, callback) => {
    const socket = connect(target, callback);
    // Node only reports a silent connection; somebody has to end it.
    socket?.on('timeout', () => socket.destroy(new Error('the connection went silent')));
    return socket;
  };
  return agent;
}

/** A CommonJS module's own exports object: a bundle and Node put it in `default`, a test runner unwraps it. */
function exportsOf<T extends object>(imported: { default: T }): { default: T } {
  return 'default' in imported.default ? (imported.default as { default: T }) : imported;
}
