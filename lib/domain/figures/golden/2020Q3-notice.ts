import type { Notice } from '../../notices/document'
import { compose } from '../../notices/notice'
import { rank } from '../ranking'
import { golden2020Q3 } from './2020Q3'

/** The notice that the figures of 2020 Q3 make, headed as the printed one was. */
export function notice2020Q3(): Notice {
  return compose(rank(golden2020Q3), {
    issuer: '雁江区人民政府办公室',
    number: '雁府办发〔2020〕67号',
    date: '2020-10-12',
    portal: '雁信',
    copies: '区委办公室，区人大常委会办公室，区政协办公室。',
  })
}
