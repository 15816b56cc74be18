import { z } from 'zod'
import { tryParseDate } from '../civil/date.ts'
import type { LocalizedText } from '../locale.ts'
import {
  ACT_KINDS,
  ASSURANCES,
  CAPACITIES,
  MEMBER_STATUSES,
  ORGANIZATION_KINDS,
  ROLES,
  SESSION_KINDS,
  SESSION_MODES,
  STRENGTHS,
  type Term,
} from '../terms.ts'

/** Identifiers of a table of terms as a zod enum. */
function idOf<const T extends readonly Term[]>(terms: T) {
  return z.enum(terms.map((term) => term.id) as [T[number]['id'], ...T[number]['id'][]])
}

const name = z.string().min(1).max(100)
const date = z.string().refine((value) => tryParseDate(value) !== undefined, { error: 'YYYY-MM-DD' })
const duration = z.string().regex(/^P\d{1,4}[DMY]$/)
const text = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })

/**
 * Where a duty is written: instrument, article and verbatim words. `assurance` says how sure the words are,
 * `articleConfirmed: false` that only the article number is not (shown as 〔条号待核〕).
 */
export const citationSchema = z.strictObject({
  /** Full name in Chinese without 《》. */
  instrument: name,
  /** Document number 文号 of an instrument that is known by it. */
  document: name.optional(),
  /** `第二十条`, `第十六条第三款`; absent where no article may be named. */
  article: name.optional(),
  articleConfirmed: z.boolean(),
  /** Verbatim words of the instrument; absent where the wording was not read. */
  quote: z.string().min(1).optional(),
  assurance: idOf(ASSURANCES),
  /** Why the assurance is weak, or what it rests on. */
  note: text.optional(),
})

/** One dated version of a parameter. `to` is inclusive; open where absent. */
export const parameterVersionSchema = z.strictObject({
  value: z.union([z.number().finite(), duration]),
  from: date,
  to: date.optional(),
  citations: z.array(citationSchema).min(1),
})

/** A number or duration of a requirement with its dated versions. */
export const parameterSchema = z.strictObject({
  title: text,
  unit: z.enum(['hour', 'session', 'day', 'month', 'person', 'percent', 'duration']),
  /** How a lower level may refine it. */
  refinement: z.enum(['fixed', 'raise-only', 'replace']),
  /** Which direction is stricter, for `raise-only`. */
  stricter: z.enum(['higher', 'lower']),
  versions: z.array(parameterVersionSchema).min(1),
})

/** A number or the name of a parameter of the same requirement. */
export const amountSchema = z.union([z.number(), duration, z.strictObject({ parameter: name })])

/** What sizes an organization has on a day. */
export const sizeSchema = z.enum([
  'full-members',
  /** Full and probationary members. */
  'members',
  /** Persons with a committee post (secretary, deputy, members) of the organization. */
  'committee',
  /** The same without the secretary: at least one means that there is a committee. */
  'committee-besides-secretary',
])

/** A closed algebra over dated facts; it yields the days on which a subject is in scope. */
export type Who =
  | { readonly all: readonly Who[] }
  | { readonly any: readonly Who[] }
  | { readonly not: Who }
  /** The member has one of these statuses that day (and is not gone). */
  | { readonly status: readonly z.infer<typeof memberStatusSchema>[] }
  | { readonly suspended: true }
  | { readonly tag: readonly string[] }
  /** The member holds such a post that day; for subject `post`: the post is such a post. */
  | {
      readonly post: {
        readonly roles: readonly z.infer<typeof roleSchema>[]
        readonly in: readonly z.infer<typeof organizationKindSchema>[]
        readonly fullTime?: true | undefined
      }
    }
  /** The rank of the member (identifier of RANKS) is one of these. */
  | { readonly rank: readonly string[] }
  /** The education, or the occupation, of the member is one of these words. */
  | { readonly education: readonly string[] }
  | { readonly occupation: readonly string[] }
  /** The age in full years on the first day of the window, both inclusive; needs the date of birth. */
  | { readonly age: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined } }
  /** The organization, or the member's branch, lies below an organization of this kind. */
  | { readonly below: z.infer<typeof organizationKindSchema> }
  /** The organization is of one of these kinds. */
  | { readonly kind: readonly z.infer<typeof organizationKindSchema>[] }
  /** The parent of the organization is of one of these kinds. */
  | { readonly parentKind: readonly z.infer<typeof organizationKindSchema>[] }
  /** The organization has a committee that day (clause 7); needs the table of posts. */
  | { readonly hasCommittee: true }
  /** The organization has Party groups that day. */
  | { readonly hasGroups: true }
  /** The subject lies under one of these organizations (ids) that day, or is one of them. */
  | { readonly under: readonly string[] }

