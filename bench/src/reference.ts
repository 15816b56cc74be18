/** The reference implementation of the tests, set up for the rules of a config. */
import type { Config, DatasetRows, Finding } from '@xueshi/core'
import { resolveConfig } from '@xueshi/core'
import { indexCounty } from '../../packages/core/test/reference/county-index.ts'
import { orgForm } from '../../packages/core/test/reference/org-form.ts'
import {
  checkCounty,
  type ReferenceFinding,
  type ReferenceOptions,
  type ReferenceRule,
} from '../../packages/core/test/reference/reference.ts'

/** The rules of a config with their levels; settings for single subtrees are not understood here. */
export function referenceRules(config: Config): ReferenceRule[] {
  return resolveConfig(config).rules.map(({ id, rule, settings }) => ({
    id,
    rule,
    level: settings.at(-1)?.setting.level ?? 'off',
  }))
}

export function referenceOptions(rows: DatasetRows, asOf: string): ReferenceOptions {
  const stated = rows.export![0]!
  return {
    asOf,
    covers: { from: stated.from!, to: stated.to! },
    ...(stated.exportedOn === undefined ? {} : { exportedOn: stated.exportedOn }),
    judge: orgForm,
  }
}

export { checkCounty, indexCounty }

/** Findings in the words both sides share; numbers only where a verdict rests on them. */
export function comparable(findings: readonly (Finding | ReferenceFinding)[]): unknown[] {
  return findings.map((finding) => {
    const { rule, subject, organization, window, verdict } = finding
    const numbered = verdict === 'met' || verdict === 'pending' || verdict === 'breached'
    return [
      rule,
      typeof subject === 'string' ? subject : subject.id,
      organization,
      typeof window === 'string' ? window : window.key,
      verdict,
      ...(numbered ? [finding.measured, finding.required] : []),
      ...(verdict === 'pending' ? [finding.due] : []),
    ]
  })
}
