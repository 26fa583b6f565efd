import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../../i18n/time.js';

/** A single-use link, shown this once, to be copied and handed to its owner. */
export function LinkToHandOver({ title, url, expiresAt, onClose }: { title: string; url: string; expiresAt: string; onClose: () => void }) {
  const { t } = useTranslation('people');
  const [copied, setCopied] = useState(false);
  return (
    <Modal open title={title} onCancel={onClose} onOk={onClose} okText={t('shell:close')} cancelButtonProps={{ style: { display: 'none' } }}>
      <div className="stack">
        <p>{t('link.once', { time: showMoment(expiresAt) })}</p>
        <Input.TextArea readOnly autoSize aria-label={t('link.label')} value={url} onFocus={(event) => event.target.select()} />
        <div className="row">
          <Button onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>{t('link.copy')}</Button>
          <span role="status">{copied && `✓ ${t('link.copied')}`}</span>
        </div>
      </div>
    </Modal>
  );
}
