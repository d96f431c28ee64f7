// German sentences of problems: rules and approvals.

import type { Words } from '../../words.ts';
import type { rulesProblems as english } from '../rules.ts';

export const rulesProblems: Words<typeof english> = {
  'approval-own': {
    sentence: 'Sie haben das selbst angefragt, also muss jemand anders entscheiden.',
    next: 'Bitten Sie einen Kollegen, der zustimmen darf.',
  },
  'approval-over': {
    sentence: 'Darüber wurde schon entschieden: {decision}.',
    next: 'Laden Sie die Seite neu. Wenn es dennoch sein muss, beginnen Sie neu.',
  },
  'approval-needed': {
    sentence: 'Das braucht die Zustimmung durch {by}. {why}',
    next: 'Fragen Sie die Zustimmung an oder ändern Sie, was Sie bewegen möchten.',
  },
  'approval-not-needed': {
    sentence: 'Das braucht keine Zustimmung: Sie dürfen es selbst.',
    next: 'Gehen Sie zurück und tun Sie es ohne Anfrage.',
  },
  'approval-not-yours': {
    sentence: 'Das hat jemand anders angefragt.',
    next: 'Zurückziehen kann es nur, wer angefragt hat.',
  },
  'policy-forbids': {
    sentence: 'Die Regeln Ihrer Firma verbieten das. {why}',
    next: 'Ändern Sie, was Sie bewegen möchten, oder wenden Sie sich an einen Administrator.',
  },
  'policy-amount': {
    sentence: 'Es liegt über {limit}, der Grenze für eine Bewegung.',
    next: 'Geben Sie {limit} oder weniger ein oder lassen Sie zustimmen.',
  },
  'policy-per-day': {
    sentence: 'Es liegt über {limit} am Tag: {left} davon sind heute übrig.',
    next: 'Geben Sie {left} oder weniger ein oder lassen Sie zustimmen.',
  },
  'policy-per-payment': {
    sentence: 'Es liegt über {limit} je Zahlung: {moved} gingen schon zurück.',
    next: 'Geben Sie {left} oder weniger ein oder lassen Sie zustimmen.',
  },
  'policy-no-limit': {
    sentence: 'In {currency} darf kein Betrag allein bewegt werden.',
    next: 'Lassen Sie zustimmen, oder bitten Sie einen Administrator um eine Grenze in {currency}.',
  },
  'policy-age': {
    sentence: 'Die Zahlung ist {days} Tage alt; die Grenze ist {limit} Tage.',
    next: 'Lassen Sie zustimmen.',
  },
  'policy-currency': {
    sentence: '{currency} gehört nicht zu den Währungen, die bewegt werden dürfen: {among}.',
    next: 'Wenden Sie sich an einen Administrator.',
  },
  'policy-risk': {
    sentence: 'Die Betrugsprüfung sieht ein {band} Risiko.',
    next: 'Lassen Sie zustimmen.',
  },
  'policy-dispute': {
    sentence: 'Eine Anfechtung dieser Zahlung ist offen.',
    next: 'Lassen Sie zustimmen oder warten Sie das Ende der Anfechtung ab.',
  },
  'policy-other-card': {
    sentence: 'Das Geld ginge auf eine andere Karte, als es herkam.',
    next: 'Erstatten Sie auf die Karte, mit der bezahlt wurde.',
  },
  'policy-reason': {
    sentence: 'Der Grund muss mindestens {lengthMin} Zeichen haben.',
    next: 'Sagen Sie mit ein paar Worten mehr, warum.',
  },
};
