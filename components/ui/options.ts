/** One answer to choose. */
export type Option = { value: string; name: string }

/** Answers under a heading of their own. */
export type OptionGroup = { label: string; options: readonly Option[] }

/** The options of a select as HTML: sixty units as elements would cost as much as the list they filter. All is escaped. */
export function optionsMarkup(options: readonly (Option | OptionGroup)[], chosen: string): string {
  const draw = (o: Option | OptionGroup): string =>
    'options' in o
      ? `<optgroup label="${escaped(o.label)}">${o.options.map(draw).join('')}</optgroup>`
      : `<option value="${escaped(o.value)}"${o.value === chosen ? ' selected' : ''}>${escaped(o.name)}</option>`
  return options.map(draw).join('')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(s: string): string {
  return s.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c)
}
