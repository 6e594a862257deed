import type { CategoryRow } from '@/lib/domain/office/category'
import type { Chapter } from '@/lib/domain/rules/in-words'

/** The rule books of all categories side by side, chapter beside chapter. */
export function RuleBooks({ books }: { books: readonly Book[] }) {
  return (
    <div className="grid sm:grid-cols-2 gap-x-12 gap-y-6 sm:gap-y-0">
      {books.map((book) => (
        <RuleBookView key={book.category.key} {...book} />
      ))}
    </div>
  )
}

type Book = { category: CategoryRow; chapters: readonly Chapter[] }

/** The rule book of one category in plain sentences. */
function RuleBookView({ category, chapters }: Book) {
  return (
    <section aria-labelledby={`book-${category.key}`} className="sm:grid sm:row-span-7 sm:grid-rows-subgrid">
      <h2 id={`book-${category.key}`} className="pb-2 border-b border-ink">
        {category.name}
      </h2>
      {chapters.map(({ title, grounds, examples }) => (
        <div key={title} className="py-3 border-b border-line break-inside-avoid">
          <h3 className="font-semibold">{title}</h3>
          {grounds.map(({ since, sentences }) => (
            <div key={since + sentences[0]} className="mb-1">
              <ul>
                {sentences.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
              <small className="block text-sm text-second">{since}</small>
            </div>
          ))}
          {examples.map((words) => (
            <p key={words} className="pl-3 border-l-2 border-line text-sm">
              {words}
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}
