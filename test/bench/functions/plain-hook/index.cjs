// The least that acknowledges on this platform: verifies, inserts one row over a kept connection, answers 200.
const { createHash, createHmac, timingSafeEqual } = require('node:crypto');
const { Agent, request } = require('node:http');

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

module.exports = async (incoming, outgoing) => {
  const { headers, url } = incoming;
  const key = Buffer.from(new URL(url, 'http://here').searchParams.get('key'), 'base64url');
  const body = Buffer.concat(await Array.fromAsync(incoming)).toString('utf8');
  if (!isGenuine(headers['v-c-signature'], body, key)) return outgoing.writeHead(401).end();
  const status = await insert(headers, rowOf(body));
  outgoing.writeHead(status === 200 || status === 409 ? 200 : 503).end('ok');
};

function isGenuine(header, body, key) {
  const [, time, signature] = /^t=(\d+);keyId=[^;]+;sig=(.+)$/.exec(header) ?? [];
  const expected = createHmac('sha256', key).update(`${time}.${body}`).digest();
  const given = Buffer.from(signature ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function rowOf(body) {
  const { eventType, payload } = JSON.parse(body);
  const key = `plain|${createHash('sha256')
    .update(eventType + JSON.stringify(payload))
    .digest('hex')}`;
  return {
    event_key: key,
    installation: 'plain',
    source: 'plain',
    event_type: eventType,
    state: 'done',
    body,
    received_at: Date.now(),
  };
}

function insert(headers, row) {
  const url = `${headers['x-zc-project-domain']}/baas/v1/project/${headers['x-zc-projectid']}/table/Inbox/row`;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: {
        authorization: `Zoho-oauthtoken ${headers['x-zc-admin-cred-token']}`,
        project_id: headers['x-zc-project-key'],
        'x-catalyst-user': 'admin',
        'content-type': 'application/json',
      },
    });
    sent.once('response', (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode));
    });
    sent.once('error', reject);
    sent.end(JSON.stringify([row]));
  });
}
