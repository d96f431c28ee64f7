// The control page's script: keeps the glance current without moving what somebody reads or types.
const part = document.querySelector('#glance');
let shown = part.innerHTML;

async function look() {
  const answer = await fetch('/glance').catch(() => undefined);
  const text = answer?.ok ? await answer.text() : shown;
  if (text !== shown && !part.contains(document.activeElement)) {
    shown = text;
    part.innerHTML = text;
  }
  setTimeout(look, 2000);
}

void look();
