import type { Dialect } from './dialect'

/** A step as it was when databases had it applied, before its file was edited, and what such a database lacks. */
export type Former = { tag: string; was: Record<Dialect, string>; mend: Record<Dialect, readonly string[]> }

/**
 * Every edit of a step that was applied somewhere. No more may follow: a change is a step of its own, and what is not
 * written here is refused.
 */
export const FORMER: readonly Former[] = [
  {
    tag: '0001_audit_append_only',
    was: {
      sqlite: 'bf0cba6015aef1ca0cdfd7307bb68fea111afd0a67949c57363b2c56378070bd',
      postgresql: '2b89a7f82170c989d679e52540dfacb0104df5aa6c02af9bec7180b2df4bf105',
    },
    mend: {
      sqlite: [
        "CREATE TRIGGER adoptions_no_update BEFORE UPDATE ON adoptions BEGIN SELECT RAISE(ABORT, 'an adoption is revoked, never changed'); END",
        "CREATE TRIGGER revocations_no_update BEFORE UPDATE ON adoption_revocations BEGIN SELECT RAISE(ABORT, 'a revocation is a record, never changed'); END",
      ],
      postgresql: [
        'DROP TRIGGER adoptions_no_delete ON adoptions',
        'CREATE TRIGGER adoptions_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON adoptions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
        'DROP TRIGGER revocations_no_delete ON adoption_revocations',
        'CREATE TRIGGER revocations_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON adoption_revocations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      ],
    },
  },
  {
    tag: '0006_rules_and_publications',
    was: {
      sqlite: 'eb3b44a65222bc685d10f5a1c6b5f95370f52997528dc9f463dff576ad30c2db',
      postgresql: '7b48b44e6a029d4e855df3adaba04cc8242aba84dea37bdab76e46852001603f',
    },
    mend: {
      sqlite: ['ALTER TABLE levels DROP COLUMN name', 'ALTER TABLE levels DROP COLUMN short'],
      postgresql: ['ALTER TABLE levels DROP COLUMN name, DROP COLUMN short'],
    },
  },
  {
    tag: '0007_levels',
    was: {
      sqlite: 'a9c1d6ea88029f5a1ee82662858be6d080fc4f67c6c19afb4ba92f6a0c272134',
      postgresql: '386ac76efc2d4e576fdeebfca7b375e4caa39fdc36e886525acaa4405ba782a3',
    },
    mend: { sqlite: [], postgresql: [] },
  },
]
