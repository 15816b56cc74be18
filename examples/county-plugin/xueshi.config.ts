// 后面的条目优先于前面的 / later entries win over earlier ones
import { defineConfig } from '@xueshi/core'
import national from '@xueshi/national'
import { all } from './src/index.ts'

export default defineConfig(national.presets.organ, all, {
  name: '本县的数字',
  refinements: ['refinements/*.json'],
})
