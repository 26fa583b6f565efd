import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../../i18n/time.js';

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

interface LinkPanelProps {
  address: string;
  label: string;
  codeLabel: string;
  /** What to do with it. */
  send: string;
  expiresAt: string;
}

/** A link that is shown once: as a code to scan, and as text to copy. */
export function LinkPanel({ address: given, label, codeLabel, send, expiresAt }: LinkPanelProps) {
  const { t } = useTranslation('entries');
  const [copied, setCopied] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const address = new URL(given, location.origin).href;
  return (
    <div className="guardian-link">
      <QrCode text={address} label={codeLabel} />
      <div className="stack-s">
        <p style={{ margin: 0 }}>{send}</p>
        <div className="field">
          <input ref={box} type="text" readOnly aria-label={label} value={address} onFocus={(event) => event.target.select()} />
        </div>
        <div className="row">
          <button type="button" className="btn" onClick={() => void copy(address, box.current).then(setCopied)}>{t('consents.copy')}</button>
          {copied && <span className="small" role="status">✓ {t('consents.copied')}</span>}
        </div>
        <p className="small quiet" style={{ margin: 0 }}>{t('consents.expires', { time: showMoment(expiresAt) })}</p>
      </div>
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