/** Identifiers of {@link MEMBER_STATUSES}. */
export const memberStatusSchema = idOf(MEMBER_STATUSES)
/** Identifiers of {@link ROLES}. */
export const roleSchema = idOf(ROLES)
/** Identifiers of {@link ORGANIZATION_KINDS}. */
export const organizationKindSchema = idOf(ORGANIZATION_KINDS)

/** The schema of {@link Who}. */
export const whoSchema: z.ZodType<Who> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(whoSchema).min(1) }),
    z.strictObject({ any: z.array(whoSchema).min(1) }),
    z.strictObject({ not: whoSchema }),
    z.strictObject({ status: z.array(memberStatusSchema).min(1) }),
    z.strictObject({ suspended: z.literal(true) }),
    z.strictObject({ tag: z.array(name).min(1) }),
    z.strictObject({
      post: z.strictObject({
        roles: z.array(roleSchema).min(1),
        in: z.array(organizationKindSchema).min(1),
        fullTime: z.literal(true).optional(),
      }),
    }),
    z.strictObject({ rank: z.array(name).min(1) }),
    z.strictObject({ education: z.array(name).min(1) }),
    z.strictObject({ occupation: z.array(name).min(1) }),
    z.strictObject({
      age: z.strictObject({
        atLeast: z.number().int().min(0).max(150).optional(),
        atMost: z.number().int().min(0).max(150).optional(),
      }),
    }),
    z.strictObject({ below: organizationKindSchema }),
    z.strictObject({ kind: z.array(organizationKindSchema).min(1) }),
    z.strictObject({ parentKind: z.array(organizationKindSchema).min(1) }),
    z.strictObject({ hasCommittee: z.literal(true) }),
    z.strictObject({ hasGroups: z.literal(true) }),
    z.strictObject({ under: z.array(name).min(1) }),
  ]),
)

/** Dated milestones of a member. */
export const milestoneSchema = z.enum(['applied', 'activist', 'candidate', 'admitted', 'full-member'])

/**
 * What opens or closes a window: a milestone of the member, the start of the post (subject `post` only), or
 * the first act of a kind about the subject on or after the opening event (as opening event: the first of all).
 * An act is about the person it names as `member` (not as counterpart), about a post where it also names its
 * organization or none, about an organization where it names that. A post that is taken up again after a gap
 * opens another window. Organizations have windows between acts only.
 */
export const eventSchema = z.union([
  milestoneSchema,
  z.literal('post-start'),
  z.strictObject({ act: idOf(ACT_KINDS) }),
])

/** The days over which a duty is measured. */
export const windowSchema = z.union([
  z.strictObject({ each: z.enum(['month', 'quarter', 'half-year', 'year']) }),
  /** From the day of one event (inclusive) to the day of another (inclusive); open until that happens. */
  z.strictObject({
    between: z.tuple([eventSchema, eventSchema]),
    /** The window goes on this long after the closing event (months clamp to the month's end). */
    plus: z.union([duration, z.strictObject({ parameter: name })]).optional(),
  }),
  /** From the day of an event (inclusive) for a duration; the last day is the event's plus the duration. */
  z.strictObject({
    after: eventSchema,
    within: z.union([duration, z.strictObject({ parameter: name })]),
  }),
  /** Fixed terms one after the other, the first from a day on: five years from 2023-01-01. */
  z.strictObject({ term: duration, from: date }),
  /** The day of a session; only for rule functions about sessions. */
  z.strictObject({ session: z.literal(true) }),
  /** Looks back from the day of the check; judged on that day only. */
  z.strictObject({ rolling: z.literal(true) }),
  /** A state, judged on the day of the check only. */
  z.strictObject({ anyDay: z.literal(true) }),
])

