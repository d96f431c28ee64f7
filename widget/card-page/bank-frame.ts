// The frame between our page and the bank's: posts what the gateway gave to the bank's side, and tells our page when that is through.

interface Handed {
  readonly url: string;
  readonly token: string;
}

const own = location.origin;

/** Back from the bank: this document stands in the bank's frame, two below our page. */
if (document.documentElement.dataset.state === 'returned') {
  window.top?.postMessage({ bank: 'returned' }, own);
} else {
  window.addEventListener('message', (event) => {
    // Only our own page hands anything over; only the side that it named says that it is done.
    if (event.source === parent && event.origin === own) hand(event.data as Handed);
    else if (event.origin === asked) parent.postMessage({ bank: 'collected' }, own);
  });
  parent.postMessage({ bank: 'ready' }, own);
}

let asked: string | undefined;

function hand({ url, token }: Handed): void {
  asked = new URL(url).origin;
  const frame = document.createElement('iframe');
  frame.name = 'bank';
  frame.title = document.title;
  frame.style.cssText = 'border:0;position:fixed;inset:0;width:100%;height:100%';
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  form.target = frame.name;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'JWT';
  field.value = token;
  form.append(field);
  document.body.append(frame, form);
  form.submit();
}
