import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Failure } from '../../../status/Failure.js';
import type { MemberView } from '../entry-data.js';
import { LinkPanel } from './LinkPanel.js';

/** A pupil entered by the school gets an own account with this link, and can then sign and follow the entry. */
export function ClaimLink({ member }: { member: MemberView }) {
  const { t } = useTranslation('entries');
  const link = useMutation({ mutationFn: () => answer(api.POST('/api/people/{id}/claim-link', { params: { path: { id: member.personId } } })) });
  return (
    <>
      {!link.data && (
        <div>
          <button type="button" className="btn bare" disabled={link.isPending} onClick={() => link.mutate()}>{t('members.claim', { name: member.name })}</button>
        </div>
      )}
      {link.isError && <Failure error={link.error} />}
      {link.data && (
        <LinkPanel address={link.data.url} label={t('members.claimLink')} codeLabel={t('members.claimCode', { name: member.name })} send={t('members.claimSend', { name: member.name })} expiresAt={link.data.expiresAt} />
      )}
    </>
  );
}
