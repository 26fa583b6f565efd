import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client.js';
import { newKey } from './request-key.js';
import { entryKey, type EntryView } from './entry-data.js';
import { Failure } from '../../status/Failure.js';
import { Loaded } from '../../status/Loaded.js';

/** What a coach with several entries does: make another one like this, or give this one into other hands. */
export function EntryTools({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('entries');
  const [open, setOpen] = useState<'copy' | 'hand'>();
  return (
    <section className="card stack-s" aria-labelledby="tools">
      <h2 id="tools">{t('tools.title')}</h2>
      <div className="row">
        <button type="button" className="btn" aria-expanded={open === 'copy'} onClick={() => setOpen(open === 'copy' ? undefined : 'copy')}>{t('tools.copy')}</button>
        <button type="button" className="btn" aria-expanded={open === 'hand'} onClick={() => setOpen(open === 'hand' ? undefined : 'hand')}>{t('tools.hand')}</button>
      </div>
      {open === 'copy' && <Copy entry={entry} />}
      {open === 'hand' && <Hand entry={entry} />}
    </section>
  );
}

function Copy({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('entries');
  const navigate = useNavigate();
  const client = useQueryClient();
  const requestKey = useRef(newKey());
  const [members, setMembers] = useState(false);
  const copy = useMutation({
    mutationFn: () => answer(api.POST('/api/entries/{id}/clone', { params: { path: { id: entry.id } }, body: { requestKey: requestKey.current, members } })),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['my-entries'] });
      void navigate(`/entries/${made.id}/edit/project`);
    },
  });
  return (
    <div className="stack-s">
      <p className="small quiet" style={{ margin: 0 }}>{t('tools.copyHow')}</p>
      <label className="check">
        <input type="checkbox" checked={members} onChange={(event) => setMembers(event.target.checked)} />
        <span>{t('tools.copyMembers')}</span>
      </label>
      <div><button type="button" className="btn" disabled={copy.isPending} onClick={() => copy.mutate()}>{t('tools.copyNow')}</button></div>
      {copy.isError && <Failure error={copy.error} />}
    </div>
  );
}

function Hand({ entry }: { entry: EntryView }) {
  const { t } = useTranslation('entries');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [accountId, setAccountId] = useState<string>();
  const [note, setNote] = useState('');
  const candidates = useQuery({ queryKey: ['handover', entry.id, entry.version], queryFn: () => answer(api.GET('/api/entries/{id}/handover', { params: { path: { id: entry.id } } })) });
  const hand = useMutation({
    mutationFn: () => answer(api.POST('/api/entries/{id}/handover', { params: { path: { id: entry.id } }, body: { version: entry.version, accountId: accountId!, ...(note.trim() && { note: note.trim() }) } })),
    onSuccess: ({ stillSeen }) => {
      void client.invalidateQueries({ queryKey: ['my-entries'] });
      if (stillSeen) void client.invalidateQueries({ queryKey: entryKey(entry.id) });
      else void navigate('/entries');
    },
  });
  return (
    <div className="stack-s">
      <p className="small quiet" style={{ margin: 0 }}>{t('tools.handHow')}</p>
      <Loaded query={candidates} lines={2}>
        {(people) =>
          people.length === 0 ? (
            <p className="note">{t('tools.handNobody')}</p>
          ) : (
            <>
              <div className="choices" role="radiogroup" aria-label={t('tools.handTo')}>
                {people.map((person) => (
                  <label key={person.accountId} className="choice">
                    <input type="radio" name="handover" checked={accountId === person.accountId} onChange={() => setAccountId(person.accountId)} />
                    <span>{person.name} <span className="small quiet">{t(`tools.as.${person.as}`)}</span></span>
                  </label>
                ))}
              </div>
              <div className="field">
                <label htmlFor="handover-note" className="label">{t('tools.note')}</label>
                <input id="handover-note" type="text" maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
              </div>
              <div><button type="button" className="btn" disabled={!accountId || hand.isPending} onClick={() => hand.mutate()}>{t('tools.handNow')}</button></div>
            </>
          )
        }
      </Loaded>
      {hand.isError && <Failure error={hand.error} />}
    </div>
  );
}
