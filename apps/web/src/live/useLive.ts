import { useEffect, useRef } from 'react';

/** Listens to server-sent events of these topics while the page is shown; the browser reconnects by itself. */
export function useLive(topics: readonly string[], onMessage: (topic: string, data: unknown) => void): void {
  const latest = useRef(onMessage);
  latest.current = onMessage;
  const joined = topics.join(',');
  useEffect(() => {
    if (!joined) return undefined;
    const source = new EventSource(`/api/live?topics=${encodeURIComponent(joined)}`);
    const take = (event: MessageEvent<string>): void => {
      try {
        const message = JSON.parse(event.data) as { topic?: string; data?: unknown };
        latest.current(message.topic ?? event.type, message.data ?? message);
      } catch {
        latest.current(event.type, event.data);
      }
    };
    source.addEventListener('message', take);
    for (const topic of joined.split(',')) source.addEventListener(topic, take);
    return () => source.close();
  }, [joined]);
}
