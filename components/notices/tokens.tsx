/** Everything that a text may call by name. */
export function Tokens({ all }: { all: readonly string[] }) {
  const groups = [
    { title: '数字', tokens: all.filter((token) => !token.endsWith('·名单')) },
    { title: '名单', tokens: all.filter((token) => token.endsWith('·名单')) },
  ]
  return groups.map(({ title, tokens }) => (
    <section key={title} className="mt-2">
      <h3 className="font-semibold">{title}</h3>
      <p className="leading-loose">{tokens.map((token) => `【${token}】`).join('　')}</p>
    </section>
  ))
}
