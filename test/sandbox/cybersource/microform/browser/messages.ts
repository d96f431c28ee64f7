// What the library in the page and the field frames say to each other.

export type FieldType = 'number' | 'securityCode';

export type Styles = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Options of one field, as the page gives them. */
export interface FieldOptions {
  readonly placeholder?: string;
  readonly title?: string;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly styles?: Styles;
}

/** From the page to a frame. */
export type ToFrame =
  | {
      readonly kind: 'init';
      readonly captureContext: string;
      readonly fieldType: FieldType;
      readonly group: string;
      readonly options: FieldOptions;
    }
  | { readonly kind: 'focus' }
  | { readonly kind: 'clear' }
  | {
      readonly kind: 'tokenize';
      readonly requestId: string;
      readonly expirationMonth: string;
      readonly expirationYear: string;
      readonly withSecurityCode: boolean;
    };

/** A detected card brand, as `change` events list them. */
export interface DetectedCard {
  readonly name: string;
  readonly brandedName: string;
  readonly cardType: string;
  readonly valid: boolean;
  readonly couldBeValid: boolean;
  readonly securityCode: { readonly name: string; readonly length: number };
}

/** State of a field; never its content. */
export interface FieldState {
  readonly empty: boolean;
  readonly valid: boolean;
  readonly couldBeValid: boolean;
  readonly card?: readonly DetectedCard[];
}

export interface TokenFailure {
  readonly reason: string;
  readonly message: string;
  readonly details: readonly { readonly location: string; readonly message: string }[];
}

/** From a frame to the page. */
export type ToPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'event';
      readonly name: 'change' | 'focus' | 'blur';
      readonly state: FieldState;
    }
  | { readonly kind: 'token'; readonly requestId: string; readonly token: string }
  | { readonly kind: 'failure'; readonly requestId: string; readonly failure: TokenFailure };

/** The claims of a capture context that the browser needs. */
export interface ContextClaims {
  readonly flx: { readonly path: string; readonly origin: string };
  readonly ctx: readonly [
    {
      readonly data: {
        readonly mfOrigin: string;
        readonly targetOrigins: readonly string[];
        readonly allowedCardNetworks: readonly string[];
      };
    },
  ];
}

/** Reads the claims; the service checks the signature when the token is made. */
export function readClaims(jwt: string): ContextClaims {
  const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as ContextClaims;
}
