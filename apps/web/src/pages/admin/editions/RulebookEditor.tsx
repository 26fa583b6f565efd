import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { useKept } from '../../../drafts/useKept.js';
import { showMoment } from '../../../i18n/time.js';
import { useMe } from '../../../session/session.js';
import { AmendRulebook } from './AmendRulebook.js';
import { JsonEditor, type JsonEditorHandle } from './JsonEditor.js';
import { lineOf, placeOf } from './json-place.js';

type Problem = Schemas['RulebookProblem'];

const NONE: Problem[] = [];

interface RulebookEditorProps {
  rulebook: Schemas['RulebookView'];
  writable: boolean;
  frozen: boolean;
}

/** The document as text. Every error names its place; a click goes there. Frozen rules change only by an amendment. */
export function RulebookEditor({ rulebook, writable, frozen }: RulebookEditorProps) {
  const { t } = useTranslation('admin');
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const stored = JSON.stringify(rulebook.document, null, 2);
  const [text, setText] = useState(stored);
  const [problems, setProblems] = useState<Problem[]>();
  const [busy, setBusy] = useState(false);
  const [amending, setAmending] = useState<Record<string, unknown>>();
  const area = useRef<JsonEditorHandle>(null);
  const kept = useKept<string>(`${me.id}/rulebook/${rulebook.editionId}`);
  const changed = text !== stored;

  // On arrival only: while typing the selection is the writer's.
  const wanted = useRef(params.get('at'));
  useEffect(() => {
    const pointer = wanted.current;
    wanted.current = null;
    if (pointer) area.current?.goTo(pointer);
  }, []);

  const parsed = (): Record<string, unknown> | undefined => {
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch (error) {
      setProblems([{ code: 'NOT_JSON', path: '', message: t('rulebook.notJson', { detail: error instanceof Error ? error.message : '' }) }]);
      return undefined;
    }
  };
  const check = async (): Promise<Record<string, unknown> | undefined> => {
    const document = parsed();
    if (!document) return undefined;
    setBusy(true);
    try {
      const result = await answer(api.POST('/api/editions/{id}/rulebook/check', { params: { path: { id: rulebook.editionId } }, body: { document } }));
      setProblems(result.problems);
      return result.valid ? document : undefined;
    } catch (error) {
      void message.error(asApiError(error).message);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const save = async (): Promise<void> => {
    const document = await check();
    if (!document) return;
    if (frozen) return setAmending(document);
    setBusy(true);
    try {
      await answer(api.PUT('/api/editions/{id}/rulebook', { params: { path: { id: rulebook.editionId } }, body: { document, revision: rulebook.revision } }));
      kept.drop();
      await saved();
    } catch (thrown) {
      const error = asApiError(thrown);
      setProblems(error.problems.length > 0 ? error.problems.map(({ code, path, message: said }) => ({ code, path: path ?? '', message: said })) : [{ code: error.code, path: '', message: error.message }]);
    } finally {
      setBusy(false);
    }
  };
  const saved = async (): Promise<void> => {
    void message.success(t('saved'));
    for (const key of ['rulebook', 'rulebook-versions', 'edition', 'defaults']) await cache.invalidateQueries({ queryKey: [key, rulebook.editionId] });
  };

  return (
    <div className="split">
      <div className="stack-s">
        {writable && kept.found && kept.found.value !== text && (
          <div className="note needs row between">
            <span>{t(kept.found.base !== rulebook.revision ? 'shell:found.outdated' : 'shell:found.plain', { time: showMoment(kept.found.at) })}</span>
            <span className="row">
              <Button onClick={() => setText(kept.found!.value)}>{t('shell:found.take')}</Button>
              <Button type="text" onClick={kept.drop}>{t('shell:found.drop')}</Button>
            </span>
          </div>
        )}
        <JsonEditor
          handle={area}
          label={t('rulebook.document')}
          readOnly={!writable}
          value={text}
          problems={problems ?? NONE}
          onChange={(next) => {
            setText(next);
            setProblems(undefined);
            if (next !== stored) kept.keep(next, rulebook.revision);
          }}
        />
        {writable && (
          <div className="row">
            <Button type="primary" disabled={!changed} loading={busy} onClick={() => void save()}>{t(frozen ? 'rulebook.amend' : 'shell:saveWord')}</Button>
            <Button loading={busy} onClick={() => void check()}>{t('rulebook.check')}</Button>
            {changed && <Button type="text" onClick={() => { setText(stored); kept.drop(); setProblems(undefined); }}>{t('rulebook.discard')}</Button>}
            {changed && <span className="quiet small">{t('rulebook.unsaved')}</span>}
          </div>
        )}
      </div>
      <aside className="stack-s" aria-label={t('rulebook.problems')}>
        <h2>{t('rulebook.problems')}</h2>
        <div role="status" className="stack-s">
          {problems === undefined && <p className="quiet">{t('rulebook.notChecked')}</p>}
          {problems?.length === 0 && <p className="note good">✓ {t('rulebook.valid')}</p>}
        </div>
        {problems && problems.length > 0 && (
          <ul className="plain stack-s">
            {problems.map((problem, index) => (
              <li key={index} className="note bad">
                <p>{problem.message}</p>
                {problem.path && (
                  <button type="button" className="btn bare" onClick={() => area.current?.goTo(problem.path)}>
                    <PlaceLabel text={text} pointer={problem.path} />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        <p className="small quiet"><a href="/api/rulebook-schema" target="_blank" rel="noreferrer">{t('rulebook.schema')}</a></p>
      </aside>
      {amending && (
        <AmendRulebook
          editionId={rulebook.editionId}
          document={amending}
          onClose={() => setAmending(undefined)}
          onDone={() => {
            setAmending(undefined);
            kept.drop();
            void saved();
          }}
        />
      )}
    </div>
  );
}

function PlaceLabel({ text, pointer }: { text: string; pointer: string }) {
  const { t } = useTranslation('admin');
  const place = placeOf(text, pointer);
  return <>{place ? t('rulebook.line', { line: lineOf(text, place[0]).line, pointer }) : pointer}</>;
}
