// What the words of payments and accounting mean: the phrases by which products name one and the same thing.
import { nameSplitter, wordsOf } from './words.ts';

/** A meaning that fields can share; its id is also how people read it, with spaces for hyphens. */
export type Concept = string;

/** How much a shared word tells: `value` names what the field holds, `kind` only of which sort it is. */
export type AtomClass = 'value' | 'side' | 'entity' | 'kind' | 'light' | 'word';

/** One piece of meaning found in a field's name. */
export interface Atom {
  readonly concept: Concept;
  readonly class: AtomClass;
}

/** Whose address or name: the two sides of an order exclude each other. */
const SIDES = `
billing: bill to, bill, billed to, sold to
shipping: ship to, ship, deliver to, delivery, recipient, consignee, shipped to
mailing: mailing, primary
other: other, secondary, home
`;

/** Things that a field may belong to. */
const ENTITIES = `
customer: contact, guest
order: cart, checkout, basket, purchase
authorization:
payment: transaction, charge
card: debit card, credit card
gateway: portal, psp
processor: payment gateway, gateway name, processor name, payment processor
merchant:
invoice:
refund: refunded, credit
credit-note: credit memo
dispute: case
settlement: payout, deposit
account:
bank:
line: line item, order line, order item, invoice item, invoice line, invoice line item
crm:
fraud: risk
issuer: issuing bank, issuer bank
`;

/** Words that only say of which sort the value is. */
const KINDS = `
id: identifier, key, uuid, guid
number:
name: label
code:
type: class, category
count:
result:
title:
text:
`;

/** Words that hardly narrow a name. */
const LIGHT =
  'request last latest current recent new default external internal source online web digital local app linked related remote own actual final shop store';

