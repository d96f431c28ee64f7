// Connects a company from the command line: hands a connection file to the api as an administrator.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { deployerToken } from './deployer-token.ts';

const USAGE = `Usage: npm run connect -- --api https://<project>.catalystserverless.com/server/api
         --installation <id> --file connection.json
The file has the shape of connectionRequest in functions/core/contract/connection.ts; TALLYBRIDGE_TOKEN_KEY must be
set to the value that the functions have.`;

const { values } = parseArgs({
  options: {
    api: { type: 'string' },
    installation: { type: 'string' },
    file: { type: 'string' },
  },
});
const { api, installation, file } = values;
const tokenKey = process.env.TALLYBRIDGE_TOKEN_KEY;
if (api === undefined || installation === undefined || file === undefined || !tokenKey) {
  console.error(USAGE);
  process.exit(2);
}

const response = await fetch(`${api.replace(/\/$/, '')}/installation`, {
  method: 'PUT',
  headers: {
    'content-type': 'application/json',
    'x-tallybridge-token': await deployerToken(installation, tokenKey),
  },
  body: await readFile(file, 'utf8'),
});
console.log(await response.text());
process.exit(response.ok ? 0 : 1);
