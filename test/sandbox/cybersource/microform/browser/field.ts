// Inside a field frame: the input itself. Number and security code meet here and nowhere else.
import { cardsFor, isCompleteNumber } from './detected-cards.ts';
import {
  type FieldOptions,
  type FieldState,
  type FieldType,
  readClaims,
  type Styles,
  type ToFrame,
  type TokenFailure,
  type ToPage,
} from './messages.ts';

type Init = Extract<ToFrame, { kind: 'init' }>;
type Tokenize = Extract<ToFrame, { kind: 'tokenize' }>;

/** Between the two frames of one form. */
type Whisper =
  | { readonly kind: 'ask'; readonly requestId: string }
  | { readonly kind: 'code'; readonly requestId: string; readonly code: string };

const LABELS: Readonly<Record<FieldType, string>> = {
  number: 'Card number',
  securityCode: 'Security code',
};
const AUTOCOMPLETE = { number: 'cc-number', securityCode: 'cc-csc' } as const;
const CODE_TIMEOUT_MS = 5_000;
const BASE_CSS =
  'html,body,input{margin:0;width:100%;height:100%;box-sizing:border-box}' +
  'input{border:0;padding:0 .5em;font:16px sans-serif;color:inherit;background:transparent}' +
  'input:focus-visible{outline:2px solid Highlight;outline-offset:-2px}';

addEventListener('message', begin);
parent.postMessage({ kind: 'ready' } satisfies ToPage, '*');

function begin(event: MessageEvent<ToFrame>): void {
  if (event.source !== parent || event.data.kind !== 'init') return;
  removeEventListener('message', begin);
  const page = event.origin;
  const tell = (message: ToPage) => parent.postMessage(message, page);
  const { targetOrigins } = readClaims(event.data.captureContext).ctx[0].data;
  // The page and every page around it must be named in the context.
  const around = [page, ...(location.ancestorOrigins ?? [])];
  if (!around.every((origin) => targetOrigins.includes(origin))) {
    tell({ kind: 'refused', message: `${around.join(', ')}: not all are target origins` });
    return;
  }
  setUp(event.data, page, tell);
}

function setUp(init: Init, page: string, tell: (message: ToPage) => void): void {
  const input = createInput(init.fieldType, init.options);
  const state = () => stateOf(init.fieldType, input.value);
  const report = (name: 'change' | 'focus' | 'blur') => {
    const now = state();
    input.className = now.valid ? 'valid' : now.couldBeValid ? '' : 'invalid';
    input.ariaInvalid = String(name === 'blur' && !now.empty && !now.valid);
    tell({ kind: 'event', name, state: now });
  };
  input.addEventListener('input', () => report('change'));
  input.addEventListener('focus', () => report('focus'));
  input.addEventListener('blur', () => report('blur'));
  const channel = new BroadcastChannel(`microform-${init.group}`);
  if (init.fieldType === 'securityCode') answerWithCode(channel, input);
  addEventListener('message', (event: MessageEvent<ToFrame>) => {
    if (event.source !== parent || event.origin !== page) return;
    const message = event.data;
    if (message.kind === 'focus') input.focus();
    if (message.kind === 'clear') {
      input.value = '';
      report('change');
    }
    if (message.kind === 'tokenize') {
      void tokenize(init, input, channel, message).then(tell);
    }
  });
  tell({ kind: 'loaded' });
}

function createInput(type: FieldType, options: FieldOptions): HTMLInputElement {
  const style = document.createElement('style');
  style.textContent = BASE_CSS + cssOf(options.styles ?? {});
  document.head.append(style);
  const input = document.createElement('input');
  input.type = 'text';
  input.name = type;
  input.inputMode = 'numeric';
  input.autocomplete = AUTOCOMPLETE[type];
  input.maxLength = type === 'number' ? 23 : 4;
  input.placeholder = options.placeholder ?? '';
  input.ariaLabel = LABELS[type];
  if (options.description !== undefined) input.title = options.description;
  input.disabled = options.disabled ?? false;
  document.body.append(input);
  return input;
}

