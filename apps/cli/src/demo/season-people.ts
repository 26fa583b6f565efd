import type { ApiSession } from './api-session.js';

export type Stage = 'primary' | 'junior' | 'senior';

export interface SchoolActor {
  id: string;
  name: string;
  stage: Stage;
  countyId: string;
  prefectureId: string;
  admin: ApiSession;
  coach: ApiSession;
}

export interface UnitActor {
  id: string;
  name: string;
  prefectureId: string;
  /** Absent for a county without an office; its prefecture acts. */
  admin?: ApiSession;
}

export interface JudgeActor {
  accountId: string;
  name: string;
  session: ApiSession;
}

/** Everybody who plays in a season, ready to log in. */
export interface Cast {
  systemAdmin: ApiSession;
  province: ApiSession;
  /** Second approver of the province; publishing needs two people. */
  provinceDeputy: ApiSession;
  secretariat: ApiSession;
  supervisor: ApiSession;
  prefectures: UnitActor[];
  counties: UnitActor[];
  schools: SchoolActor[];
  judges: JudgeActor[];
  nobody: ApiSession;
}
