/** What the office may decide about the portal, with the values it may choose; the first holds until it has decided. */
export const SETTINGS = {
  /** Who may read the ranking: whoever is signed in, or whoever reaches the server. */
  'ranking.open': ['signed_in', 'network'],
  /** Whether an adoption that an editor without the right to release records waits for one who has it. */
  'desk.second_eyes': ['off', 'on'],
} as const

export type SettingName = keyof typeof SETTINGS
export type Settings = { [Name in SettingName]: (typeof SETTINGS)[Name][number] }
export type Setting = { [Name in SettingName]: { name: Name; value: Settings[Name] } }[SettingName]