function stateOf(type: FieldType, value: string): FieldState {
  const digits = digitsOf(value);
  if (type === 'securityCode') {
    const valid = /^\d{3,4}$/.test(digits);
    return { empty: value === '', valid, couldBeValid: /^\d{0,4}$/.test(digits) };
  }
  const card = cardsFor(digits);
  return {
    empty: value === '',
    valid: isCompleteNumber(digits),
    couldBeValid: digits.length < 4 || card.some((one) => one.couldBeValid),
    card,
  };
}

function answerWithCode(channel: BroadcastChannel, input: HTMLInputElement): void {
  channel.addEventListener('message', (event: MessageEvent<Whisper>) => {
    if (event.data.kind !== 'ask') return;
    const code = digitsOf(input.value);
    channel.postMessage({ kind: 'code', requestId: event.data.requestId, code } satisfies Whisper);
  });
}

async function tokenize(
  init: Init,
  input: HTMLInputElement,
  channel: BroadcastChannel,
  asked: Tokenize,
): Promise<ToPage> {
  const { requestId, expirationMonth, expirationYear } = asked;
  const number = digitsOf(input.value);
  const securityCode = asked.withSecurityCode ? await askForCode(channel, requestId) : undefined;
  const details = [
    ...(isCompleteNumber(number) ? [] : [invalid('number')]),
    ...(securityCode === undefined || /^\d{3,4}$/.test(securityCode)
      ? []
      : [invalid('securityCode')]),
  ];
  if (details.length > 0) {
    const message = 'One or more fields have a validation error';
    const failure = { reason: 'CREATE_TOKEN_VALIDATION_FIELDS', message, details };
    return { kind: 'failure', requestId, failure };
  }
  const card = { number, expirationMonth, expirationYear, securityCode };
  return requestToken(requestId, { captureContext: init.captureContext, card });
}

async function requestToken(requestId: string, body: object): Promise<ToPage> {
  try {
    const response = await fetch('/flex/v2/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status === 201) return { kind: 'token', requestId, token: await response.text() };
    const { message, details } = (await response.json()) as TokenFailure;
    const reason = 'CREATE_TOKEN_VALIDATION_SERVERSIDE';
    return { kind: 'failure', requestId, failure: { reason, message, details } };
  } catch {
    const reason = 'CREATE_TOKEN_UNABLE_TO_START';
    const message = 'The token service cannot be reached';
    return { kind: 'failure', requestId, failure: { reason, message, details: [] } };
  }
}

/** The other frame's code; empty when it does not answer, which then does not validate. */
function askForCode(channel: BroadcastChannel, requestId: string): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(''), CODE_TIMEOUT_MS);
    const hear = (event: MessageEvent<Whisper>) => {
      if (event.data.kind === 'code' && event.data.requestId === requestId) done(event.data.code);
    };
    const done = (code: string) => {
      clearTimeout(timer);
      channel.removeEventListener('message', hear);
      resolve(code);
    };
    channel.addEventListener('message', hear);
    channel.postMessage({ kind: 'ask', requestId } satisfies Whisper);
  });
}

/** The page's styles, as far as they are plain declarations. */
function cssOf(styles: Styles): string {
  const selectors: Readonly<Record<string, string>> = {
    input: 'input',
    ':focus': 'input:focus',
    ':disabled': 'input:disabled',
    '::placeholder': 'input::placeholder',
    valid: 'input.valid',
    invalid: 'input.invalid',
  };
  return Object.entries(styles)
    .flatMap(([key, declarations]) => {
      const selector = selectors[key];
      if (selector === undefined) return [];
      const safe = Object.entries(declarations).filter(
        ([name, value]) => /^[a-z-]+$/.test(name) && /^[\w\s#%.,'"()-]+$/.test(value),
      );
      return `${selector}{${safe.map(([name, value]) => `${name}:${value}`).join(';')}}`;
    })
    .join('');
}

function digitsOf(value: string): string {
  return value.replaceAll(/[\s-]/g, '');
}

function invalid(location: string) {
  return { location, message: 'Validation error' };
}
