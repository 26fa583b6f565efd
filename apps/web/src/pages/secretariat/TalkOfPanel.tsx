import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Loaded } from '../../status/Loaded.js';
import { Empty } from '../../status/Skeleton.js';
import { Messages } from '../judge/TalkPage.js';
import type { PanelDetail } from './secretariat-data.js';

/** What the panel said, to read only. */
export function TalkOfPanel({ panel }: { panel: PanelDetail }) {
  const { t } = useTranslation('secretariat');
  const talk = useQuery({ queryKey: ['panel', panel.id, 'talk'], queryFn: () => answer(api.GET('/api/judging/panels/{panelId}/discussion', { params: { path: { panelId: panel.id } } })) });
  return (
    <Loaded query={talk}>
      {({ items, messages }) =>
        items.length === 0 && messages.length === 0 ? <Empty title={t('noTalk')} how={t('noTalkHow')} /> : (
          <div className="stack">
            <Messages messages={messages} />
            {items.map((item) => (
              <section key={item.codeId} className="card stack-s" aria-label={item.code}>
                <h2 className="tnum">{item.code}</h2>
                <Messages messages={item.messages} />
              </section>
            ))}
          </div>
        )
      }
    </Loaded>
  );
}
