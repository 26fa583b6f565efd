import { App, Input } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

export interface Asked {
  title: string;
  /** What will happen, one sentence each: `将撤回推荐，名额退回长沙市（剩余 3）`. */
  effects: string[];
  /** The verb on the button, never just "OK". */
  verb: string;
  danger?: boolean;
  /** Ask for a reason; `required` refuses an empty one. */
  reason?: 'required' | 'optional';
  reasonLabel?: string;
}

/** Asks before an act that has an effect: resolves to `{ reason }` when confirmed, to `null` when not. Inside WorkTheme only. */
export function useConfirm(): (asked: Asked) => Promise<{ reason: string } | null> {
  const { modal } = App.useApp();
  const { t } = useTranslation('shell');
  return useCallback(
    ({ title, effects, verb, danger, reason, reasonLabel }) =>
      new Promise((resolve) => {
        let written = '';
        const box = modal.confirm({
          title,
          icon: null,
          width: 520,
          okText: verb,
          cancelText: t('cancel'),
          okButtonProps: { danger, disabled: reason === 'required' },
          content: (
            <div className="stack-s">
              {effects.length === 1 ? <p>{effects[0]}</p> : <ul style={{ paddingInlineStart: 20, margin: 0 }}>{effects.map((effect) => <li key={effect}>{effect}</li>)}</ul>}
              {reason && (
                <label className="stack-s">
                  <span>{reasonLabel ?? t(reason === 'required' ? 'confirm.reason' : 'confirm.reasonOptional')}</span>
                  <Input.TextArea
                    autoFocus
                    rows={3}
                    maxLength={500}
                    onChange={(event) => {
                      written = event.target.value.trim();
                      if (reason === 'required') box.update({ okButtonProps: { danger, disabled: written === '' } });
                    }}
                  />
                </label>
              )}
            </div>
          ),
          onOk: () => resolve({ reason: written }),
          onCancel: () => resolve(null),
        });
      }),
    [modal, t],
  );
}
