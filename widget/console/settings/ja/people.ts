// Japanese texts of the settings page: the people and what waits for approval.
import type { Language } from '../../../text/language.ts';

export const people: Language['people'] = {
  title: '人',
  about:
    'サインインしたことのある全員です。ここで設定しない限り、役割は Zoho に従います。役割の対応は初期設定の「Webhook、チャネル、役割」で決めます。',
  none: 'まだ誰もサインインしていません。',
  you: 'あなた',
  access: { allowed: 'アクセス可', ended: 'アクセス終了', removed: 'Zoho にいません' },
  role: (name) => `${name} の役割`,
  asInZoho: (role) => `Zoho と同じ（${role}）`,
  end: 'アクセスを終了',
  endLabel: (name) => `${name} のアクセスを終了`,
  sure: (name) => `${name} はすぐにサインアウトされ、許可するまでサインインできません。`,
  restore: '再び許可',
  restoreLabel: (name) => `${name} を再び許可`,
  seen: (date) => `Zoho で確認 ${date}`,
  approvals: {
    title: '承認待ち',
    about: '人やフローが依頼し、まだ誰も決定していないものです。自分の依頼は含まれません。',
    none: '待っているものはありません。',
    asked: (person, age) => `${person} が${age}に依頼しました。`,
    since: (age) => `${age}に依頼されました。`,
    ends: (time) => `${time}に失効します。`,
    own: 'ご自身の依頼です。別の人が決定する必要があります。',
    reason: '決定の理由',
    approve: '承認',
    refuse: '却下',
    approveLabel: (what) => `承認：${what}`,
    refuseLabel: (what) => `却下：${what}`,
    done: { approved: '承認しました。', rejected: '却下しました。' },
  },
};