/** Which sessions count, and in what capacity. Absent fields do not restrict. */
export const countingSchema = z.strictObject({
  /** A session counts where one of its kinds is listed or belongs to `kindClass`. */
  kinds: z.array(idOf(SESSION_KINDS)).min(1).optional(),
  kindClass: z.enum(['organizational-life', 'learning', 'central']).optional(),
  topics: z.array(name).min(1).optional(),
  modes: z.array(idOf(SESSION_MODES)).min(1).optional(),
  /**
   * Who holds the session (host or co-host). For organizations the default is `own`; for members and posts
   * anybody. `own`: the organization itself, for members their branch or group of that day, for posts the
   * same. `own-or-groups`: a branch or one of its groups. `post`: the organization of the post.
   */
  organizer: z
    .union([
      z.enum(['own', 'own-or-groups', 'post']),
      z.strictObject({ kinds: z.array(organizationKindSchema).min(1) }),
    ])
    .optional(),
  /** Default: ordinary member, lecturer and chair; observers never count unless listed. */
  capacities: z.array(idOf(CAPACITIES)).min(1).optional(),
  /** Only this quarter 1..4 of the year counts. */
  quarter: z.number().int().min(1).max(4).optional(),
})

/** Which acts count. Absent fields do not restrict. */
export const actCountingSchema = z.strictObject({
  acts: z.array(idOf(ACT_KINDS)).min(1),
  /** For members and posts: as whom the person is named; default `either`. */
  as: z.enum(['member', 'counterpart', 'either']).optional(),
  /** For posts: only acts of the organization of the post; acts without organization count too. */
  ofPost: z.literal(true).optional(),
  topics: z.array(name).min(1).optional(),
})

/** A condition on the size of the organization under which a demand is owed. */
export const conditionSchema = z.strictObject({
  size: sizeSchema,
  atLeast: amountSchema.optional(),
  atMost: amountSchema.optional(),
})

/** One measure with its bound; `atLeast` and `atMost` together are a range, both inclusive. */
export const demandSchema = z.union([
  z.strictObject({
    measure: z.enum(['sessions', 'hours', 'days']),
    count: countingSchema,
    atLeast: amountSchema.optional(),
    atMost: amountSchema.optional(),
  }),
  z.strictObject({
    /** Dated acts of the window. For organizations: acts of the organization. */
    measure: z.literal('acts'),
    count: actCountingSchema,
    atLeast: amountSchema.optional(),
    atMost: amountSchema.optional(),
  }),
  z.strictObject({
    /**
     * Time from the opening to the closing event of the window (`between` only). Days of durations clamp to
     * the month's end; the last day of the duration is still in time. Not closed yet: pending until `atMost` has
     * passed; with `atLeast` alone met as soon as no later day can be too early.
     */
    measure: z.literal('lag'),
    atLeast: amountSchema.optional(),
    atMost: amountSchema.optional(),
  }),
  z.strictObject({
    /** Time since the last counted session, or since the first day in scope where there is none. */
    measure: z.literal('gap'),
    count: countingSchema,
    atMost: amountSchema,
    /** From this gap on the finding is pending. */
    noticeFrom: amountSchema,
    /**
     * A gap accuses only where there was an opportunity: such a session, held in the gap, with attendance
     * rows. Nothing held or leave taken: not applicable; held without rows: unknown.
     */
    opportunity: countingSchema,
  }),
  z.strictObject({
    measure: z.literal('size'),
    of: sizeSchema,
    when: conditionSchema.optional(),
    atLeast: amountSchema.optional(),
    atMost: amountSchema.optional(),
  }),
])

