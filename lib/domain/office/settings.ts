/** What the office may decide about the portal, with the values it may choose; the first holds until it has decided. */
export const SETTINGS = {
  /** Who may read the ranking: whoever is signed in, or whoever reaches the server. */
  'ranking.open': ['signed_in', 'network'],
  /** Whose adoptions wait for an editor with the right to release: nobody's, those of who has it not, or everybody's. */
  'desk.second_eyes': ['off', 'on', 'all'],
  /** Who must sign in with a code of the phone as well: nobody, who has a right or administers, or everybody. */
  'sign_in.second_factor': ['choice', 'powerful', 'all'],
} as const

export type SettingName = keyof typeof SETTINGS
export type Settings = { [Name in SettingName]: (typeof SETTINGS)[Name][number] }
type Chosen = { [Name in SettingName]: { name: Name; value: Settings[Name] } }

/** What the security administrator decides, and what an editor with the right to issue does. */
export type SecureSetting = Chosen['sign_in.second_factor']
export type Setting = Exclude<Chosen[SettingName], SecureSetting>
