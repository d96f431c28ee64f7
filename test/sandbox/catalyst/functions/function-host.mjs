// Runs one built function in a process of its own: HTTP functions behind a port, job functions by message.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Module } from 'node:module';
import { dirname, join } from 'node:path';

const { main, type } = JSON.parse(process.argv[2]);

// The sandbox has gone: nothing may outlive it.
process.on('disconnect', () => process.exit());

const exported = load(main);
const handler = typeof exported === 'function' ? exported : exported.default;

if (type === 'job') {
  process.on('message', (message) => {
    if (message.kind === 'run-job') void runJob(message);
  });
  process.send({ kind: 'ready', port: 0 });
} else {
  const server = createServer(handler);
  // The gateway reuses its connections: only it may end them.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    process.send({ kind: 'ready', port: server.address().port });
  });
}

/** As CommonJS that sees only what is deployed with it: no package.json and no node_modules further up. */
function load(file) {
  const built = new Module(file);
  built.filename = file;
  built.paths = [join(dirname(file), 'node_modules')];
  built._compile(readFileSync(file, 'utf8'), file);
  return built.exports;
}

async function runJob({ runId, job, headers, limitMs }) {
  const startedAt = Date.now();
  const close = (status, responseCode) =>
    process.send({ kind: 'job-closed', runId, status, responseCode });
  const context = {
    catalystHeaders: headers,
    closeWithSuccess: () => close('SUCCESS', 'Success'),
    closeWithFailure: () => close('FAILURE', 'Failure'),
    // The live runtime answers a string here and a number below.
    getMaxExecutionTimeMs: () => String(limitMs),
    getRemainingExecutionTimeMs: () => limitMs - (Date.now() - startedAt),
  };
  try {
    await handler(jobRequest(job, headers), context);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    close('FAILURE', 'Code_Exception');
  }
}

function jobRequest(job, headers) {
  const meta = job.job_meta_details;
  return {
    catalystHeaders: headers,
    getProjectDetails: () => job.project_details,
    getJobDetails: () => ({ ...job, headers }),
    getJobMetaDetails: () => ({ ...meta, headers }),
    getJobpoolDetails: () => meta.jobpool_details,
    getJobCapacityAttributes: () => job.capacity,
    getAllJobParams: () => ({ ...meta.params }),
    getJobParam: (name) => meta.params[name],
  };
}
