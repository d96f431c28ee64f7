// Tells the product's pages that a connection was authorized, and closes the window it happened in.
const channel = new BroadcastChannel('connections');
channel.postMessage('authorized');
channel.close();
globalThis.close();
