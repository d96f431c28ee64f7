// Inspects the card page as a browser gets it: which scripts it runs, and whether its headers still keep all others out (PCI DSS 6.4.3, 11.6.1).

export interface ServedPage {
  readonly html: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface ScriptTag {
  readonly url?: string;
  readonly integrity?: string;
}

/** What a page must answer with, and the only origins that may run or frame something on it. */
export interface PageRules {
  readonly origin: string;
  readonly fieldOrigins: readonly string[];
}

const TAG = /<script\b([^>]*)>/gi;

/** Every script that the page names or holds. */
export function scriptsOf(html: string): readonly ScriptTag[] {
  return [...html.matchAll(TAG)].map(([, attributes = '']) => {
    const url = attributeOf(attributes, 'src');
    const integrity = attributeOf(attributes, 'integrity');
    return {
      ...(url === undefined ? {} : { url }),
      ...(integrity === undefined ? {} : { integrity }),
    };
  });
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(attributes)?.[1];
}

/** What is wrong with the page, in words; empty when all is as it was built. */
export function inspectPage(page: ServedPage, rules: PageRules): readonly string[] {
  return [...scriptFaults(page, rules), ...headerFaults(page, rules)];
}

function scriptFaults({ html }: ServedPage, { origin }: PageRules): string[] {
  const scripts = scriptsOf(html);
  const strange = scripts.filter(({ url }) => url === undefined || !url.startsWith(`${origin}/`));
  const unheld = scripts.filter(({ integrity }) => integrity === undefined);
  return [
    ...(scripts.length === 0 ? ['its own script is gone'] : []),
    ...strange.map(({ url }) => `it runs ${url ?? 'a script of its own text'}`),
    ...unheld.map(({ url }) => `the bytes of ${url ?? 'a script'} are held by no hash`),
    ...(/\son[a-z]+\s*=/i.test(html) ? ['it runs code in an attribute'] : []),
  ];
}

function headerFaults({ headers }: ServedPage, rules: PageRules): string[] {
  const directives = directivesOf(headers['content-security-policy'] ?? '');
  const allowed = new Set([rules.origin, `${rules.origin}/`, ...rules.fieldOrigins, "'none'"]);
  const faults: string[] = [];
  for (const name of ['default-src', 'script-src', 'frame-src', 'frame-ancestors', 'form-action']) {
    const sources = directives.get(name);
    if (sources === undefined) faults.push(`the policy says nothing of ${name}`);
    else {
      const strange = sources.filter((source) => !allowed.has(source));
      if (strange.length > 0) faults.push(`the policy lets ${strange.join(' ')} into ${name}`);
    }
  }
  if (directives.get('frame-ancestors')?.join() !== "'none'") {
    faults.push('other pages may frame it');
  }
  return faults;
}

function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(';').flatMap((part) => {
      const [name, ...sources] = part.trim().split(/\s+/);
      return name ? [[name.toLowerCase(), sources] as const] : [];
    }),
  );
}
