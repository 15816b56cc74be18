import { type ConfigEntry, definePlugin, type Plugin } from '@xueshi/core'
import manifest from '../package.json' with { type: 'json' }
import fieldSession from './rules/branch/field-session/requirement.ts'

// 预设引用插件，插件也带着预设，所以先建后填 / presets name the plugin that holds them: filled after it is made
const presets: Record<string, ConfigEntry> = {}

/** 本县的规则 / The rules of our county. */
const plugin: Plugin = definePlugin({
  name: 'lanxi',
  version: manifest.version,
  title: { 'zh-CN': '本县规则', en: 'Rules of our county' },
  rules: [fieldSession],
  presets,
})

/** 启用本县全部规则 / All rules of our county, switched on. */
export const all: ConfigEntry = {
  name: 'lanxi',
  plugins: [plugin],
  rules: { 'lanxi/branch/field-session': 'warn' },
}
presets.all = all

export default plugin