const VALUES = `
email: email address, e mail, e mail address, mail, mail address, email id, customer email, contact email
phone: phone number, work phone, contact phone, customer phone, business phone, office phone
mobile: mobile phone, mobile number, cell phone
fax: fax number
website: web site, web page, web url, url
first-name: given name, forename, fname, name first, christian name, cardholder first name
last-name: surname, family name, name last, cardholder last name
middle-name: second name
name-suffix:
full-name: display name, person name, name full, cardholder name, name on card, holder name, cardholder
customer-name: customer display name
contact-name: contact full name, contact person, contact person name
salutation: honorific, name prefix
job-title: designation, position, job role
company: company name, business name, legal name, trading name, customer company
account-name: client account name
department:
address-line-1: address 1, address line 1, first line, line 1, street 1, street line 1, street, street address, address street, address, address street 1, house number street
address-line-2: address 2, address line 2, second line, line 2, street 2, address street 2, street line 2, apartment, suite, address extra, extended address
city: city name, address city
region: state, address state, address region, address administrative area, state code, administrative area, county, state name, state region, state county, federal state, region code
postal-code: zip, address postal code, address zip, address postal, postal, postal zip, zip postal, postal index
country: address country, address country code, country code, country name, iso country, country iso
attention: care of
tax-id: tax number, company tax id, tax registration number, ein, abn, tin, gstin, tax reg number, fiscal code, tax identification number, trn
date-of-birth: dob, birth, birth date
language: locale, language code
ip-address: ip, customer ip, customer ip address, remote ip
user-agent: browser
transaction-id: payment id, request id, gateway id, gateway transaction id, gateway transaction, charge id, transaction number, transaction identifier, online transaction id, transaction reference, transaction reference number, payment transaction id, request transaction id, gateway reference, gateway reference number, payment number
merchant-transaction-id: merchant transaction identifier, client reference transaction id, merchant transaction reference, mti
refund-id: refund transaction id, refund number, refund reference, refund request id
network-transaction-id: scheme transaction id, network reference id
retrieval-reference-number: rrn, retrieval reference
trace-number: system trace audit number, stan, trace audit number
reconciliation-id: reconciliation reference, reconciliation number
merchant-reference: merchant reference code, merchant reference number, client reference code, client reference, mrn, merchant order reference, merchant order id, customer reference number
order-number: order reference, shop order number, order reference number, web order number, order ref code
order-id: cart id, shop order id
sales-order-number: so number
sales-order-id:
purchase-order-number: po number, po, purchase order
parent-order-id: parent id
invoice-number: bill number, invoice reference
invoice-id: bill id
credit-note-number: credit memo number
reference: reference number, reference code, external reference, payment reference, payment reference number, external id
authorization-code: approval code, authorization number, gateway authorization code, authorization reference, issuer authorization code, authorization response code
card-brand: card type, card network, card scheme, brand name, card brand name, payment brand, network brand, scheme
card-last-four: last four, last four digit, card last four digit, card suffix, account suffix, account four, pan suffix, card number last four, last digit, card ending, card number suffix, masked card, card four, pan last four, ending in, suffix
card-bin: bin, card prefix, first six, first six digit, iin, bank identification number, issuer identification number, pan prefix, card first six
card-number: pan, masked pan, masked card number, card account number, primary account number
card-expiry: card expiry, expiry, expiry date, card expiry date, valid thru, valid until, valid to
expiry-month: card expiry month, expiry mm
expiry-year: card expiry year, expiry yy
card-start: start month, start year
customer-token: customer profile id, profile id, customer profile, vault id, customer vault id, customer profile token, vault customer id
payment-token: payment instrument, payment instrument id, payment instrument token, card token, token, payment profile id, payment method id, payment method token, subscription id, stored card id, card on file id, gateway token
instrument-identifier: instrument identifier id, instrument id
shipping-address-token: shipping address id
customer-id: customer number, customer code, merchant customer id, customer identifier, customer reference, contact id, contact number, user id, customer id merchant, customer key
account-number: account no, customer account number
account-id: account key
crm-contact-id: zcrm contact id, crm customer id
crm-account-id: zcrm account id
crm-deal-id: crm opportunity id, zcrm opportunity id
payment-method: payment mode, payment type, method payment, tender type, payment method title, tender, mode payment, payment type method, payment option, payment type name, refund mode, refund method, funding source
wallet: payment solution, digital wallet, wallet type
avs-result: avs, avs code, avs response, avs response code, address verification, address verification result, avs match
card-verification-result: cvn, cv, cv result, cv code, cvv, cvc, card verification, card verification result, card verification code, card code response, cvv result, cvv response, cvn result, cvv response code, cvc check, cid result, security code result, cvv code
merchant-id: mid, merchant account, merchant account id, processor merchant id, merchant number, merchant account number
merchant-name: trading as
terminal-id: tid, terminal
descriptor: statement descriptor, merchant descriptor, soft descriptor, merchant descriptor name, statement text
response-code: processor response code, processor response, gateway response code, result code, host response code, processor code
reason-code: error code, decline code, dispute reason code, reply code
reason: refund reason, decline reason, cause, reason text, return reason, cancellation reason, error reason, refusal reason
error-message: response message, decline message, message, error text, error, response text, failure message, refusal message, gateway message, processor message
commerce-indicator: eci, transaction channel, eci raw
reviewer: analyst, reviewed, agent
decision: new decision, review decision, fraud decision, risk decision
fraud-score: risk score, fraud score result, score, afs score, risk score result
fraud-factors: factor code, risk factor, risk factor code, fraud factor code
fraud-profile: risk profile, profile, profile name, fraud profile name, risk profile name
queue: review queue
priority: case priority, urgency, importance
case-number: dispute id, dispute number, tracking number, case id, dispute case number, case reference, case identifier
batch-id: batch number, settlement batch, settlement batch id, batch reference, deposit id, payout id, settlement id, batch
fee: bank charge, processing fee, transaction fee, gateway fee, service charge, merchant fee, total fee, fee amount, merchant discount amount, card fee, fee total
surcharge: convenience fee, surcharge amount
net-amount: net, funding amount, net deposit, payout amount, deposit amount, net total, net settlement, funded amount, amount net
interchange: interchange fee
amount: payment amount, transaction amount, charge amount, amount received, amount paid, paid amount, gross amount, gross, payment total, payment made, dispute amount, refundable amount
total: total amount, grand total, order total, invoice total, order amount, total price, total value, order grand total, invoice amount, amount total
subtotal: sub total, net order total, total before tax, amount before tax
tax-amount: tax, total tax, total tax amount, tax total amount, tax total, sales tax, tax value, order tax, sales tax amount
cart-tax:
tax-type: tax class, tax category, tax treatment
tax-rate: tax percent, rate percent, tax rate percent
tax-name: tax label, tax rate name, tax code
tax-included: tax inclusive, inclusive tax, price include tax, price includes tax, tax include, includes tax, price inclusive tax
tax-withheld: withholding tax, tax amount withheld, withheld tax
discount: discount amount, discount total, total discount, rebate, order discount, discount value
coupon: coupon code, promo code, voucher code, discount code, promotion code, voucher, coupon used
shipping-charge: shipping cost, shipping amount, shipping total, shipping fee, delivery charge, delivery fee, delivery cost, shipping price, shipping charge amount, shipping line total, freight charge, shipping rate
shipping-tax: shipping total tax
shipping-method: delivery method, shipment method, carrier, shipping service, ship via, courier, shipping method title, shipping carrier, shipping type, shipping line method title, mode of delivery, shipping option
refund-amount: refunded amount, amount refunded, total refunded, refund total, total refunded amount, credit amount, refund amount total
balance: balance due, amount due, outstanding amount, open amount, amount outstanding, due amount, remaining amount, balance amount, open balance, outstanding balance
authorized-amount: authorization amount, amount authorized, preauthorized amount
captured-amount: amount captured
settlement-amount: amount settlement
settlement-currency: settlement currency code
fee-currency: fee currency code
funding-currency:
exchange-rate: conversion rate, rate exchange, currency rate, currency exchange rate, currency conversion rate
unit-price: price, rate, selling price, sales price, unit cost, price unit, item price, unit rate, product price, list price, sales rate
purchase-price: purchase rate, cost price, cost, buying price
line-total: item total, line amount, extended price, row total, line subtotal, line total amount, item amount
quantity: ordered quantity, quantity ordered, item quantity, item count, unit count
currency: currency code, currency iso code, transaction currency, order currency, payment currency, base currency, dispute currency, currency iso, refund currency, iso currency
currency-id:
date: transaction date, order date, invoice date, credit note date, gateway date, posting date, document date, time, transaction time, payment time, refund date, refund time, dispute time, dispute date, order time, date time, posted date, sales date, purchase date, value date, booking date
created: created date, date created, created time, date created time, submitted, submitted time, submitted date, time submitted, timestamp, request time, date placed, date added, entry date, submitted local date time, registration date, date submitted
paid-date: date paid, paid, payment date, last payment date, date payment, payment received date, payment received
modified: modified date, date modified, modified time, last modified, last modified time
settled-date: settlement date, settlement time, batch time, batch date, funded date, deposit date, payout date, date settlement
due-date: due, due time, respond, respond date, response due, response due date, response due time, deadline, payment due, payment due date, date due, reply due
completed-date: date completed, completed
closed-date: closed, closed time, closed date, date closed, resolved date
shipment-date: ship date, shipping date, delivery date, dispatch date, expected shipment date, expected delivery date
status: payment status, transaction status, order status, response status, gateway status, current status, record status, refund status, invoice status, status code
settlement-status:
stage: pipeline stage, phase
notes: note, comment, customer note, order note, customer comment, reviewer comment, internal note, order comment, customer message, note comment, special instruction
description: summary, long description, action description, body, sales description
subject: headline, topic
sku: product sku, item sku, item code, stock keeping unit, product number, item number, line sku
product-code: product id code, part number, model number
product-name: item name, line name, product title, item title, line item name, line product name
product-id: item id, line item id, line product id
unit: unit measure, uom
stock: stock quantity, stock on hand, stock hand, available stock, inventory quantity, quantity hand, quantity available, available quantity, initial stock, opening stock, stock level, stock count
product-type: item type
invoices:
terms: term, term condition
payment-terms: payment term, payment term label, payment term day, net term
credit-limit:
image: photo, avatar, picture, photo url, avatar url, record image, profile picture, image url, contact image
twitter: twitter handle, x handle
nature-of-dispute: dispute type, nature dispute, dispute nature, dispute category
issuer-country: card country, card issuing country, bank country
issuer-name: bank name
installments: number installment, instalment, number instalment, installment count
group: reporting group
account-owner: owner, assigned to, assignee, account manager, contact owner, record owner, responsible
salesperson: sales person, sales rep, sales agent
supplier: preferred supplier
role: user role
`;

