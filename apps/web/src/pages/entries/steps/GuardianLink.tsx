import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { fieldId } from '../../../forms/problems.js';
import { showMoment } from '../../../i18n/time.js';
import { Failure } from '../../../status/Failure.js';
import { StateTag, type Tone } from '../../../status/StateTag.js';
import type { EntryView, MemberView } from '../entry-data.js';

const TONES: Record<string, Tone> = { notNeeded: 'plain', missing: 'needs', requested: 'going', granted: 'good', refused: 'bad', withdrawn: 'bad' };

/** Copies a text; on a page without HTTPS, where browsers hide the clipboard, it is selected for the reader to copy. */
async function copy(text: string, shown: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    shown?.focus();
    shown?.select();
    return false;
  }
}

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
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const link = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/entries/{id}/members/{memberId}/consent-link', { params: { path: { id: entry.id, memberId: member.id } } })),
    onSuccess: () => setCopied(false),
  });
  const address = link.data && new URL(link.data.link, location.origin).href;
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
      {link.data && address && (
        <div className="guardian-link">
          <QrCode text={address} label={t('consents.code', { name: member.name })} />
          <div className="stack-s">
            <p style={{ margin: 0 }}>{t('consents.send')}</p>
            <div className="field">
              <input ref={box} type="text" readOnly aria-label={t('consents.link')} value={address} onFocus={(event) => event.target.select()} />
            </div>
            <div className="row">
              <button type="button" className="btn" onClick={() => void copy(address, box.current).then(setCopied)}>{t('consents.copy')}</button>
              {copied && <span className="small" role="status">✓ {t('consents.copied')}</span>}
            </div>
            <p className="small quiet" style={{ margin: 0 }}>{t('consents.expires', { time: showMoment(link.data.expiresAt) })}</p>
          </div>
        </div>
      )}
      {wrong.map((sentence) => <p key={sentence} className="field" style={{ margin: 0 }}><span className="wrong"><span aria-hidden="true">!</span>{sentence}</span></p>)}
    </div>
  );
}

/** A QR code as a picture; dark on white in every theme, because cameras want it so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let gone = false;
    void import('qrcode').then(async ({ default: qrcode }) => {
      const svg = await qrcode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
      if (!gone) setSource(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    });
    return () => {
      gone = true;
    };
  }, [text]);
  return source ? <img className="qr" src={source} alt={label} width={180} height={180} /> : <span className="qr skeleton" />;
}
