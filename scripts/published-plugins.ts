/**
 * The plugins whose rules have pages and are checked by mutants, with what their cases start from. A further
 * plugin is a further entry; its rules are found by themselves.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ConfigEntry, Plugin } from '@xueshi/core'
import county from '@xueshi/county'
import national from '@xueshi/national'
import type { CaseOptions, CaseRows } from '@xueshi/testing'

/** A plugin of this repository with its rule folder and the setting of its cases. */
export interface PublishedPlugin {
  readonly plugin: Plugin
  /** Folder below which each rule has its folder with `cases.json`. */
  readonly rules: string
  readonly options: CaseOptions
}

const root = fileURLToPath(new URL('..', import.meta.url))

function published(plugin: Plugin, folder: string, config: readonly ConfigEntry[]): PublishedPlugin {
  const base = JSON.parse(readFileSync(`${root}${folder}/test/fixtures/county.json`, 'utf8')) as CaseRows
  return { plugin, rules: `${root}${folder}/src/rules`, options: { base, config } }
}

export const publishedPlugins: readonly PublishedPlugin[] = [
  published(national, 'packages/national', [national.presets.organ, national.presets.organUnconfirmed]),
  // All rules of a county are local: a case turns on its own.
  published(county, 'packages/county', []),
]
