import type { Columns } from '../dataset/columns.ts'
import type { Books } from './desk-columns.ts'
import { peopleColumns } from './people-columns.ts'

/** All columns by member, in an order of members; acts name the sessions by their new positions. */
export function memberColumnsOf(books: Books, order: Uint32Array, sessionAt: Uint32Array): Partial<Columns> {
  const { base, people } = books
  const positionOf = new Int32Array(order.length)
  order.forEach((member, position) => {
    positionOf[member] = position
  })
  const found: Record<string, unknown> = {}
  for (const [key, column] of Object.entries(base as unknown as Record<string, unknown>)) {
    if (!key.startsWith('member') || key === 'memberCount') continue
    if (Array.isArray(column)) found[key] = Object.freeze(Array.from(order, (member) => column[member]))
    else if (ArrayBuffer.isView(column))
      found[key] = (column as Int32Array).map((_, position) => (column as Int32Array)[order[position]!]!)
  }
  const member = (position: number) => (position < 0 ? position : positionOf[position]!)
  return {
    ...(found as Partial<Columns>),
    ...(people.changed.size === 0 ? {} : peopleColumns(people, order)),
    actMember: base.actMember.map(member),
    actCounterpart: base.actCounterpart.map(member),
    actSession: base.actSession.map((session) => (session < 0 ? session : sessionAt[session]!)),
    ...actsByMember(base, order),
  }
}

function actsByMember(base: Columns, order: Uint32Array) {
  const actsOfMemberStart = new Uint32Array(order.length + 1)
  const actsOfMember = new Uint32Array(base.actsOfMember.length)
  let out = 0
  order.forEach((member, position) => {
    const own = base.actsOfMember.subarray(
      base.actsOfMemberStart[member]!,
      base.actsOfMemberStart[member + 1]!,
    )
    actsOfMember.set(own, out)
    out += own.length
    actsOfMemberStart[position + 1] = out
  })
  return { actsOfMemberStart, actsOfMember }
}
