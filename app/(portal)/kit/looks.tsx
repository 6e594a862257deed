'use client'
import { type ReactNode, useEffect } from 'react'

const FORCED = /(?<!\\):(hover|active|focus-visible)/g

/**
 * Shows what only a pointer or a key brings about: every rule for `:hover`, `:active` and `:focus-visible` is written a
 * second time for `[data-look~="hover"]` and the like, so that the page shows the real rules.
 */
export function Looks({ children }: { children: ReactNode }) {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    for (const rule of [...document.styleSheets].flatMap(({ cssRules }) => stylesIn(cssRules)))
      if (rule.selectorText.search(FORCED) !== -1) {
        const selector = rule.selectorText.replace(FORCED, '[data-look~="$1"]')
        sheet.insertRule(`${selector} { ${rule.style.cssText} }`, sheet.cssRules.length)
      }
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [])
  return children
}

function stylesIn(rules: CSSRuleList): CSSStyleRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule, ...stylesIn(rule.cssRules ?? [])]
    return 'cssRules' in rule ? stylesIn(rule.cssRules as CSSRuleList) : []
  })
}
