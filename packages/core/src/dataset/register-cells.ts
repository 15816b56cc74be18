import type { CivilDate } from '../civil/date.ts'
import type { LocalizedText } from '../locale.ts'
import type { InputTable } from '../model/rows.ts'
import { maskPerson, scrubText } from './citizen.ts'
import { NONE } from './columns.ts'
import { dayOr } from './days.ts'
import { cleanText } from './free-text.ts'
import type { ProblemLog } from './problem-log.ts'
import { EFFECTS } from './problem-template.ts'
import type { References } from './references.ts'

/** The id of the lecturer that is named, `null` where it is none, `undefined` where nobody can tell. */
export type LecturerFinder = (reference: string) => string | null | undefined

const AS_WRITTEN: LocalizedText = { 'zh-CN': '按原文保留', en: 'it is kept as written' }

/** The cells of one record of a register that name something else or are free text. */
export class RegisterCells {
  /** Identifier of the record. */
  readonly id: string
  readonly #about: { readonly table: InputTable; readonly ordinal: number }
  readonly #references: References
  readonly #log: ProblemLog

  constructor(
    id: string,
    about: { readonly table: InputTable; readonly ordinal: number },
    references: References,
    log: ProblemLog,
  ) {
    this.id = id
    this.#about = about
    this.#references = references
    this.#log = log
  }

  /** Free text, `null` where blank. */
  text(field: string, text: string | undefined): string | null {
    return text === undefined || text === '' ? null : cleanText(text, { ...this.#about, field }, this.#log)
  }

  /** Id of an organization, `null` where none is stated or known. */
  organization(reference: string | undefined): string | null {
    return reference === undefined ? null : this.#organizationId(reference, EFFECTS.cell)
  }

  /** Id of the organization, as written where it is unknown. */
  organizer(reference: string): string {
    return this.#organizationId(reference, AS_WRITTEN) ?? scrubText(reference)
  }

  #organizationId(reference: string, effect: LocalizedText): string | null {
    const found = this.#references.organization(reference)
    if (found >= 0) return this.#references.organizationId(found)
    this.#references.missingOrganization(reference, found, { ...this.#about, field: 'organization' }, effect)
    return null
  }

  /** Id of a member, `null` where none is stated or known; namesakes are told apart by the setting. */
  member(
    reference: string | undefined,
    effect: LocalizedText,
    setting?: { readonly organization: string | null; readonly date: CivilDate },
  ): string | null {
    if (reference === undefined) return null
    const organization = setting?.organization ?? null
    const found = this.#references.member(reference, {
      organization: organization === null ? -1 : this.#references.organization(organization),
      day: setting === undefined ? NONE : dayOr(setting.date),
    })
    if (typeof found === 'object') return found.id
    this.#references.missingMember(reference, found, { ...this.#about, field: 'member' }, effect)
    return null
  }

  /** Id of a lecturer of the register, as written where it is none of them. */
  lecturer(reference: string | undefined, lecturerOf: LecturerFinder): string | null {
    if (reference === undefined) return null
    const found = lecturerOf(reference)
    if (typeof found === 'string') return found
    if (found === null)
      this.#log.add(
        'unknownLecturer',
        { ...this.#about, field: 'lecturer', value: maskPerson(reference) },
        { effect: AS_WRITTEN },
      )
    return scrubText(this.#references.recordId(reference))
  }
}
