import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { asApiError } from '../../api/problem.js';
import { showMoment } from '../../i18n/time.js';
import { Page } from '../../layout/Page.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { useAct } from '../secretariat/useAct.js';
import './judge.css';

type Discussion = Schemas['Discussion'];

/** What the panel says about its entries, in the order of the group leader; only entries that the judge has scored. */
export function TalkPage() {
  const { t } = useTranslation('judge');
  const { panelId = '' } = useParams();
  const path = { panelId };
  const key = ['judge', 'discussion', panelId];
  const cache = useQueryClient();
  const { run } = useAct();
  const talk = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/judge/panels/{panelId}/discussion', { params: { path } })), refetchInterval: 5_000 });
  const show = (now: Discussion): void => void cache.setQueryData(key, now);

  const say = async (input: Omit<Schemas['MessageInput'], 'clientKey'>, clientKey: string): Promise<void> =>
    show(await answer(api.POST('/api/judge/panels/{panelId}/discussion/messages', { params: { path }, body: { ...input, clientKey } })));
  const move = (items: Discussion['items'], at: number, by: number): void => {
    const codeIds = items.map((item) => item.codeId);
    const [taken] = codeIds.splice(at, 1);
    if (taken) codeIds.splice(at + by, 0, taken);
    void run(async () => show(await answer(api.PUT('/api/judge/panels/{panelId}/discussion/order', { params: { path }, body: { codeIds } }))));
  };
  return (
    <Page where={[{ label: t('title'), to: '/judge' }]} title={t('talk.pageTitle')} asked={t('talk.asked')}>
      <Loaded query={talk} lines={8}>
        {(data) => (
          <div className="stack">
            <Messages messages={data.messages} />
            <Say label={t('talk.ofAll')} send={(text, clientKey) => say({ text }, clientKey)} />
            {data.items.length === 0 && <Empty title={t('talk.none')} how={t('talk.noneHow')} />}
            <ol className="plain stack">
              {data.items.map((item, at) => (
                <li key={item.codeId} className="card stack-s">
                  <div className="row between">
                    <h2 className="talk-head"><span className="judge-code tnum">{item.code}</span> {item.title}</h2>
                    {data.leads && (
                      <span className="row">
                        <Button disabled={at === 0} onClick={() => move(data.items, at, -1)} aria-label={t('talk.up', { code: item.code })}>↑</Button>
                        <Button disabled={at === data.items.length - 1} onClick={() => move(data.items, at, 1)} aria-label={t('talk.down', { code: item.code })}>↓</Button>
                      </span>
                    )}
                  </div>
                  <Messages messages={item.messages} />
                  <Say label={t('talk.of', { code: item.code })} send={(text, clientKey) => say({ text, codeId: item.codeId }, clientKey)} {...(data.leads && { conclude: (text: string, clientKey: string) => say({ text, codeId: item.codeId, kind: 'conclusion' }, clientKey) })} />
                </li>
              ))}
            </ol>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

export function Messages({ messages }: { messages: Schemas['DiscussionMessage'][] }) {
  const { t } = useTranslation('judge');
  if (messages.length === 0) return null;
  return (
    <ul className="plain stack-s">
      {messages.map((message) => (
        <li key={message.id} className={message.kind === 'conclusion' ? 'note good' : undefined}>
          <span className="small quiet">{message.by} · {showMoment(message.saidAt)}{message.kind === 'conclusion' && ` · ${t('talk.conclusion')}`}</span>
          <p className="prose" style={{ margin: 0 }}>{message.text}</p>
        </li>
      ))}
    </ul>
  );
}

type Send = (text: string, clientKey: string) => Promise<void>;

/** What was typed stays in the field until the server has it; sent twice it is one sentence. */
function Say({ label, send, conclude }: { label: string; send: Send; conclude?: Send }) {
  const { t } = useTranslation('judge');
  const [text, setText] = useState('');
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (through: Send): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await through(text.trim(), clientKey);
      setText('');
      setClientKey(crypto.randomUUID());
    } catch (error) {
      setFault(asApiError(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack-s">
      <Input.TextArea aria-label={label} placeholder={label} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      {fault && <p className="note needs" role="alert">{fault}</p>}
      {text.trim() !== '' && (
        <div className="row">
          <Button loading={busy} onClick={() => void submit(send)}>{t('talk.send')}</Button>
          {conclude && <Button loading={busy} onClick={() => void submit(conclude)}>{t('talk.conclude')}</Button>}
        </div>
      )}
    </div>
  );
}
