/** What a server does by itself from its start on, whether anybody comes or not (Next calls it by its name). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ verifyEveryDay }, { operator }] = await Promise.all([
    import('@/lib/data/office/every-day'),
    import('@/lib/auth/viewer'),
  ])
  verifyEveryDay(operator())
}
