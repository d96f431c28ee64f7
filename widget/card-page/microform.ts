// Loads the gateway's card fields: the library by the address and hash of the signed context, the fields into their places.

interface Field {
  load(selector: string): void;
  on(
    event: 'change',
    told: (state: { readonly empty: boolean; readonly valid: boolean }) => void,
  ): void;
  focus(): void;
}

interface FieldsProblem {
  readonly reason?: string;
  readonly details?: readonly { readonly location?: string }[];
}

interface Microform {
  createField(type: 'number' | 'securityCode', options: { readonly placeholder?: string }): Field;
  createToken(
    options: { readonly expirationMonth: string; readonly expirationYear: string },
    done: (problem: FieldsProblem | null, token: string) => void,
  ): void;
}

type Flex = new (
  context: string,
) => {
  microform(type: 'card', options: { readonly styles: object }): Microform;
};

declare global {
  interface Window {
    readonly Flex?: Flex;
  }
}

export interface FieldsContext {
  readonly context: string;
  readonly library: { readonly url: string; readonly integrity: string };
}

type Entered =
  | { readonly ok: true; readonly token: string }
  /** Which fields are wrong, in the library's words. */
  | { readonly ok: false; readonly wrong: readonly string[] };

export interface CardInputs {
  /** Hands the card over to the gateway for a token; the card never comes by here. */
  enter(expiry: { readonly month: string; readonly year: string }): Promise<Entered>;
  focus(field: 'number' | 'securityCode'): void;
}

/** @param places selectors of the elements that the frames go into. */
export async function openCardInputs(
  { context, library }: FieldsContext,
  places: { readonly number: string; readonly securityCode: string },
): Promise<CardInputs> {
  await loadLibrary(library);
  if (window.Flex === undefined) throw new Error('the library brought nothing');
  const style = getComputedStyle(document.body);
  const input = { color: style.color, 'font-size': '16px', 'font-family': style.fontFamily };
  const form = new window.Flex(context).microform('card', { styles: { input } });
  const number = form.createField('number', { placeholder: '' });
  const securityCode = form.createField('securityCode', { placeholder: '' });
  number.load(places.number);
  securityCode.load(places.securityCode);
  return {
    enter: ({ month: expirationMonth, year: expirationYear }) =>
      new Promise((resolve) => {
        form.createToken({ expirationMonth, expirationYear }, (problem, token) => {
          if (problem === null) return resolve({ ok: true, token });
          const wrong = (problem.details ?? []).flatMap(({ location }) => location ?? []);
          resolve({ ok: false, wrong });
        });
      }),
    focus: (field) => (field === 'number' ? number : securityCode).focus(),
  };
}

function loadLibrary({ url, integrity }: FieldsContext['library']): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('the library did not load'));
    document.head.append(script);
  });
}
