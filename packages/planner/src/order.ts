/** Order by code unit. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Sessions in order of start, then id. */
export function byStart(
  a: { readonly start: string; readonly id: string },
  b: { readonly start: string; readonly id: string },
): number {
  return byText(a.start, b.start) || byText(a.id, b.id)
}
