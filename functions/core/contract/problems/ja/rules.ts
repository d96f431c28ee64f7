// Japanese sentences of problems: rules and approvals.

import type { Words } from '../../words.ts';
import type { rulesProblems as english } from '../rules.ts';

export const rulesProblems: Words<typeof english> = {
  'approval-own': {
    sentence: 'ご自身の依頼なので、別の人が決定する必要があります。',
    next: '承認できる同僚に依頼してください。',
  },
  'approval-over': {
    sentence: 'すでに決定されています：{decision}。',
    next: 'ページを再読み込みしてください。それでも必要なら、やり直してください。',
  },
  'approval-needed': {
    sentence: '{by}の承認が必要です。{why}',
    next: '承認を依頼するか、内容を変更してください。',
  },
  'approval-not-needed': {
    sentence: '承認は不要です。ご自身で実行できます。',
    next: '戻って、依頼せずに実行してください。',
  },
  'approval-not-yours': {
    sentence: '別の人が依頼したものです。',
    next: '取り下げられるのは依頼した人だけです。',
  },
  'policy-forbids': {
    sentence: '会社のルールで禁止されています。{why}',
    next: '内容を変更するか、管理者に相談してください。',
  },
  'policy-amount': {
    sentence: '1 件の上限 {limit} を超えています。',
    next: '{limit} 以下を入力するか、承認を受けてください。',
  },
  'policy-per-day': {
    sentence: '1 日の上限 {limit} を超えています：本日の残りは {left} です。',
    next: '{left} 以下を入力するか、承認を受けてください。',
  },
  'policy-per-payment': {
    sentence: '決済 1 件の上限 {limit} を超えています：すでに {moved} が返金されています。',
    next: '{left} 以下を入力するか、承認を受けてください。',
  },
  'policy-no-limit': {
    sentence: '{currency} の金額は一人では動かせません。',
    next: '承認を受けるか、管理者に {currency} の上限の設定を依頼してください。',
  },
  'policy-age': {
    sentence: '決済から {days} 日たっています。上限は {limit} 日です。',
    next: '承認を受けてください。',
  },
  'policy-currency': {
    sentence: '{currency} は許可された通貨（{among}）ではありません。',
    next: '管理者に相談してください。',
  },
  'policy-risk': {
    sentence: '不正チェックの結果は{band}リスクです。',
    next: '承認を受けてください。',
  },
  'policy-dispute': {
    sentence: 'この決済は異議申し立て中です。',
    next: '承認を受けるか、異議申し立ての終了をお待ちください。',
  },
  'policy-other-card': {
    sentence: '支払いに使われたカードと違うカードへ返金することになります。',
    next: '支払いに使われたカードへ返金してください。',
  },
  'policy-reason': {
    sentence: '理由は {lengthMin} 文字以上必要です。',
    next: '理由をもう少し詳しく入力してください。',
  },
};