/** One demand, any of several (units are never converted), or all of several. */
export const boundSchema = z.union([
  demandSchema,
  z.strictObject({ anyOf: z.array(demandSchema).min(2) }),
  z.strictObject({ allOf: z.array(demandSchema).min(2) }),
])

/**
 * What part of a window a subject must be in scope to owe the duty: `whole` (default), `any` day, its `end`,
 * or a minimum duration. Less is `not-applicable` with the reason.
 */
export const presenceSchema = z.union([z.enum(['whole', 'any', 'end']), duration])

/** One exempt day exempts the window. */
export const exemptionSchema = z.strictObject({
  tags: z.array(name).min(1),
  citation: citationSchema,
})

/** What requirements and rule functions have in common. */
export const ruleMetaSchema = z.strictObject({
  /** Without the name of the plugin: `member/annual-hours`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)+$/),
  title: text,
  subject: z.enum(['member', 'organization', 'post', 'session']),
  who: whoSchema,
  window: windowSchema,
  presence: presenceSchema.optional(),
  /**
   * For subject `session`: which held sessions of the hosts in scope are subjects, by kind (one of these), and
   * by what is recorded of them (an act of one of these kinds names the session). All where absent.
   */
  sessions: z
    .strictObject({
      kinds: z.array(idOf(SESSION_KINDS)).min(1).optional(),
      acts: z.array(idOf(ACT_KINDS)).min(1).optional(),
    })
    .optional(),
  exempt: z.array(exemptionSchema).optional(),
  /** Rules of the same plugin that are not owed where this one applies (per subject and window). */
  supersedes: z.array(name).optional(),
  /** Rules of the same plugin whose sessions may be held jointly with this one. */
  joinableWith: z.array(name).optional(),
  strength: idOf(STRENGTHS),
  assurance: idOf(ASSURANCES),
  parameters: z.record(name, parameterSchema),
  citations: z.array(citationSchema).min(1),
  /** Words of the article that the rule does not express; may be empty, never absent. */
  uncoded: z.array(text),
  /** What the duty asks, in one sentence a secretary understands; `{parameter}` placeholders are filled. */
  summary: text,
  /** What to do about a breach. */
  advice: text.optional(),
})

/** A requirement: a JSON-serialisable value that engine, planner, pages and explanation read. */
export const requirementSchema = z.strictObject({ ...ruleMetaSchema.shape, demand: boundSchema })

/** Where a duty is written. */
export type Citation = z.infer<typeof citationSchema>
/** A number or duration with its dated versions. */
export type Parameter = z.infer<typeof parameterSchema>
/** One dated version of a parameter. */
export type ParameterVersion = z.infer<typeof parameterVersionSchema>
/** A number, a duration, or the name of a parameter. */
export type Amount = z.infer<typeof amountSchema>
/** What sizes an organization has on a day. */
export type Size = z.infer<typeof sizeSchema>
/** A dated milestone of a member. */
export type MilestoneEvent = z.infer<typeof milestoneSchema>
/** What opens or closes a window. */
export type WindowEvent = z.infer<typeof eventSchema>
/** Which acts count. */
export type ActCounting = z.infer<typeof actCountingSchema>
/** The days over which a duty is measured. */
export type Window = z.infer<typeof windowSchema>
/** Which sessions count, and in what capacity. */
export type Counting = z.infer<typeof countingSchema>
/** When a demand on a size holds. */
export type Condition = z.infer<typeof conditionSchema>
/** One measure with its bound. */
export type Demand = z.infer<typeof demandSchema>
/** One demand, any of several, or all of several. */
export type Bound = z.infer<typeof boundSchema>
/** What part of a window a subject must be in scope. */
export type Presence = z.infer<typeof presenceSchema>
/** Tags that exempt from a duty, and the article that says so. */
export type Exemption = z.infer<typeof exemptionSchema>
/** What requirements and rule functions have in common. */
export type RuleMeta = z.infer<typeof ruleMetaSchema>
/** A requirement as a value. */
export type Requirement = z.infer<typeof requirementSchema>
export type { LocalizedText }
