// The weekly look at the card page finds every way in which a script could get onto it.
import { describe, expect, it } from 'vitest';
import { inspectPage, scriptsOf } from '../../../functions/core/domain/page-inspection.ts';
import { cardPagePolicy } from '../../../functions/core/http/card-page-app.ts';

const rules = { origin: 'https://pay.example', fieldOrigins: ['https://flex.cybersource.com'] };
const policy = cardPagePolicy('https://pay.example/server/api', rules.fieldOrigins);
const own =
  '<script src="https://pay.example/server/api/pay/card-page.js" integrity="sha384-x" defer></script>';
const headers = { 'content-security-policy': policy };

describe('inspectPage', () => {
  it('finds nothing wrong with the page as it is served', () => {
    expect(inspectPage({ html: own, headers }, rules)).toEqual([]);
  });

  const faults: readonly [string, string, Record<string, string>, string][] = [
    [
      'a script of elsewhere',
      `${own}<script src="https://evil.example/a.js" integrity="sha384-y">`,
      headers,
      'it runs https://evil.example/a.js',
    ],
    [
      'a host that only begins like ours',
      '<script src="https://pay.example.evil/a.js" integrity="sha384-y">',
      headers,
      'it runs https://pay.example.evil/a.js',
    ],
    ['a script in the page', `${own}<SCRIPT>steal()</SCRIPT>`, headers, 'a script of its own text'],
    [
      'our script without a hash',
      '<script src="https://pay.example/x.js"></script>',
      headers,
      'held by no hash',
    ],
    [
      'code in an attribute',
      `${own}<img src=x onerror="steal()">`,
      headers,
      'code in an attribute',
    ],
    ['no script at all', '<p>Gone</p>', headers, 'its own script is gone'],
    ['no policy', own, {}, 'says nothing of script-src'],
    [
      'a policy that lets in another origin',
      own,
      {
        'content-security-policy': policy.replace('script-src', 'script-src https://evil.example'),
      },
      'lets https://evil.example into script-src',
    ],
    [
      'a policy that lets in everything inline',
      own,
      { 'content-security-policy': policy.replace('script-src', "script-src 'unsafe-inline'") },
      "'unsafe-inline' into script-src",
    ],
    [
      'a page that can be framed',
      own,
      {
        'content-security-policy': policy.replace(
          "frame-ancestors 'none'",
          'frame-ancestors https://pay.example',
        ),
      },
      'other pages may frame it',
    ],
  ];
  it.each(faults)('finds %s', (_, html, answered, said) => {
    expect(inspectPage({ html, headers: answered }, rules).join('; ')).toContain(said);
  });
});

it('lists the scripts of a page with their hashes', () => {
  expect(scriptsOf(own)).toEqual([
    { url: 'https://pay.example/server/api/pay/card-page.js', integrity: 'sha384-x' },
  ]);
});
