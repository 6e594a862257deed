import { adoptionsFormat } from './adoptions'
import { categoriesFormat } from './categories'
import type { Format } from './format'
import { itemsFormat } from './items'
import { rulesFormat } from './rules'
import { targetsFormat } from './targets'
import { unitsFormat } from './units'

/** Every kind of file, each after those that its rows refer to. */
export const FORMATS: readonly Format[] = [
  categoriesFormat,
  unitsFormat,
  rulesFormat,
  targetsFormat,
  itemsFormat,
  adoptionsFormat,
]
