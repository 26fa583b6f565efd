import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { may, useMe } from '../../../session/session.js';
import { Failure } from '../../../status/Failure.js';
import { Loaded } from '../../../status/Loaded.js';
import { StateTag } from '../../../status/StateTag.js';
import { useNarrow } from '../../../theme/useDark.js';
import { UploadField } from '../../../uploads/UploadField.js';
import { FINDING_KEYS, LEAK_TONES, SEVERITY_TONES, type LeakRow } from './findings-data.js';
import { LeakPlace } from './LeakPlace.js';
import { LeakTools } from './LeakTools.js';
import { PassageText } from './PassageText.js';

/** All findings of one entry, file by file, with what can be done: decide, send back, give judges another file. */
export function LeakDrawer({ editionId, entryId, close }: { editionId: string; entryId: string | undefined; close: () => void }) {
  const { t } = useTranslation('findings');
  const narrow = useNarrow();
  return (
    <Drawer open={entryId !== undefined} onClose={close} size={narrow ? '100%' : 720} title={t('drawer.title')} destroyOnHidden>
      {entryId && <EntryLeaks editionId={editionId} entryId={entryId} />}
    </Drawer>
  );
}

function EntryLeaks({ editionId, entryId }: { editionId: string; entryId: string }) {
  const { t } = useTranslation('findings');
  const leaks = useQuery({
    queryKey: ['findings', 'leaks', editionId, entryId],
    queryFn: () => answer(api.GET('/api/findings/leaks', { params: { query: { editionId, entryId, state: 'open,leak,notLeak', page: 1, size: 200 } } })),
  });
  return (
    <Loaded query={leaks}>
      {({ rows }) => {
        const [first] = rows;
        if (!first) return <p className="quiet">{t('drawer.none')}</p>;
        const files = [...new Set(rows.map((row) => row.materialId))];
        return (
          <div className="stack">
            <div className="stack-s">
              <h2>{first.title}</h2>
              <span className="row"><StateTag state={first.entryState} /><span className="small quiet">{first.entryNo}</span><Link to={`/entries/${entryId}`}>{t('drawer.open')}</Link></span>
            </div>
            <SendBack entry={first} confirmed={rows.filter((row) => row.state === 'leak').length} />
            {files.map((materialId) => <FileLeaks key={materialId ?? 'form'} rows={rows.filter((row) => row.materialId === materialId)} />)}
          </div>
        );
      }}
    </Loaded>
  );
}

function FileLeaks({ rows }: { rows: LeakRow[] }) {
  const { t } = useTranslation('findings');
  const me = useMe();
  const [first] = rows;
  if (!first) return null;
  const decides = may(me, 'finding.decide');
  return (
    <section className="item" aria-label={first.fileName ?? t('drawer.form')}>
      <h3 className="name">{first.materialId ? <a href={`/api/entries/${first.entryId}/materials/${first.materialId}/file`} target="_blank" rel="noreferrer">{first.fileName}</a> : t('drawer.form')}</h3>
      <ul className="plain stack-s">
        {rows.map((row) => (
          <li key={row.id} className="finding">
            <span className="row">
              <StateTag state="" tone={SEVERITY_TONES[row.severity]} word={`${t(`severity.${row.severity}`)} · ${t(`leakKind.${row.kind}`)}`} />
              <StateTag state="" tone={LEAK_TONES[row.state]} word={t(`leakState.${row.state}`)} />
            </span>
            {row.passages.length === 0 ? <mark>{row.word}</mark> : row.passages.map((passage, index) => <PassageText key={index} passage={passage} />)}
            <span className="small quiet"><LeakPlace row={row} />{row.reason && ` · ${row.reason}（${row.decidedBy ?? ''}）`}</span>
            {decides && <LeakTools ids={[row.id]} done={() => undefined} />}
          </li>
        ))}
      </ul>
      {decides && first.materialId && ['prefecture_recommended', 'eligible'].includes(first.entryState) && <Replace row={first} materialId={first.materialId} />}
    </section>
  );
}

/** Gives judges another file in this one's place; the author's own stays on record. */
function Replace({ row, materialId }: { row: LeakRow; materialId: string }) {
  const { t } = useTranslation('findings');
  const ask = useConfirm();
  const client = useQueryClient();
  return (
    <details>
      <summary>{t('replace.title')}</summary>
      <div className="stack-s" style={{ paddingTop: 8 }}>
        <p className="small quiet">{t('replace.how')}</p>
        <UploadField
          label={t('replace.choose')}
          metadata={{ purpose: 'blindCopy', materialId }}
          onDone={async (fileId) => {
            const sure = await ask({ title: t('replace.sureTitle', { name: row.fileName ?? '' }), effects: [t('replace.effect')], verb: t('replace.verb'), reason: 'required' });
            if (!sure) throw new Error(t('replace.notDone'));
            await answer(api.POST('/api/findings/replacements', { body: { materialId, fileId, reason: sure.reason } }));
            for (const key of FINDING_KEYS) void client.invalidateQueries({ queryKey: [...key] });
          }}
        />
      </div>
    </details>
  );
}

function SendBack({ entry, confirmed }: { entry: LeakRow; confirmed: number }) {
  const { t } = useTranslation('findings');
  const me = useMe();
  const ask = useConfirm();
  const client = useQueryClient();
  const { message } = App.useApp();
  const send = useMutation({
    mutationFn: (body: Schemas['LeakReturn']) => answer(api.POST('/api/entries/{id}/return-for-leaks', { params: { path: { id: entry.entryId } }, body })),
    onSuccess: () => {
      void message.success(t('back.done'));
      for (const key of [...FINDING_KEYS, ['workbench'], ['entry', entry.entryId]]) void client.invalidateQueries({ queryKey: [...key] });
    },
  });
  if (entry.entryState !== 'prefecture_recommended' || !may(me, 'entry.decide') || confirmed === 0) return null;
  return (
    <div className="stack-s">
      <div>
        <button
          type="button"
          className="btn primary"
          disabled={send.isPending}
          onClick={async () => {
            const sure = await ask({ title: t('back.title', { title: entry.title }), effects: [t('back.effect', { count: confirmed }), t('back.places')], verb: t('back.verb'), danger: true, reason: 'optional', reasonLabel: t('back.note') });
            if (sure) send.mutate({ version: entry.entryVersion, ...(sure.reason && { note: sure.reason.slice(0, 300) }) });
          }}
        >
          {t('back.verbCount', { count: confirmed })}
        </button>
      </div>
      {send.isError && <Failure error={send.error} />}
    </div>
  );
}
