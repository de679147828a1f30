/** Why a backup was not written or a restore not begun; nothing has been written then. Instants in epoch ms. */
export type BackupRefusal =
  | { code: 'usage'; command: 'backup' | 'restore' }
  | { code: 'file_exists'; file: string }
  | { code: 'file_missing'; file: string }
  | { code: 'not_a_backup'; file: string }
  /** Cut short or changed: its seal does not fit. */
  | { code: 'damaged'; file: string }
  | { code: 'newer_format'; format: number; formatMax: number }
  /** Made by a version with tables that this one does not have. */
  | { code: 'newer_level'; migrations: string[] }
  | { code: 'other_key' }
  | { code: 'no_database'; place: string }
  /** The SQLite file itself is broken; a backup of it might lack rows without a word. */
  | { code: 'source_damaged'; says: string }
  | { code: 'target_not_empty'; place: string }
  | { code: 'target_foreign'; place: string }
  | { code: 'target_in_use'; place: string }
  | { code: 'list_unreadable'; file: string };
