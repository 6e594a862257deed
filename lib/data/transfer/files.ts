import { FORMATS } from './inner/formats'

/** The files that an import takes and an export writes. */
export const FILE_NAMES: readonly string[] = FORMATS.map(({ file }) => file)
