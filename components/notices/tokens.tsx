/** Everything that a text may call by name. */
export function Tokens({ all, measures }: { all: readonly string[]; measures: readonly string[] }) {
  const groups = [
    { title: '数字', tokens: all.filter((token) => !token.endsWith('·名单')) },
    { title: '名单', tokens: all.filter((token) => token.endsWith('·名单')) },
    { title: '比率和变化', tokens: measures },
  ]
  return (
    <>
      {groups.map(({ title, tokens }) => (
        <section key={title} className="mt-2">
          <h3 className="font-semibold">{title}</h3>
          <p className="leading-loose">{tokens.map((token) => `【${token}】`).join('　')}</p>
        </section>
      ))}
      <section className="mt-2">
        <h3 className="font-semibold">一个单位的数据</h3>
        <p className="leading-loose">
          写作【单位名称·栏目】，栏目即附表各栏，名次分“报送名次”“采用名次”，例如【区财政局·总分】【区财政局·采用名次】。
        </p>
      </section>
    </>
  )
}
