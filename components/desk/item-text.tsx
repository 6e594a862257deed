/** Title and text as its unit sent them, paragraph by paragraph. */
export function ItemText({ title, body }: { title: string; body: string }) {
  const paragraphs = body.split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      <h1>{title}</h1>
      <div className="reading paragraphs">
        {paragraphs.map((line, i) => (
          // A text is drawn once and never reordered, so the place is a fit key.
          <p key={i}>{line.trim()}</p>
        ))}
      </div>
    </>
  )
}
