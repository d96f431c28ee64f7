// Japanese sentences of problems: money that moves, and what is told of it.

import type { Words } from '../../words.ts';
import type { moneyProblems as english } from '../money.ts';

export const moneyProblems: Words<typeof english> = {
  'amount-invalid': {
    sentence: '{currency} の金額として正しくありません。',
    next: 'ゼロより大きい金額を入力してください。',
  },
  'refund-over-limit': {
    sentence: '返金できるのはあと {left} です。{asked} が指定されました。',
    next: '{left} 以下を入力してください。',
  },
  'refund-lines-differ': {
    sentence: '選んだ明細の合計が {asked} ではなくなりました。',
    next: 'ページを再読み込みし、明細を選び直してください。',
  },
  'capture-over-limit': {
    sentence: '確保されているのはあと {left} です。{asked} が指定されました。',
    next: '{left} 以下を入力してください。',
  },
  'movement-target-gone': {
    sentence: '取り消そうとしたものは、表示された状態ではなくなりました。',
    next: 'ページを再読み込みし、今できることを確認してください。',
  },
  'movement-beyond-role': {
    sentence: 'これは一人では実行できません。{why}',
    next: '{by}に実行してもらってください。',
  },
  'void-too-late': {
    sentence: '取り消す前にバッチで送られました。',
    next: '何も取り戻されていません。代わりに決済を返金してください。返金はそのまま残ります。',
  },
  'cannot-in-review': {
    sentence: '決済は審査のため保留中です。',
    next: '先に Business Center で承認または拒否してください。',
  },
  'cannot-not-authorized': {
    sentence: 'カードに確保された金額がありません。',
    next: '顧客にもう一度支払いを依頼してください。',
  },
  'cannot-nothing-captured': {
    sentence: '{authorized} のうち、売上確定されたものはありません。',
    next: '売上確定するか、オーソリを取り消してください。',
  },
  'cannot-captured-in-full': {
    sentence: '{authorized} はすべて売上確定済みか処理中です。',
    next: 'このオーソリからこれ以上は引き落とせません。',
  },
  'cannot-captured-already': {
    sentence: '{authorized} のうち {captured} は売上確定済みか処理中です。',
    next: '売上確定した分を取り消すか返金してください。',
  },
  'cannot-in-the-batch': {
    sentence: 'バッチで送られました。',
    next: '取消は送られる前だけです。売上確定した分を返金してください。',
  },
  'cannot-refunded-already': {
    sentence: '{captured} のうち {refunded} は返金済みか返金処理中です。',
    next: '取消は全額を戻します。残りを返金してください。',
  },
  'cannot-nothing-left': {
    sentence: '{captured} の残りはありません：{refunded} は返金済みか処理中です。',
    next: 'これ以上は返金できません。',
  },
  'cannot-disputed': {
    sentence: '{disputed} が異議申し立て中です。',
    next: '異議申し立ての終了をお待ちください。今返金すると二重払いになる恐れがあります。',
  },
  'cannot-disputed-until': {
    sentence: '{disputed} が異議申し立て中です。{until} までに回答してください。',
    next: '提出するもの: {evidence}。今返金すると二重払いになる恐れがあります。',
  },
  'cannot-given-back': {
    sentence: '決済の状態は「{state}」です。',
    next: 'お金は顧客の手元にあり、これ以上できることはありません。',
  },
  'cannot-window-over': {
    sentence: '決済から {days} 日以上たっています。',
    next: '決済処理会社はこれほど遅い返金を受け付けません。別の方法で顧客に支払ってください。',
  },
  'cannot-movement-under-way': {
    sentence: 'このお金の別の取引が処理中です。',
    next: '結果が判明するまでお待ちください。',
  },
  'cannot-no-refund-to-void': {
    sentence: '取り戻せる返金はありません。',
    next: '取り戻せるのはゲートウェイが受け付けた返金だけです。',
  },
  'currency-mismatch': {
    sentence: '決済は {currency} です。',
    next: '{currency} で金額を入力してください。',
  },
  'intent-reused': {
    sentence: 'この依頼は別の内容ですでに行われています。',
    next: 'ページを再読み込みして経過を確認し、やり直してください。',
  },
  'reason-missing': {
    sentence: '返金には理由が必要です。',
    next: '返金の理由を簡潔に入力してください。',
  },
  'movement-reason-missing': {
    sentence: '理由が必要です。',
    next: '理由を簡潔に入力してください。監査記録に残ります。',
  },
  'capture-declined': {
    sentence: '銀行が売上確定を拒否しました（{reason}）。',
    next: 'お金は動いていません。金額を減らすか、顧客にもう一度支払ってもらってください。',
  },
  'reversal-declined': {
    sentence: 'オーソリを取り消せませんでした（{reason}）。',
    next: '数日以内に銀行が自動で確保を解除します。再試行するか、決済処理会社に電話してください。',
  },
  'void-declined': {
    sentence: '決済を取り消せませんでした（{reason}）。',
    next: '何も取り戻されていません。精算後に返金してください。',
  },
  'refund-declined': {
    sentence: '銀行が返金を拒否しました（{reason}）。',
    next: '何も支払われていません。別の方法で返金するか、顧客から銀行に連絡してもらってください。',
  },
  'outcome-unknown': {
    sentence: 'ゲートウェイが実行したかどうかまだわかりません。',
    next: '金額は確保されたままで、ゲートウェイに問い合わせを続けます。もう一度試さないでください。',
  },
  'never-sent': {
    sentence: 'ゲートウェイには送られていません。',
    next: '何も動いていません。まだ必要なら、やり直してください。',
  },
  'needs-inspection': {
    sentence: 'ゲートウェイから未知の状態が返りました（{status}）。',
    next: 'Business Center で取引を確認してください。金額は確保されたままです。',
  },
  'money-changed': {
    sentence: '{product} の{what} {reference} は {now} です。当方が書いたのは {written} でした。',
    next: '誰かが変更したため、そのままにしています。金額をそこで訂正すると、自動で続行します。',
  },
  'order-not-found': {
    sentence: 'ショップに注文 {reference} がありません。',
    next: 'ショップでの決済でない場合は、手作業で請求書に関連付けてください。',
  },
  'document-mismatch': {
    sentence: '{product} は注文 {reference}（{order}）を {booked} にしました。',
    next: '商品の税と端数処理の設定を確認し、下書きを訂正してから再実行してください。',
  },
  'decisions-late': {
    sentence: '加盟店 {merchant} の審査結果を {hours} 時間読み取れていません。',
    next: 'ゲートウェイは直近 24 時間分しか返しません。過ぎる前に、管理者が加盟店のキーとタイマーを確認してください。',
  },
  'not-there-yet': {
    sentence: '{what} の通知がありましたが、ゲートウェイにまだ表示されません。',
    next: '1 日間は自動で探し、その後は打ち切ります。',
  },
  'never-appeared': {
    sentence: '{what} は 1 日前に通知されましたが、ゲートウェイに現れませんでした。',
    next: 'Business Center で確認してください。あれば再実行、なければ省略してください。',
  },
  'older-than-connection': {
    sentence: '決済は Zoho への接続より古く、関連する請求書がありません。',
    next: 'この返金を手作業で記帳するか、決済を請求書に関連付けて再実行してください。',
  },
  'dispute-unmatched': {
    sentence: '異議申し立て {number} の取引 {transaction} がゲートウェイにありません。',
    next: 'Business Center で異議申し立てを確認し、その決済は返金しないでください。',
  },
  'void-unclear': {
    sentence: 'この決済の何かが取り消されましたが、何かはわかりません。',
    next: 'Business Center で取消を確認してください。それによってオーソリ取消されたものはありません。判明したら再実行してください。',
  },
  'booking-under-way': {
    sentence: 'この返金の記帳はまだ終わっていません。',
    next: '終わりしだい Zoho Books から取り消されます。記帳が失敗した作業の中にある場合は、まずそこで再実行してください。',
  },
  'refund-undone': {
    sentence: '成功したはずの返金が、ゲートウェイでは {status} と報告されています。',
    next: 'Business Center で返金を確認し、帳簿を手作業で訂正してください。',
  },
  'unknown-for-a-day': {
    sentence: 'ゲートウェイが実行したかどうか、1 日以上確認できていません。',
    next: '参照番号 {reference} を伝えて、ゲートウェイのサポートに電話してください。',
  },
};
