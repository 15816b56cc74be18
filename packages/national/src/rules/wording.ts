import type { LocalizedText } from '@xueshi/core'

/** A text in both languages. */
export function words(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en }
}

/** 一般: what is usual may be departed from for a reason, which no record of the export gives. */
export const usualOnly = words(
  '“一般”：有正当理由可以例外；理由不在导出数据中，故只作警告。',
  '一般 (usually): exceptions with good reason are lawful; the export holds no reasons, so this only warns.',
)

/** A number or a time that the article does not have. */
export const ownNumber = words(
  '条文没有数字（期限），这里的数字由本规则设定，各地可以另定。',
  'The article has no number (or time); this one is our own and may be replaced.',
)
