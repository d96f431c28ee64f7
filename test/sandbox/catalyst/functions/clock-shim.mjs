// Preloaded into every function: its Date runs on the sandbox's clock; timers stay on real time.
const RealDate = Date;
const realNow = Date.now;
let { offsetMs } = JSON.parse(process.argv[2]);

const now = () => realNow() + offsetMs;

RealDate.now = now;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
});
RealDate.prototype.constructor = globalThis.Date;

process.on('message', (message) => {
  if (message.kind !== 'clock') return;
  offsetMs = message.offsetMs;
  process.send({ kind: 'clock-set' });
});
