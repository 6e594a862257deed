/** The column of the list, with and without rows. */
export const LIST = 'min-w-0 -mx-4 sm:-mx-6 lg:mx-0 lg:overflow-y-auto lg:border-r lg:border-line'
