// The Microform library in the page: sets up the field frames and asks them for a token. It never sees card data.
import {
  type ContextClaims,
  type FieldOptions,
  type FieldState,
  type FieldType,
  readClaims,
  type Styles,
  type ToFrame,
  type TokenFailure,
  type ToPage,
} from './messages.ts';

interface MicroformOptions {
  readonly styles?: Styles;
}

interface TokenOptions {
  readonly expirationMonth?: string;
  readonly expirationYear?: string;
}

type TokenCallback = (error: MicroformError | null, token?: string) => void;
type Listener = (data?: FieldState) => void;

const TITLES: Readonly<Record<FieldType, string>> = {
  number: 'Secure card number field',
  securityCode: 'Secure security code field',
};
const TOKEN_TIMEOUT_MS = 30_000;

class MicroformError extends Error {
  readonly reason: string;
  readonly details: TokenFailure['details'];

  constructor(failure: TokenFailure) {
    super(failure.message);
    this.name = 'MicroformError';
    this.reason = failure.reason;
    this.details = failure.details;
  }
}

/** One session's worth of card fields. */
class Microform {
  readonly #captureContext: string;
  readonly #claims: ContextClaims;
  readonly #styles: Styles;
  readonly #group = crypto.randomUUID();
  readonly #fields = new Map<FieldType, Field>();

  constructor(captureContext: string, options: MicroformOptions) {
    this.#captureContext = captureContext;
    this.#claims = readClaims(captureContext);
    this.#styles = options.styles ?? {};
  }

