import type { PublicationKind } from './book'
import { publicationName } from './sentences'

/** What is to be said of points of a publication that nobody has so named; `known`: those of the register. */
export function unnamedInWords(kind: PublicationKind, known: readonly string[]): string {
  const name = kind.slice('publication:'.length)
  const near = known.filter((one) => one !== name && (one.includes(name) || name.includes(one)))
  const meant =
    near.length > 0
      ? `刊物中有${near.map((one) => `《${one}》`).join('')}，请核对名称`
      : '请核对名称，或者先设定这个刊物'
  return `计分办法为${publicationName(kind)}另设了分值，但刊物和已登记的采用中没有这个名称，不会按它计分；${meant}。`
}
