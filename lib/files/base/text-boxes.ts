/**
 * The XML of a Word document with its newer text boxes (DrawingML, wps) as the older ones that mammoth reads: it skips
 * drawings, and of two ways to show a thing it takes the older one alone.
 */
export function withOlderBoxes(xml: string): string {
  if (!xml.includes('txbxContent')) return xml
  const chosen = mapped(xml, 'mc:AlternateContent', (whole) =>
    whole.includes('<mc:Fallback') ? whole : whole.replace(/(<\/?)mc:Choice\b/g, '$1mc:Fallback'),
  )
  return mapped(chosen, 'w:drawing', (whole) => {
    const boxes: string[] = []
    mapped(whole, 'w:txbxContent', (box) => {
      boxes.push(box)
      return box
    })
    return boxes.length > 0 ? `<w:pict>${boxes.join('')}</w:pict>` : whole
  })
}

/** Each outermost element of a name, replaced. What is never closed stays as it is. */
function mapped(xml: string, name: string, change: (whole: string) => string): string {
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*?(/?)>`, 'g')
  let [made, from, depth, begin] = ['', 0, 0, 0]
  for (const match of xml.matchAll(tag)) {
    if (match[2]) continue
    if (match[1] === '') {
      if (depth++ === 0) begin = match.index
    } else if (depth > 0 && --depth === 0) {
      const end = match.index + match[0].length
      made += xml.slice(from, begin) + change(xml.slice(begin, end))
      from = end
    }
  }
  return made + xml.slice(from)
}
