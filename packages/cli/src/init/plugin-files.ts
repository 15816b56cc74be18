import type { NewFile } from './new-files.ts'
import { baseJson, casesJson } from './plugin-cases.ts'
import { gitignore, packageJson, tsconfigJson } from './plugin-manifest.ts'
import { readme, rulePage } from './plugin-pages.ts'
import { documentSource, refinementJson, requirementSource } from './plugin-rule.ts'
import { configSource, indexSource, testSource } from './plugin-sources.ts'

const RULE = 'branch/field-session'

/**
 * The files of a new plugin, in the order a reader opens them.
 *
 * @param version - Version of the packages of Xueshi it is written for.
 */
export function pluginFiles(name: string, version: string): readonly NewFile[] {
  return [
    { path: 'README.md', text: readme(name) },
    { path: 'package.json', text: packageJson(name, version) },
    { path: 'tsconfig.json', text: tsconfigJson },
    { path: '.gitignore', text: gitignore },
    { path: 'xueshi.config.ts', text: configSource },
    { path: 'src/index.ts', text: indexSource(name) },
    { path: 'src/document.ts', text: documentSource },
    { path: `src/rules/${RULE}/requirement.ts`, text: requirementSource },
    { path: `src/rules/${RULE}/cases.json`, text: casesJson },
    { path: 'src/rules/base.json', text: baseJson },
    { path: 'src/plugin.test.ts', text: testSource },
    { path: 'refinements/annual-hours.json', text: refinementJson },
    { path: `docs/rules/${RULE}.md`, text: rulePage(name) },
  ]
}