/** Names whose words are too poor by themselves: the CRM calls an account's postal code "Billing Code". */
const COMPOSED: Readonly<Record<string, readonly Concept[]>> = {
  'billing code': ['billing', 'postal-code'],
  'shipping code': ['shipping', 'postal-code'],
  'mailing code': ['mailing', 'postal-code'],
  'customer country': ['customer', 'country'],
  'customer city': ['customer', 'city'],
  'customer address': ['customer', 'address-line-1'],
};

/** Longest phrase of the lexicon, in words. */
export const PHRASE_MAX = 5;

const phrases = new Map<string, readonly Atom[]>();
const knownWords = new Set<string>();
const classes = new Map<Concept, AtomClass>();

for (const [table, kind] of [
  [VALUES, 'value'],
  [SIDES, 'side'],
  [ENTITIES, 'entity'],
  [KINDS, 'kind'],
] as const) {
  for (const line of table.trim().split('\n')) {
    const [concept = '', others = ''] = line.split(':');
    classes.set(concept, kind);
    for (const phrase of [concept, ...others.split(',')]) {
      addPhrase(phrase, [{ concept, class: kind }]);
    }
  }
}
for (const word of LIGHT.split(' ')) addPhrase(word, [{ concept: word, class: 'light' }]);
for (const [phrase, concepts] of Object.entries(COMPOSED)) {
  addPhrase(
    phrase,
    concepts.map((concept) => ({ concept, class: classes.get(concept) ?? 'word' })),
  );
}

function addPhrase(phrase: string, atoms: readonly Atom[]): void {
  const words = wordsOf(phrase);
  for (const word of words) knownWords.add(word);
  const text = words.join(' ');
  if (text !== '' && !phrases.has(text)) phrases.set(text, atoms);
}

/** What a phrase of standard words means; `undefined` when the lexicon has no such phrase. */
export function meaningOf(phrase: string): readonly Atom[] | undefined {
  return phrases.get(phrase);
}

/** The words of a field's name or label, run-together ones taken apart into the lexicon's words. */
export const splitName = nameSplitter(knownWords);