  createField(type: FieldType, options: FieldOptions = {}): Field {
    if (!(type in TITLES)) {
      throw new MicroformError(failed('CREATE_FIELD_INVALID_FIELD_TYPE', `No field "${type}"`));
    }
    if (this.#fields.has(type)) {
      throw new MicroformError(failed('CREATE_FIELD_DUPLICATE', `There is a "${type}" field`));
    }
    const field = new Field(type, this.#claims.ctx[0].data.mfOrigin, {
      kind: 'init',
      captureContext: this.#captureContext,
      fieldType: type,
      group: this.#group,
      options: { ...options, styles: { ...this.#styles, ...options.styles } },
    });
    field.onDispose(() => this.#fields.delete(type));
    this.#fields.set(type, field);
    return field;
  }

  /** Calls back with the transient token's JWT, or with the error. */
  createToken(options: TokenOptions, callback: TokenCallback): void {
    const number = this.#fields.get('number');
    if (number?.isLoaded !== true) {
      callback(
        new MicroformError(failed('CREATE_TOKEN_NO_FIELDS_LOADED', 'No number field is loaded')),
      );
      return;
    }
    const { expirationMonth = '', expirationYear = '' } = options;
    const details = [
      ...(/^(0[1-9]|1[0-2])$/.test(expirationMonth) ? [] : [invalid('expirationMonth')]),
      ...(/^\d{4}$/.test(expirationYear) ? [] : [invalid('expirationYear')]),
    ];
    if (details.length > 0) {
      const failure = failed('CREATE_TOKEN_VALIDATION_PARAMS', 'The expiry is not valid');
      callback(new MicroformError({ ...failure, details }));
      return;
    }
    const withSecurityCode = this.#fields.get('securityCode')?.isLoaded === true;
    number.tokenize({ expirationMonth, expirationYear, withSecurityCode }, callback);
  }
}

/** One frame. */
class Field {
  readonly #type: FieldType;
  readonly #origin: string;
  readonly #init: ToFrame;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #pending = new Map<string, TokenCallback>();
  #disposed: () => void = () => {};
  #frame: HTMLIFrameElement | undefined;
  #container: HTMLElement | undefined;
  #loaded = false;

  constructor(type: FieldType, origin: string, init: ToFrame) {
    this.#type = type;
    this.#origin = origin;
    this.#init = init;
  }

  get isLoaded(): boolean {
    return this.#loaded;
  }

  load(target: string | HTMLElement): void {
    const container =
      typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target;
    if (container === null) {
      throw new MicroformError(
        failed('FIELD_LOAD_CONTAINER_SELECTOR', 'The container was not found'),
      );
    }
    this.unload();
    const frame = document.createElement('iframe');
    const options = this.#init.kind === 'init' ? this.#init.options : {};
    frame.title = options.title ?? TITLES[this.#type];
    frame.style.cssText = 'border:0;width:100%;height:100%;display:block';
    frame.src = `${this.#origin}/microform/v2/field?type=${this.#type}`;
    addEventListener('message', this.#receive);
    container.classList.add('flex-microform');
    container.replaceChildren(frame);
    this.#frame = frame;
    this.#container = container;
  }

  unload(): void {
    removeEventListener('message', this.#receive);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#container?.classList.remove('flex-microform');
    if (this.#loaded) this.#emit('unload');
    this.#loaded = false;
  }

  dispose(): void {
    this.unload();
    this.#listeners.clear();
    this.#disposed();
  }

  onDispose(callback: () => void): void {
    this.#disposed = callback;
  }

  on(name: string, listener: Listener): void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
  }

  off(name: string, listener: Listener): void {
    this.#listeners.get(name)?.delete(listener);
  }

  focus(): void {
    this.#send({ kind: 'focus' });
  }

  clear(): void {
    this.#send({ kind: 'clear' });
  }

  tokenize(
    request: { expirationMonth: string; expirationYear: string; withSecurityCode: boolean },
    callback: TokenCallback,
  ): void {
    const requestId = crypto.randomUUID();
    this.#pending.set(requestId, callback);
    setTimeout(() => {
      this.#answer(requestId, new MicroformError(failed('CREATE_TOKEN_TIMEOUT', 'No answer')));
    }, TOKEN_TIMEOUT_MS);
    this.#send({ kind: 'tokenize', requestId, ...request });
  }

  readonly #receive = (event: MessageEvent<ToPage>): void => {
    if (event.source !== this.#frame?.contentWindow || event.origin !== this.#origin) return;
    const message = event.data;
    switch (message.kind) {
      case 'ready':
        this.#send(this.#init);
        break;
      case 'loaded':
        this.#loaded = true;
        this.#emit('load');
        break;
      case 'refused':
        this.#emit('error');
        break;
      case 'event':
        this.#mark(message.name, message.state);
        this.#emit(message.name, message.state);
        break;
      case 'token':
        this.#answer(message.requestId, null, message.token);
        break;
      case 'failure':
        this.#answer(message.requestId, new MicroformError(message.failure));
        break;
    }
  };

  #send(message: ToFrame): void {
    this.#frame?.contentWindow?.postMessage(message, this.#origin);
  }

  #answer(requestId: string, error: MicroformError | null, token?: string): void {
    const callback = this.#pending.get(requestId);
    this.#pending.delete(requestId);
    callback?.(error, token);
  }

  #emit(name: string, state?: FieldState): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(state);
  }

  #mark(name: string, state: FieldState): void {
    const classes = this.#container?.classList;
    if (name !== 'change') classes?.toggle('flex-microform-focused', name === 'focus');
    classes?.toggle('flex-microform-valid', state.valid);
    classes?.toggle('flex-microform-invalid', !state.empty && !state.valid && !state.couldBeValid);
  }
}

/** What pages construct with a capture context. */
class Flex {
  readonly #captureContext: string;

  constructor(captureContext: string) {
    this.#captureContext = captureContext;
  }

  microform(kind?: string | MicroformOptions, options?: MicroformOptions): Microform {
    const given = typeof kind === 'object' ? kind : options;
    return new Microform(this.#captureContext, given ?? {});
  }
}

function failed(reason: string, message: string): TokenFailure {
  return { reason, message, details: [] };
}

function invalid(location: string) {
  return { location, message: 'Validation error' };
}

Object.assign(globalThis, { Flex });
