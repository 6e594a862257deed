import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The bare Next application that the product is measured against: same version, nothing in it. */
export default {
  poweredByHeader: false,
  turbopack: { root: dirname(dirname(dirname(fileURLToPath(import.meta.url)))) },
}
