/** What a list holds, and how many: two pieces, so that a narrow screen breaks between them. */
export function CountedTitle({ title, total }: { title: string; total: string }) {
  return (
    <span className="flex flex-wrap gap-x-4">
      {title} <b className="font-semibold whitespace-nowrap">{total}</b>
    </span>
  )
}
