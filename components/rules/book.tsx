import type { CategoryRow } from '@/lib/domain/office/category'
import type { Chapter } from '@/lib/domain/rules/in-words'

/** The rule book of one category in plain sentences. */
export function RuleBookView({ category, chapters }: { category: CategoryRow; chapters: readonly Chapter[] }) {
  return (
    <section aria-labelledby={`book-${category.key}`}>
      <h2 id={`book-${category.key}`}>{category.name}</h2>
      {chapters.map(({ title, grounds, examples }) => (
        <div key={title}>
          <h3>{title}</h3>
          {grounds.map(({ since, sentences }) => (
            <div key={since + sentences[0]}>
              <ul>
                {sentences.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
              <small>{since}</small>
            </div>
          ))}
          {examples.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      ))}
    </section>
  )
}
