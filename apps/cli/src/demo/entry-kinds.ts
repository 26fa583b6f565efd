export type Stage = 'primary' | 'junior' | 'senior';
export const ENTRY_TYPES = ['project', 'teacher', 'painting', 'practice', 'video'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];
