/** Under which names this browser keeps what a person typed and the server has not; none where it does not store. */
export function keptBy(userId: string, storage = stored()): string[] {
  const names = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '')
  return names.filter((name) => name.startsWith('yanxin:') && name.split(':')[2] === userId)
}

function stored(): Pick<Storage, 'length' | 'key'> {
  try {
    return localStorage
  } catch {
    return { length: 0, key: () => null }
  }
}
