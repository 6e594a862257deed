export { exportFiles } from './export'
export { faultLine, type ImportFault, ImportRefused } from './faults'
export { FILE_NAMES } from './formats'
export { type ImportFile, importFiles } from './import'
