/** The languages of messages; Chinese is the default. */
export type Locale = 'zh-CN' | 'en'

/** A text in both languages. */
export interface LocalizedText {
  readonly 'zh-CN': string
  readonly en: string
}

/** Fills `{name}` placeholders of a template; a name without a value stays visible as it is. */
export function fillTemplate(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(data, name) ? String(data[name]) : whole,
  )
}

/** Both languages of a template, filled. */
export function fillText(
  template: LocalizedText,
  data: Readonly<Record<string, string | number>>,
): LocalizedText {
  return { 'zh-CN': fillTemplate(template['zh-CN'], data), en: fillTemplate(template.en, data) }
}
