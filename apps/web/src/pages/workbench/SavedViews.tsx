import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { useWorkbench } from './desk.js';

/** What of the address makes a view; the page that is open and the drawer do not. */
const LEFT_OUT = ['page', 'entry', 'edition', 'unit'];

/** Filters under a name: chosen from a list, kept for oneself or for the colleagues of the unit. */
export function SavedViews() {
  const { t } = useTranslation('workbench');
  const { desk } = useWorkbench();
  const [params, setParams] = useSearchParams();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const key = ['workbench', 'views'];
  const views = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/list-views', { params: { query: { list: 'entries' } } })), staleTime: 60_000 });
  const current = new URLSearchParams([...params].filter(([one]) => !LEFT_OUT.includes(one))).toString();
  const chosen = views.data?.find((view) => view.query === current);
  const settled = {
    onSuccess: (data: NonNullable<typeof views.data>) => {
      client.setQueryData(key, data);
      setNaming(false);
    },
    onError: (error: unknown) => void message.error(asApiError(error).message),
  };
  const keep = useMutation({ mutationFn: () => answer(api.POST('/api/list-views', { body: { list: 'entries', name: name.trim(), query: current, ...(shared && desk && { unitId: desk.unitId }) } })), ...settled });
  const drop = useMutation({ mutationFn: (id: string) => answer(api.DELETE('/api/list-views/{id}', { params: { path: { id } } })), ...settled });
  const open = (id: string): void => {
    const view = views.data?.find((one) => one.id === id);
    if (view) setParams(new URLSearchParams([...new URLSearchParams(view.query), ...[...params].filter(([one]) => one === 'edition' || one === 'unit')]));
  };
  return (
    <div className="row">
      {(views.data?.length ?? 0) > 0 && (
        <select className="pick" aria-label={t('savedViews.saved')} value={chosen?.id ?? ''} onChange={(event) => open(event.target.value)}>
          <option value="" disabled>{t('savedViews.choose')}</option>
          {views.data?.map((view) => <option key={view.id} value={view.id}>{view.sharedWith ? t('savedViews.sharedName', { name: view.name, unit: view.sharedWith }) : view.name}</option>)}
        </select>
      )}
      {chosen?.own ? (
        <button type="button" className="btn bare" disabled={drop.isPending} onClick={() => drop.mutate(chosen.id)}>{t('savedViews.drop')}</button>
      ) : (
        current !== '' && !chosen && <button type="button" className="btn bare" onClick={() => setNaming(true)}>{t('savedViews.keep')}</button>
      )}
      {naming && (
        <Modal open title={t('savedViews.keep')} onCancel={() => setNaming(false)} cancelText={t('shell:cancel')} okText={t('shell:saveWord')} okButtonProps={{ disabled: name.trim() === '', loading: keep.isPending }} onOk={() => keep.mutate()}>
          <div className="stack">
            <label className="stack-s">{t('savedViews.name')}<Input maxLength={40} value={name} onChange={(event) => setName(event.target.value)} /></label>
            {desk && <label className="row"><input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} /> {t('savedViews.share', { unit: desk.unitName })}</label>}
          </div>
        </Modal>
      )}
    </div>
  );
}
