// The thank-you page's script: asks for the order's state until it is final.
const section = document.querySelector('.received');

async function look() {
  const answer = await fetch(section.dataset.stateUrl).catch(() => undefined);
  const state = answer?.ok ? await answer.json() : undefined;
  if (state && state.status !== section.dataset.status) {
    section.dataset.status = state.status;
    section.querySelector('h1').textContent = state.heading;
    section.querySelector('.said').textContent = state.text;
  }
  if (!state?.final) setTimeout(look, 1000);
}

void look();
