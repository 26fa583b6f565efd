import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Database, Refusal } from '#libs/platform';
import { EntryProgress } from '#libs/registration';
import type { AbsenceInput } from './dto/progress.dto.js';
import type { PanelDetail } from './dto/panel.dto.js';
import { Panels } from './panels.service.js';

/** Finalists who did not come. They are out of the ranking and out of the base of the prizes (domain 4.1, INN-AWARD-008). */
@Injectable()
export class Absences {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly panels: Panels,
    private readonly progress: EntryProgress,
  ) {}

  /** Refused once the entry has checked in or a judge has handed a sheet in for it: then somebody was there. */
  async mark(actor: Actor, panelId: string, { code, reason }: AbsenceInput): Promise<PanelDetail> {
    await this.database.transaction(async () => {
      const panel = await this.panels.lock(actor, panelId);
      if (panel.state === 'locked') throw new Refusal('conflict', 'PANEL_LOCKED');
      const found = await this.database.first<{ id: string; arrived: boolean; open: boolean }>(
        `SELECT e.id, EXISTS (SELECT 1 FROM interview_ticket k WHERE k.code_id = c.id AND k.arrived_at IS NOT NULL) AS arrived,
           e.state = 'finalist' AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.code_id = c.id AND a.state = 'assigned' AND a.sheet_state = 'submitted') AS open
         FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE c.panel_id = $1 AND c.code = upper($2)`,
        [panelId, code.trim()],
      );
      if (!found) throw new Refusal('unprocessable', 'CODE_UNKNOWN', {}, [{ code: 'CODE_UNKNOWN', path: 'code' }]);
      if (found.arrived) throw new Refusal('conflict', 'CHECKED_IN', { code: code.trim().toUpperCase() });
      if (!found.open) throw new Refusal('conflict', 'ABSENCE_NOT_HERE');
      await this.progress.markAbsent([found.id]);
      await this.audit.record({ action: 'judging.absent', subject: { type: 'panel', id: panelId }, after: { code: code.trim().toUpperCase() }, reason });
    });
    return this.panels.detail(panelId);
  }
}
