// What an administrator of Zoho does to people: another role, deactivated, active again.
import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { People } from '../zoho/people.ts';
import { fullName, staffRoles, type ZohoUser } from '../zoho/users.ts';

const changeBody = z.object({
  email: z.string(),
  role: z.optional(z.enum(staffRoles)),
  isActive: z.optional(z.union([z.boolean(), z.enum(['true', 'false'])])),
});

/** Makes the change that a script or the front page asks for; false when it makes no sense. */
export function changePerson(people: People, given: unknown): boolean {
  const body = changeBody.safeParse(given);
  if (!body.success) return false;
  const { email, role, isActive } = body.data;
  const changed = people.change(email, {
    ...(role === undefined ? {} : { role }),
    ...(isActive === undefined ? {} : { isActive: String(isActive) === 'true' }),
  });
  return changed !== undefined;
}

export function peopleSection(people: readonly ZohoUser[]) {
  return html`<section aria-labelledby="people-title" class="panel">
  <h2 id="people-title">People in Zoho</h2>
  <p>What an administrator changes here, we hear of only when we ask Zoho again.</p>
  <ul>${people.map(personRow)}</ul>
</section>`;
}

function personRow(person: ZohoUser) {
  const name = fullName(person);
  return html`<li class="row">
  <strong>${name}</strong> <span>${person.services.join(', ')}</span>
  <form method="post" action="/control/people" class="row">
    <input type="hidden" name="email" value="${person.email}">
    <label>Role of ${name} <select name="role">${staffRoles.map(
      (role) => html`<option ${role === person.role ? 'selected' : ''}>${role}</option>`,
    )}</select></label>
    <button class="quiet">Change</button>
  </form>
  <form method="post" action="/control/people">
    <input type="hidden" name="email" value="${person.email}">
    <button name="isActive" value="${String(!person.isActive)}" class="quiet">${person.isActive ? 'Deactivate' : 'Activate'} ${name}</button>
  </form>
</li>`;
}
