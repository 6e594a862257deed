/** How long a text is beside how long it may be; for `after` of an `Input` or a `TextArea`. */
export function Measure({ length, max }: { length: number; max: number }) {
  return (
    <span className={length > max ? 'font-semibold text-red' : undefined}>
      {length}/{max}
      {length > max && `，超出 ${length - max} 字`}
    </span>
  )
}
