// French mails to customers.
import type { CustomerTexts } from '../customer-words.ts';

export const customer: CustomerTexts = {
  invoice: (reference) => `facture ${reference}`,
  invoices: (references) => `factures ${references}`,
  yourCard: 'votre carte',
  unnamedCard: 'votre carte',
  linkSubject: (company, what) => `${company} : ${what}`,
  pay: (amount, reference) =>
    `Veuillez payer ${amount} pour la facture ${reference} sur cette page :`,
  payInvoices: (amount) => `Veuillez payer ${amount} sur cette page, pour ces factures :`,
  payWithoutInvoice: (amount) => `Veuillez payer ${amount} sur cette page :`,
  addCard: 'Veuillez ajouter votre carte sur cette page :',
  linkIsYours: 'Le lien est pour vous seul et vaut trois jours.',
  neverAsked: 'Nous ne demandons jamais de numéro de carte par téléphone ni par e-mail.',
  unpaidSubject: (company, reference) =>
    `${company} : la facture ${reference} n’est pas encore payée`,
  card: (brand, lastFour) => `votre carte ${brand} finissant par ${lastFour}`,
  notCharged: (amount, card, reference, why) =>
    `Nous n’avons pas pu débiter ${amount} sur ${card} pour la facture ${reference} : ${why}. Rien n’a été débité.`,
  triedAgain: (day) =>
    `Nous réessayons avec la même carte le ${day}. Vous n’avez rien à faire ; pour payer avec une autre carte, répondez à ce message.`,
  notTriedAgain: (amount, card, reference) =>
    `Nous ne réessayons pas de débiter ${amount} sur ${card} pour la facture ${reference}. Rien n’a été débité.`,
  otherCard: 'Pour payer avec une autre carte, répondez à ce message.',
  causes: {
    expired: 'la carte a expiré',
    'no-money': 'la provision était insuffisante',
    'over-limit': 'cela dépasse la limite de la carte',
    'to-be-confirmed': 'votre banque veut que vous confirmiez vous-même',
    unreachable: 'votre banque était injoignable',
    declined: 'votre banque l’a refusé',
  },
};
