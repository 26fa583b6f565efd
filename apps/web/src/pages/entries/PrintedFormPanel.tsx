import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { TextField } from '../../forms/plain.js';
import { useProblems } from '../../forms/problems.js';
import { showMoment } from '../../i18n/time.js';
import { Failure } from '../../status/Failure.js';
import { StateTag } from '../../status/StateTag.js';
import type { EntryView } from './entry-data.js';

type Forms = Schemas['PrintedFormsView'];

const formsKey = (id: string) => ['printed-forms', id] as const;

/** The application form on paper: print it, see whether the print and the scans still say what the entry says. */
export function PrintedFormPanel({ entry, mayPrint, saved }: { entry: EntryView; mayPrint: boolean; saved?: () => Promise<boolean> }) {
  const { t } = useTranslation('entries');
  const client = useQueryClient();
  const forms = useQuery({
    queryKey: [...formsKey(entry.id), entry.version],
    queryFn: () => answer(api.GET('/api/entries/{id}/printed-forms', { params: { path: { id: entry.id } } })),
    placeholderData: (previous: Forms | undefined) => previous,
  });
  const print = useMutation({
    mutationFn: async () => {
      if (saved && !(await saved())) throw new Error(t('printed.notSaved'));
      return answer(api.POST('/api/entries/{id}/printed-forms', { params: { path: { id: entry.id } } }));
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: formsKey(entry.id) }),
  });
  const last = forms.data?.last;
  return (
    <div className="printed-form stack-s">
      <div className="row between">
        <strong>{t('printed.title')}</strong>
        {forms.data && <span className="small quiet tnum">{t('printed.code', { code: forms.data.currentCode })}</span>}
      </div>
      {last && (
        <div className="row">
          <StateTag state="" tone={last.current ? 'good' : 'needs'} word={t(last.current ? 'printed.same' : 'printed.changed')} />
          <a href={`/api/entries/${entry.id}/printed-forms/${last.number}/file`} target="_blank" rel="noreferrer">{t('printed.open')}</a>
          <span className="small quiet tnum">{t('printed.at', { time: showMoment(last.printedAt) })}</span>
        </div>
      )}
      {last && !last.current && <p className="small" style={{ margin: 0 }}>{t('printed.again', { code: last.code })}</p>}
      {!last && <p className="small quiet" style={{ margin: 0 }}>{t(mayPrint ? 'printed.how' : 'printed.none')}</p>}
      {mayPrint && !last?.current && (
        <div>
          <button type="button" className="btn" disabled={print.isPending} onClick={() => print.mutate()}>{t(last ? 'printed.reprint' : 'printed.print')}</button>
        </div>
      )}
      {print.isError && <Failure error={print.error} />}
      {forms.isError && <Failure error={forms.error} retry={() => void forms.refetch()} />}
      {forms.data?.scans.map((scan) => <Scan key={scan.materialId} entry={entry} scan={scan} editable={mayPrint} />)}
    </div>
  );
}

/** Of which print a scan is: the last one before the upload, unless somebody reads another code off the paper. */
function Scan({ entry, scan, editable }: { entry: EntryView; scan: Forms['scans'][number]; editable: boolean }) {
  const { t } = useTranslation('entries');
  const client = useQueryClient();
  const problems = useProblems();
  const [code, setCode] = useState('');
  const name = useMutation({
    mutationFn: () => answer(api.PUT('/api/entries/{id}/scans/{materialId}', { params: { path: { id: entry.id, materialId: scan.materialId } }, body: { code } })),
    onSuccess: () => {
      setCode('');
      void client.invalidateQueries({ queryKey: formsKey(entry.id) });
      void client.invalidateQueries({ queryKey: ['entry-check', entry.id] });
    },
    onError: problems.take,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    problems.clear();
    name.mutate();
  };
  const file = entry.materials.find((one) => one.id === scan.materialId);
  return (
    <div className="stack-s">
      <div className="row">
        <StateTag state="" tone={scan.current ? 'good' : 'needs'} word={t(scan.current ? 'printed.scanSame' : scan.code ? 'printed.scanOld' : 'printed.scanNone')} />
        <span className="small tnum">{t(scan.named ? 'printed.scanNamed' : 'printed.scanTaken', { name: file?.name ?? '', code: scan.code ?? '—' })}</span>
      </div>
      {editable && !scan.current && <p className="small" style={{ margin: 0 }}>{t('printed.scanHow')}</p>}
      {editable && scan.code !== null && (
        <details>
          <summary className="small">{t('printed.other')}</summary>
          <form className="row" noValidate onSubmit={submit} style={{ alignItems: 'flex-end' }}>
            <TextField path="code" label={t('printed.onPaper')} hint={t('printed.onPaperHint')} autoComplete="off" problems={problems} value={code} onChange={(event) => setCode(event.target.value)} />
            <button type="submit" className="btn" aria-disabled={name.isPending}>{t('printed.name')}</button>
          </form>
        </details>
      )}
    </div>
  );
}
