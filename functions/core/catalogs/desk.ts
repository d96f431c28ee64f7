// The standard fields of Zoho Desk's tickets and contacts.
import { fieldCatalog } from './field-table.ts';

/** `POST /tickets` and its answer. */
export const deskTicket = fieldCatalog(
  'desk',
  'ticket',
  'Desk ticket',
  `
id | id | Ticket ID
ticketNumber | text | Ticket number
*subject | text 255 | Subject
description | text 65535 | Description
*departmentId | id | Department
*contactId | id | Contact
accountId | id | Account
productId | id | Product
assigneeId | id | Ticket owner
teamId | id | Team
email | email | E-mail
phone | phone | Phone
status | choice | Status | Open, On Hold, Escalated, Closed
statusType | choice | Kind of status | Open, On Hold, Closed
priority | choice | Priority | Low, Medium, High
channel | choice | Channel | Phone, Email, Web, Twitter, Facebook, Chat, Forums, Feedback
classification | choice | Classification | Question, Problem, Feature, Others
category | text | Category
subCategory | text | Subcategory
language | text | Language
dueDate | instant | Due date
responseDueDate | instant | Response due date
resolution | text | Resolution
contact.firstName | text | Contact: first name
contact.lastName | text | Contact: last name
contact.email | email | Contact: e-mail
contact.phone | phone | Contact: phone
isSpam | boolean | Spam
isEscalated | boolean | Escalated
slaId | id | SLA
layoutId | id | Layout
webUrl | url | Ticket link
threadCount | number | Number of threads
commentCount | number | Number of comments
customerResponseTime | instant | Customer responded at
createdTime | instant | Created at
modifiedTime | instant | Modified at
closedTime | instant | Closed at
`,
);

/** `POST /contacts` and its answer. */
export const deskContact = fieldCatalog(
  'desk',
  'contact',
  'Desk contact',
  `
id | id | Contact ID
firstName | text 120 | First name
*lastName | text 120 | Last name
accountId | id | Account
email | email | E-mail
secondaryEmail | email | Secondary e-mail
phone | phone | Phone
mobile | phone | Mobile
type | choice | Type | paidUser, user
title | text | Title
street | text | Street
city | text | City
state | region | State
zip | postal-code | ZIP code
country | country | Country
description | text | Description
language | text | Language
facebook | text | Facebook
twitter | text | Twitter
ownerId | id | Contact owner
zohoCRMContact.id | id | CRM contact ID
photoURL | url | Photo
webUrl | url | Contact link
isSpam | boolean | Spam
createdTime | instant | Created at
modifiedTime | instant | Modified at
`,
);
