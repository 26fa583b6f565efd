import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { asApiError } from '../../../api/problem.js';
import { useConfirm } from '../../../confirm/useConfirm.js';
import { Page } from '../../../layout/Page.js';
import { useMe } from '../../../session/session.js';
import { Loaded } from '../../../status/Loaded.js';
import { mayChange } from '../areas.js';

type Policy = Schemas['SecurityPolicyView'];
const KEY = ['security-policy'];
const USUAL_HOURS = 24;

/** Who must have a second factor, and how an account with rights over others is given back to its owner. */
export function SecurityPolicyPage() {
  const { t } = useTranslation('admin');
  const policy = useQuery({ queryKey: KEY, queryFn: () => answer(api.GET('/api/security-policy')) });
  return (
    <Page where={[{ label: t('title'), to: '/admin' }]} title={t('area.security')} asked={t('security.asked')} width="narrow">
      <Loaded query={policy} lines={6}>{(data) => <Policies key={JSON.stringify(data)} policy={data} />}</Loaded>
    </Page>
  );
}

function Policies({ policy }: { policy: Policy }) {
  const { t } = useTranslation(['admin', 'shell']);
  const writable = mayChange(useMe(), 'security');
  const cache = useQueryClient();
  const ask = useConfirm();
  const { message } = App.useApp();
  const [required, setRequired] = useState(policy.requireSecondFactor);
  const [hours, setHours] = useState(policy.recoveryWaitHours);
  const changed = required !== policy.requireSecondFactor || hours !== policy.recoveryWaitHours;
  const save = async (): Promise<void> => {
    const effects = [
      ...(required !== policy.requireSecondFactor ? [required ? t('security.nowRequired', { count: policy.withoutSecondFactor }) : t('security.noLongerRequired')] : []),
      ...(hours !== policy.recoveryWaitHours ? [hours === null ? t('security.nowTwo') : t('security.nowWait', { hours })] : []),
    ];
    if (!(await ask({ title: t('security.change'), effects, verb: t('shell:saveWord') }))) return;
    try {
      cache.setQueryData(KEY, await answer(api.PUT('/api/security-policy', { body: { requireSecondFactor: required, recoveryWaitHours: hours } })));
      void message.success(t('saved'));
    } catch (error) {
      void message.error(asApiError(error).message);
    }
  };
  return (
    <div className="stack" style={{ gap: 28 }}>
      <section className="stack-s" aria-labelledby="second">
        <h2 id="second">{t('security.second')}</h2>
        <p className="quiet">{t('security.secondWho', { roles: policy.roles.map((role) => t(`shell:role.${role}`)).join(t('comma')) })}</p>
        <Radio.Group disabled={!writable} value={required} onChange={(event) => setRequired(event.target.value === true)} aria-labelledby="second">
          <div className="stack-s">
            <Radio value={true}>{t('security.required')}</Radio>
            <Radio value={false}>{t('security.notRequired')}</Radio>
          </div>
        </Radio.Group>
        <p>{t('security.counts', { accounts: policy.accounts, without: policy.withoutSecondFactor })} <Link to="/admin/people">{t('area.people')}</Link></p>
        {!policy.decided && <p className="note">{t('security.undecided')}</p>}
      </section>
      <section className="stack-s" aria-labelledby="recovery">
        <h2 id="recovery">{t('security.recovery')}</h2>
        <p className="quiet">{t('security.recoveryAbout')}</p>
        <Radio.Group disabled={!writable} value={hours === null ? 'two' : 'wait'} onChange={(event) => setHours(event.target.value === 'two' ? null : (policy.recoveryWaitHours ?? USUAL_HOURS))} aria-labelledby="recovery">
          <div className="stack-s">
            <Radio value="two">{t('security.two')}</Radio>
            <Radio value="wait">{t('security.wait')}</Radio>
          </div>
        </Radio.Group>
        {hours !== null && (
          <div className="row">
            <label htmlFor="hours">{t('security.hours')}</label>
            <InputNumber id="hours" disabled={!writable} min={1} max={720} precision={0} value={hours} onChange={(value) => setHours(value ?? USUAL_HOURS)} />
          </div>
        )}
      </section>
      {writable && <div><Button type="primary" disabled={!changed} onClick={() => void save()}>{t('shell:saveWord')}</Button></div>}
    </div>
  );
}
