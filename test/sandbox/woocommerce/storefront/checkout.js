// The checkout page's script: loads the gateway's card fields, makes a token, asks the shop's server to charge it.
const form = document.querySelector('#checkout');
const payButton = document.querySelector('#pay');
const trouble = document.querySelector('#trouble');
const payLabel = payButton.textContent;
let session;
let microform;

function complain(text) {
  trouble.textContent = text;
  trouble.hidden = false;
  trouble.focus();
  payButton.disabled = false;
  payButton.textContent = payLabel;
}

/** The script's address and checksum come from the verified context each time, never from here. */
function loadLibrary({ clientLibrary, clientLibraryIntegrity }) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = clientLibrary;
    script.integrity = clientLibraryIntegrity;
    script.crossOrigin = 'anonymous';
    script.onload = resolve;
    script.onerror = () => reject(new Error('the card fields could not be loaded'));
    document.head.append(script);
  });
}

async function openFields() {
  const answer = await fetch('/checkout/card-fields', { method: 'POST' });
  if (!answer.ok) throw new Error('the card fields could not be opened');
  session = await answer.json();
  await loadLibrary(session);
  const styles = { input: { 'font-size': '16px', color: '#241c15' } };
  microform = new globalThis.Flex(session.captureContext).microform('card', { styles });
  microform.createField('number', { placeholder: 'Card number' }).load('#card-number');
  microform.createField('securityCode', { placeholder: '•••' }).load('#card-code');
  payButton.disabled = false;
}

function createToken() {
  const expiry = {
    expirationMonth: form.querySelector('#expiry-month').value,
    expirationYear: form.querySelector('#expiry-year').value,
  };
  return new Promise((resolve, reject) => {
    microform.createToken(expiry, (error, token) => (error ? reject(error) : resolve(token)));
  });
}

async function pay() {
  const { reserve, ...billing } = Object.fromEntries(new FormData(form));
  const token = await createToken();
  const answer = await fetch('/checkout/pay', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      session: session.session,
      token,
      billing,
      reserveOnly: reserve === 'on',
    }),
  });
  const result = await answer.json();
  if (result.redirect) location.assign(result.redirect);
  else complain(result.message);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const missing = [...form.elements].find((field) => field.willValidate && !field.checkValidity());
  if (missing) {
    complain(
      `Please fill in: ${form.querySelector(`label[for=${missing.id}]`).textContent.trim()}.`,
    );
    missing.focus();
    return;
  }
  trouble.hidden = true;
  payButton.disabled = true;
  payButton.textContent = 'Paying…';
  pay().catch((error) => complain(error?.message ?? 'Please check the card number and code.'));
});

openFields().catch((error) => complain(`${error.message}. Please reload the page.`));
