import { stretchOn } from './county-index.ts'
import type { ReferenceOptions } from './reference.ts'

const FORMS = ['branch', 'general-branch', 'organ-committee']

/** committee/org-form: 100 members ask for an organ committee, 50 for a general branch, fewer for a branch. */
export const orgForm: NonNullable<ReferenceOptions['judge']> = (rule, subject, setting, parameter) => {
  if (rule.rule.id !== 'committee/org-form' || subject.kind !== 'organization')
    throw new Error(`no form is asked by ${rule.id}`)
  const below = new Set([subject.organization])
  // A set may grow while it is walked.
  for (const organization of below) for (const child of organization.children) below.add(child)
  let members = 0
  for (const person of setting.county.persons.values()) {
    const { status, suspended, branch } = stretchOn(person, setting.asOf)
    if (
      branch !== undefined &&
      below.has(branch) &&
      !suspended &&
      (status === 'full' || status === 'probationary')
    )
      members++
  }
  const form = FORMS.indexOf(subject.organization.kind)
  const due =
    members >= Number(parameter('committeeFrom'))
      ? 2
      : members >= Number(parameter('generalBranchFrom'))
        ? 1
        : 0
  return { verdict: form < due ? 'breached' : 'met', measured: form + 1, required: due + 1 }
}
