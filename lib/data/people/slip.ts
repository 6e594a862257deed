/** The slip of an account; without a password when another administrator has first to agree, or none was to be made. */
export type Slip = { login: string; password: string | null }
