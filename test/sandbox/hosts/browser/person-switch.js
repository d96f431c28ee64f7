// The person switch of every page works at once, without its button.
document
  .querySelector('#user select')
  ?.addEventListener('change', (event) => event.target.form.submit());
