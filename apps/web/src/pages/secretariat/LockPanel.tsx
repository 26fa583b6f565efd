import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Loaded } from '../../status/Loaded.js';
import type { PanelDetail } from './secretariat-data.js';
import { useAct } from './useAct.js';

/** Locking: what it does, and a reason for every entry that lacks sheets. */
export function LockPanel({ panel }: { panel: PanelDetail }) {
  const { t } = useTranslation('secretariat');
  const [open, setOpen] = useState(false);
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const { busy, run } = useAct();
  const short = useQuery({
    queryKey: ['panel', panel.id, 'short'], enabled: open,
    queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/progress/entries', { params: { path: { panelId: panel.id }, query: { short: true, size: 200 } } })),
  });
  const rows = short.data?.rows ?? [];
  const explained = rows.every((row) => (reasons[row.code] ?? '').trim().length >= 5);
  const lock = async (): Promise<void> => {
    const gaps = rows.map((row) => ({ code: row.code, reason: (reasons[row.code] ?? '').trim() }));
    if (await run(() => answer(api.POST('/api/judging/panels/{panelId}/lock', { params: { path: { panelId: panel.id } }, body: { gaps } })), t('lock.done'))) setOpen(false);
  };
  return (
    <>
      <Button type="primary" size="large" onClick={() => setOpen(true)}>{t('lock.verb')}</Button>
      <Modal open={open} title={t('lock.title', { name: panel.name })} okText={t('lock.verb')} cancelText={t('shell:cancel')} okButtonProps={{ disabled: !short.data || !explained, loading: busy }} onOk={() => void lock()} onCancel={() => setOpen(false)}>
        <p>{t('lock.effect')}</p>
        <Loaded query={short} lines={3}>
          {() =>
            rows.length > 0 && (
              <div className="stack">
                <p className="note needs">{t('lock.short', { count: rows.length })}</p>
                {rows.map((row) => (
                  <label key={row.code} className="stack-s">
                    <span><strong className="tnum">{row.code}</strong> {t('lock.sheets', { submitted: row.submitted, needed: row.needed })}</span>
                    <Input value={reasons[row.code] ?? ''} maxLength={500} placeholder={t('lock.reason')} onChange={(event) => setReasons((old) => ({ ...old, [row.code]: event.target.value }))} />
                  </label>
                ))}
              </div>
            )
          }
        </Loaded>
      </Modal>
    </>
  );
}
