import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { fieldId } from '../../../forms/problems.js';
import { hasRole, useMe } from '../../../session/session.js';
import { Failure } from '../../../status/Failure.js';
import { StateTag, type Tone } from '../../../status/StateTag.js';
import type { EntryView, MemberView } from '../entry-data.js';
import { LinkPanel } from './LinkPanel.js';
import { PaperConsent } from './PaperConsent.js';

const TONES: Record<string, Tone> = { notNeeded: 'plain', missing: 'needs', requested: 'going', granted: 'good', refused: 'bad', withdrawn: 'bad' };

interface GuardianLinkProps {
  entry: EntryView;
  member: MemberView;
  fieldPath: string;
  wrong: string[];
  editable: boolean;
}

/** A member's guardian: where the consent stands, and the link (to copy, or as a code to scan) that asks for it. */
export function GuardianLink({ entry, member, fieldPath, wrong, editable }: GuardianLinkProps) {
  const { t } = useTranslation('entries');
  const keepsPaper = hasRole(useMe(), 'school_admin');
  const link = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/entries/{id}/members/{memberId}/consent-link', { params: { path: { id: entry.id, memberId: member.id } } })),
  });
  return (
    <div className={`item ${wrong.length > 0 ? 'wrong-item' : ''}`} id={fieldId(fieldPath)} tabIndex={-1}>
      <div className="item-head">
        <strong>{t('consents.guardianOf', { name: member.name })}</strong>
        <StateTag state="" tone={TONES[member.consent]} word={t(`consents.state.${member.consent}`)} />
      </div>
      <p className="small quiet" style={{ margin: 0 }}>{t(`consents.next.${member.consent}`)}</p>
      {editable && member.consent !== 'granted' && !link.data && (
        <div>
          <button type="button" className="btn" disabled={link.isPending} onClick={() => link.mutate()}>
            {t(member.consent === 'missing' ? 'consents.makeLink' : 'consents.makeNewLink')}
          </button>
        </div>
      )}
      {link.isError && <Failure error={link.error} />}
      {link.data && (
        <LinkPanel
          address={link.data.link}
          label={t('consents.link')}
          codeLabel={t('consents.code', { name: member.name })}
          send={t('consents.send')}
          expiresAt={link.data.expiresAt}
        />
      )}
      {editable && member.consent !== 'granted' && keepsPaper && <PaperConsent entry={entry} member={member} />}
      {wrong.map((sentence) => <p key={sentence} className="field" style={{ margin: 0 }}><span className="wrong"><span aria-hidden="true">!</span>{sentence}</span></p>)}
    </div>
  );
}
