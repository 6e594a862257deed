type Option = { value: string; name: string }
type Group = { label: string; options: readonly Option[] }

/**
 * The options of a select as HTML, for `dangerouslySetInnerHTML`: sixty units as elements would cost as much as the
 * list they filter. Every value and name is escaped here.
 */
export function optionsHtml(options: readonly (Option | Group)[], chosen: string): { __html: string } {
  const draw = (o: Option | Group): string =>
    'options' in o
      ? `<optgroup label="${escaped(o.label)}">${o.options.map(draw).join('')}</optgroup>`
      : `<option value="${escaped(o.value)}"${o.value === chosen ? ' selected' : ''}>${escaped(o.name)}</option>`
  return { __html: options.map(draw).join('') }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(s: string): string {
  return s.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c)
}
